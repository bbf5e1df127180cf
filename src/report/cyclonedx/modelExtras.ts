/** What CycloneDX says of a model and the library has no classes for. Shapes are those of the 1.6 schema. */
import type { Usage } from '../../analyzer/usage';
import type { ModelRecord } from '../../db/record';
import type { Localize } from '../../shared/message';
import { modelPurl } from '../purl';
import type { Used } from '../used';
import { datasetRef } from './data';

interface Property {
  readonly name: string;
  readonly value: string;
}

/** Fields that are added to a component. */
export interface BomExtras {
  readonly modelCard?: {
    readonly modelParameters?: {
      readonly task?: string;
      readonly modelArchitecture?: string;
      readonly datasets?: readonly { readonly ref: string }[];
    };
    readonly considerations?: {
      readonly useCases?: readonly string[];
      readonly technicalLimitations?: readonly string[];
    };
    readonly properties?: readonly Property[];
  };
  readonly pedigree?: { readonly ancestors: readonly Ancestor[] };
  readonly data?: readonly {
    readonly type: 'dataset';
    readonly name: string;
    readonly contents?: { readonly url: string };
  }[];
  readonly evidence?: { readonly occurrences: readonly Occurrence[] };
}

interface Ancestor {
  readonly type: 'machine-learning-model';
  readonly name: string;
  readonly group?: string;
  readonly purl?: string;
}

interface Occurrence {
  readonly location: string;
  readonly line?: number;
  readonly symbol: string;
  readonly additionalContext?: string;
}

/** The card, the ancestors and the places of a model. */
export function modelExtras({ model, usages }: Used, localize: Localize): BomExtras {
  const record = 'record' in model.lookup ? model.lookup.record : null;
  const card = record ? modelCard(record) : {};
  return {
    ...card,
    ...(record && record.baseModels.length > 0
      ? { pedigree: { ancestors: record.baseModels.map((id) => ancestor(id, record)) } }
      : {}),
    evidence: { occurrences: usages.map((usage) => occurrence(usage, localize)) },
  };
}

function modelCard(record: ModelRecord): Pick<BomExtras, 'modelCard'> {
  const datasets = [...new Set(record.datasets)].map((id) => ({ ref: datasetRef(id) }));
  const modelParameters = {
    ...(record.task === null ? {} : { task: record.task }),
    ...(record.architectures.length > 0 ? { modelArchitecture: record.architectures.join(', ') } : {}),
    ...(datasets.length > 0 ? { datasets } : {}),
  };
  const limitations = texts(record.card['limitationAndBias']);
  const considerations = limitations.length > 0 ? { technicalLimitations: limitations } : {};
  const properties = cardProperties(record);
  return {
    modelCard: {
      ...(Object.keys(modelParameters).length > 0 ? { modelParameters } : {}),
      ...(limitations.length > 0 ? { considerations } : {}),
      ...(properties.length > 0 ? { properties } : {}),
    },
  };
}

/** Facts that the schema has no field for, and where each group of facts is from. */
function cardProperties(record: ModelRecord): Property[] {
  const facts: [string, string | number | boolean | null][] = [
    ['parameters', record.parameters],
    ['library', record.library],
    ['gated', record.gated],
    ['downloads', record.downloads],
    ...record.languages.map((language): [string, string] => ['language', language]),
    ...record.papers.map((paper): [string, string] => ['arxiv', paper]),
    ...Object.entries(record.sources).map(([group, { name, date }]): [string, string] => [
      `source:${group}`,
      `${name}, ${date}`,
    ]),
  ];
  return facts.flatMap(([name, value]) =>
    value === null ? [] : [{ name: `ptm-lens:${name}`, value: String(value) }],
  );
}

function ancestor(id: string, { hub }: ModelRecord): Ancestor {
  const [owner = '', name = ''] = id.split('/');
  const purl = modelPurl(id, hub, null);
  return {
    type: 'machine-learning-model',
    name: name === '' ? id : name,
    ...(name === '' ? {} : { group: owner }),
    ...(purl === null ? {} : { purl }),
  };
}

/** Lines of a notebook count in the cell, which the schema has no field for: they are in words. */
function occurrence({ place, loader, part, reason }: Usage, localize: Localize): Occurrence {
  const line = place.range.start.line + 1;
  const context = [
    ...(place.cell === null ? [] : [`cell ${place.cell + 1}, line ${line} of the cell`]),
    ...(part === 'weights' ? [] : [part]),
    ...(reason ? [localize(reason)] : []),
  ];
  return {
    location: place.file,
    ...(place.cell === null ? { line } : {}),
    symbol: loader,
    ...(context.length > 0 ? { additionalContext: context.join('; ') } : {}),
  };
}

function texts(value: string | readonly string[] | undefined): string[] {
  const all = value === undefined ? [] : typeof value === 'string' ? [value] : [...value];
  return all.filter((text) => text.trim() !== '');
}
