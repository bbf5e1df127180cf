/** What CycloneDX says of a model and the library has no classes for. Shapes are those of the 1.6 schema. */
import type { Usage } from '../../analyzer/usage';
import type { ModelRecord } from '../../db/record';
import type { Localize } from '../../shared/message';
import { cardOf } from '../cardTexts';
import { modelPurl } from '../purl';
import type { Used } from '../used';
import { type ModelCard, modelCard } from './modelCard';

/** Fields that are added to a component. */
export interface BomExtras {
  readonly modelCard?: ModelCard;
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
  const card = modelCard(record, cardOf(model));
  const ancestors = record?.baseModels.map((id) => ancestor(id, record)) ?? [];
  return {
    ...(Object.keys(card).length > 0 ? { modelCard: card } : {}),
    ...(ancestors.length > 0 ? { pedigree: { ancestors } } : {}),
    evidence: { occurrences: usages.map((usage) => occurrence(usage, localize)) },
  };
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
