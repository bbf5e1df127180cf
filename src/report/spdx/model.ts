import { hubPage } from '../../present/hubPage';
import type { Localize } from '../../shared/message';
import type { Usage } from '../../analyzer/usage';
import { modelRef } from '../modelRef';
import { modelPurl } from '../purl';
import { whereText } from '../summary';
import type { Used } from '../used';
import { element, type Naming, relationship, type SpdxNode } from './element';
import { recordLicence } from './licence';

/** The elements that one model brings: itself, its licence, what it was made from and trained on, and who uses it. */
export function modelElements(used: Used, name: Naming, localize: Localize): SpdxNode[] {
  const record = 'record' in used.model.lookup ? used.model.lookup.record : null;
  const id = name('model', modelRef(used));
  const licence = recordLicence(record, name);
  const bases = (record?.baseModels ?? []).map((base) =>
    name('model', modelPurl(base, 'huggingface', null) ?? base),
  );
  const datasets = [...new Set(record?.datasets ?? [])].map((dataset) => name('dataset', dataset));
  return [
    aiPackage(used, id),
    ...licence.elements,
    relationship(name, [id, 'hasDeclaredLicense', [licence.id]]),
    ...(record?.baseModels ?? []).map((base, index) => basePackage(base, bases[index] ?? '')),
    ...bases.map((base) => relationship(name, [base, 'ancestorOf', [id]])),
    ...[...new Set(record?.datasets ?? [])].map((dataset) =>
      datasetPackage(dataset, name('dataset', dataset)),
    ),
    ...(datasets.length > 0 ? [relationship(name, [id, 'trainedOn', datasets])] : []),
    ...usageElements(used, id, name, localize),
  ];
}

function aiPackage({ model, revision, judgements }: Used, spdxId: string): SpdxNode {
  const record = 'record' in model.lookup ? model.lookup.record : null;
  const local = model.lookup.answer === 'local';
  return element('ai_AIPackage', spdxId, {
    name: model.id,
    comment: [`${model.lookup.answer}`, ...judgements].join(', '),
    software_primaryPurpose: 'model',
    software_packageVersion: revision,
    software_packageUrl: local ? null : modelPurl(model.id, record?.hub ?? 'huggingface', revision),
    software_downloadLocation: record ? hubPage(record.id, record.hub) : null,
    ai_domain: record?.task === null || record?.task === undefined ? [] : [record.task],
    ai_typeOfModel: record?.architectures ?? [],
    ai_limitation: record?.card['limitationAndBias']?.toString(),
  });
}

function basePackage(id: string, spdxId: string): SpdxNode {
  return element('ai_AIPackage', spdxId, {
    name: id,
    software_primaryPurpose: 'model',
    software_packageUrl: modelPurl(id, 'huggingface', null),
  });
}

/** Of what kind its data are, no record says. */
function datasetPackage(id: string, spdxId: string): SpdxNode {
  return element('dataset_DatasetPackage', spdxId, {
    name: id,
    software_primaryPurpose: 'data',
    dataset_datasetType: ['noAssertion'],
  });
}

/** The files that load a model, each with its places. */
function usageElements({ usages }: Used, model: string, name: Naming, localize: Localize): SpdxNode[] {
  const files = [...new Set(usages.map(({ place }) => place.file))];
  return files.flatMap((file) => {
    const id = name('file', file);
    const places = usages.filter(({ place }) => place.file === file).map((one) => placeWords(one, localize));
    return [
      element('software_File', id, { name: file, software_primaryPurpose: 'source' }),
      relationship(name, [id, 'dependsOn', [model]], places.join('; ')),
    ];
  });
}

function placeWords({ place, loader, reason }: Usage, localize: Localize): string {
  return `${loader} at ${whereText(place)}${reason ? ` (${localize(reason)})` : ''}`;
}
