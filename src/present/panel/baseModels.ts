import type { ModelRecord } from '../../db/record';
import type { Judgement } from '../../licenses/judgement';
import { type Message, message } from '../../shared/message';
import { licenseLabel } from '../license';
import { type ModelStatus, statusLooks } from '../modelStatus';
import type { Reader } from '../reader';
import { shown } from '../shown';
import type { Block, Cell, TreeItem } from './page';
import { modelLink, paragraph, quiet, words } from './pieces';

/** A model that another was made from; `record` is null where the catalogue does not have it, which ends the chain. */
export interface BaseModel {
  readonly id: string;
  readonly record: ModelRecord | null;
  readonly judgement: Judgement | null;
  readonly bases: readonly BaseModel[];
  /** It stands further up already: its own chain is told there. */
  readonly repeated: boolean;
}

/** Longer chains of fine-tunes are a loop, or tell nothing any more; a merge of many models is cut. */
const maxDepth = 8;
const maxBases = 40;

/** The models that a model was made from, and those that these were made from. A loop ends where it closes. */
export function baseModelsOf(
  model: ModelRecord,
  find: (id: string) => ModelRecord | null,
  ask: (record: ModelRecord) => Judgement,
): BaseModel[] {
  const seen = new Set([model.id.toLowerCase()]);
  const walk = (ids: readonly string[], depth: number): BaseModel[] =>
    ids.slice(0, maxBases).map((id) => {
      const record = find(id);
      const key = (record?.id ?? id).toLowerCase();
      const repeated = seen.has(key) || seen.size > maxBases;
      seen.add(key);
      return {
        id: record?.id ?? id,
        record,
        judgement: record && ask(record),
        bases: record && !repeated && depth < maxDepth ? walk(record.baseModels, depth + 1) : [],
        repeated,
      };
    });
  return walk(model.baseModels, 1);
}

/** The chain of licences that a model stands on, as a nested list. */
export function baseModelBlocks(
  bases: readonly BaseModel[],
  model: ModelRecord | null,
  { localize }: Reader,
): Block[] {
  if (bases.length === 0)
    return [
      paragraph(
        quiet(
          localize(
            model && (model.sources.description || model.sources.card)
              ? message('No base model is stated: it was made anew, or its page does not say.')
              : message('Not known.'),
          ),
        ),
      ),
    ];
  const item = (base: BaseModel): TreeItem => ({
    cell: baseCell(base, localize),
    children: base.bases.map(item),
  });
  const intro = message('Terms of a base model may hold for what was made from it.');
  return [paragraph(words(localize(intro))), { kind: 'tree', items: bases.map(item) }];
}

function baseCell({ id, record, judgement, repeated }: BaseModel, localize: Reader['localize']): Cell {
  const link = modelLink(id, record?.hub ?? 'huggingface');
  if (!record) return [link, words(' — '), status('not-in-catalog', localize)];
  const license = licenseLabel({ answer: record.license ? 'found' : 'no-license', record, alias: null });
  const told: Message[] = repeated ? [message('told above')] : [];
  return [
    link,
    words(` — ${shown(localize(license))}`),
    ...(judgement && record.license ? [words(' · '), status(judgement.kind, localize)] : []),
    ...told.map((one) => quiet(` (${localize(one)})`)),
  ];
}

function status(kind: ModelStatus, localize: Reader['localize']) {
  return { text: localize(statusLooks[kind].label), status: kind };
}
