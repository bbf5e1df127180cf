/** The models of an inventory as an SPDX 3 document with the AI and dataset profiles, in JSON-LD. */
import { version } from '../../../package.json';
import { projectName, type ReportInput } from '../input';
import { usedModels } from '../used';
import {
  context,
  creationInfo,
  element,
  namingOf,
  type Naming,
  relationship,
  type SpdxNode,
  specVersion,
} from './element';
import { spdxLicence } from './licence';
import { modelElements } from './model';

/** SPDX demands a time of making; a caller that gives none says that it does not count. */
const noTime = '1970-01-01T00:00:00Z';

/** The document as plain data. */
export function spdxReport(input: ReportInput): object {
  const name = namingOf(projectName(input));
  const models = usedModels(input.inventory);
  const inside = distinct(
    [...projectElements(input, name), ...models.flatMap((used) => modelElements(used, name, input.localize))],
    name,
  );
  const ids = inside.map(({ spdxId }) => spdxId);
  const document = element('SpdxDocument', name('document'), {
    name: projectName(input),
    profileConformance: ['core', 'software', 'simpleLicensing', 'ai', 'dataset'],
    rootElement: [name('bom')],
    element: [...ids, name('bom'), name('agent'), name('tool')],
  });
  const bom = element('software_Sbom', name('bom'), {
    software_sbomType: ['source'],
    rootElement: [name('project')],
    element: ids,
  });
  return { '@context': context, '@graph': [...creation(input, name), document, bom, ...inside] };
}

function creation({ created }: ReportInput, name: Naming): SpdxNode[] {
  return [
    {
      type: 'CreationInfo',
      '@id': creationInfo,
      specVersion,
      created: created ?? noTime,
      createdBy: [name('agent')],
      createdUsing: [name('tool')],
    },
    element('SoftwareAgent', name('agent'), { name: 'PTM Lens' }),
    element('Tool', name('tool'), { name: `ptm-lens ${version}` }),
  ];
}

function projectElements(input: ReportInput, name: Naming): SpdxNode[] {
  const root = input.inventory.projects.find(({ path }) => path === '');
  const licence = root?.license ? spdxLicence(root.license, name) : null;
  const files = input.inventory.files.filter(({ usages }) => usages.length > 0);
  return [
    element('software_Package', name('project'), {
      name: projectName(input),
      software_primaryPurpose: 'application',
    }),
    ...(licence
      ? [...licence.elements, relationship(name, [name('project'), 'hasDeclaredLicense', [licence.id]])]
      : []),
    ...files.map(({ file }) =>
      element('software_File', name('file', file), { name: file, software_primaryPurpose: 'source' }),
    ),
    ...(files.length > 0
      ? [relationship(name, [name('project'), 'contains', files.map(({ file }) => name('file', file))])]
      : []),
  ];
}

/** Each element once: of two, the one that says more (a used model says more than one that is only a base). */
function distinct(nodes: readonly SpdxNode[], name: Naming): SpdxNode[] {
  const found = new Map<unknown, SpdxNode>();
  for (const node of nodes) {
    const known = found.get(node['spdxId']);
    if (!known || Object.keys(known).length < Object.keys(node).length) found.set(node['spdxId'], node);
  }
  // What tells relationships apart is too long for a name.
  return [...found.values()].map((node, index) =>
    node['type'] === 'Relationship' ? { ...node, spdxId: name('relationship', String(index)) } : node,
  );
}
