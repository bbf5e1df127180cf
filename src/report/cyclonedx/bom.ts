/**
 * The models of an inventory as a CycloneDX 1.6 bill of materials. The library makes and orders all that it knows; model cards,
 * pedigree, data and occurrences, which it does not know, are added to what it normalises. The tests hold the whole against the
 * schema. There is no serial number and no time in it: the same inventory gives the same bytes.
 */
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { version } from '../../../package.json';
import { hubPage } from '../../present/hubPage';
import { modelRef } from '../modelRef';
import { modelPurl } from '../purl';
import { projectName, type ReportInput } from '../input';
import { type Used, usedModels } from '../used';
import { informationAddress } from '../address';
import { datasetComponent, datasetRef } from './data';
import { bomLicense, declaredBomLicense } from './licence';
import { type BomExtras, modelExtras } from './modelExtras';

type PlainComponent = Serialize.JSON.Types.Normalized.Component;

/** The bill of materials as plain data. */
export function cyclonedxReport(input: ReportInput): object {
  const used = usedModels(input.inventory);
  const bom = new Models.Bom({ metadata: metadataOf(input) });
  const root = bom.metadata.component;
  const extras = new Map<string, BomExtras>();
  for (const one of used) {
    const component = modelComponent(one);
    const ref = component.bomRef.value ?? '';
    extras.set(ref, modelExtras(one, input.localize));
    for (const id of datasetsOf(one)) component.dependencies.add(new Models.BomRef(datasetRef(id)));
    root?.dependencies.add(component.bomRef);
    bom.components.add(component);
  }
  const datasets = [...new Set(used.flatMap(datasetsOf))].sort();
  for (const id of datasets) {
    const { component, extra } = datasetComponent(id);
    extras.set(datasetRef(id), extra);
    bom.components.add(component);
  }
  const plain = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)
    .makeForBom()
    .normalize(bom, { sortLists: true });
  const components = (plain.components ?? []).map((component) => complete(component, extras));
  return { ...plain, components, dependencies: dependenciesOf(plain, used) };
}

function complete(component: PlainComponent, extras: ReadonlyMap<string, BomExtras>): object {
  return { ...component, ...extras.get(component['bom-ref'] ?? '') };
}

function metadataOf(input: ReportInput): Models.Metadata {
  const tool = new Models.Component(Enums.ComponentType.Application, 'ptm-lens', { version });
  tool.externalReferences.add(
    new Models.ExternalReference(informationAddress, Enums.ExternalReferenceType.Website),
  );
  const component = new Models.Component(Enums.ComponentType.Application, projectName(input), {
    bomRef: 'project',
  });
  const project = input.inventory.projects.find(({ path }) => path === '');
  const license = project?.license ? bomLicense(project.license) : null;
  if (license) component.licenses.add(license);
  const tools = new Models.Tools({ components: new Models.ComponentRepository([tool]) });
  return new Models.Metadata({ tools, component });
}

function modelComponent(used: Used): Models.Component {
  const { model, hub, revision, judgements, rules } = used;
  const record = 'record' in model.lookup ? model.lookup.record : null;
  const local = model.lookup.answer === 'local';
  const [owner, ...rest] = model.id.split('/');
  const grouped = !local && hub === 'huggingface' && rest.length === 1 && owner !== undefined && owner !== '';
  const component = new Models.Component(
    Enums.ComponentType.MachineLearningModel,
    grouped ? rest.join('/') : model.id,
    { bomRef: modelRef(used) },
  );
  if (grouped) component.group = owner;
  if (revision !== null) component.version = revision;
  const purl = local ? null : modelPurl(model.id, hub, revision);
  if (purl !== null) component.purl = purl;
  const license = record ? declaredBomLicense(record.license) : null;
  if (license) component.licenses.add(license);
  const page = record ? hubPage(record.id, record.hub) : null;
  if (page !== null)
    component.externalReferences.add(
      new Models.ExternalReference(page, Enums.ExternalReferenceType.ModelCard),
    );
  const property = (name: string, value: string) =>
    component.properties.add(new Models.Property(`ptm-lens:${name}`, value));
  property('answer', model.lookup.answer);
  for (const kind of judgements) property('judgement', kind);
  for (const rule of rules) property('finding', rule);
  return component;
}

function datasetsOf({ model }: Used): readonly string[] {
  return 'record' in model.lookup ? model.lookup.record.datasets : [];
}

/** The library lists what it knows of; the order of the references is made the same for every run. */
function dependenciesOf(plain: Serialize.JSON.Types.Normalized.Bom, used: readonly Used[]) {
  const datasets = new Map(
    used.map((one) => [modelRef(one), [...new Set(datasetsOf(one))].map(datasetRef).sort()]),
  );
  const models = [...datasets.keys()].sort();
  const leaves = [...new Set([...datasets.values()].flat())].sort();
  return plain.metadata?.component
    ? [
        { ref: 'project', ...(models.length > 0 ? { dependsOn: models } : {}) },
        ...models.map((ref) => {
          const dependsOn = datasets.get(ref) ?? [];
          return { ref, ...(dependsOn.length > 0 ? { dependsOn } : {}) };
        }),
        ...leaves.map((ref) => ({ ref })),
      ]
    : [];
}
