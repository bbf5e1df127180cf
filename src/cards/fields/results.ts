/** Evaluation: results of `model-index`, of tables, of lists, of sentences. */
import type { FieldValue } from '../card';
import type { TableBlock } from '../read/block';
import { resultOf } from '../read/numbers';
import { scalars, textAt, valueAt, type YamlNode } from '../read/yamlTree';
import { nearest } from './nearness';
import {
  type Field,
  found,
  frontSpot,
  hasAny,
  isUnder,
  labels,
  type Look,
  oneLine,
  present,
  type ReadCard,
} from './field';

/** Words that name a metric. */
const metricWord =
  /\b(?:acc(?:uracy)?|top-?\s?[15]|f-?1|f-?score|precision|recall|bleu|chr-?f\d?|rouge[\w-]*|meteor|wer|cer|mer|em|exact[ _]match|map|m?ap(?:50)?|miou|iou|mrr(?:@\d+)?|ndcg(?:@\d+)?|pearson\w*|spearman\w*|perplexity|ppl|loss|mcc|matthews\w*|auc|auroc|eer|der|kappa|mae|rmse|mse|r2|fid|psnr|ssim|bits per|hits@\d+|score|las|uas|sari|bertscore)\b/i;

/** `eval_rouge1` names one as well. */
function namesMetric(text: string): boolean {
  return metricWord.test(text.replace(/_/g, ' '));
}

/** Columns that are no results. */
const notResult =
  /^(?:epochs?|steps?|#?\s?params?(?:eters)?|(?:model )?size\b.*|(?:training )?time|speed|throughput|date|year|seed|url|download|link|flops|#(?!\s*(?:f1|score|acc|bleu|rouge|em\b|wer)).*|id|num.*|layers?|hidden|train(?:ing)?(?: set)?|dev size|test size|(?:eval )?support|examples?|samples?|memory|ratio.*|hours|batch.*|lr|learning rate|im(?:a)?ge?[ _]size|param[ _]count|gmacs|macts|(?:samples|img)[ _]?(?:per|\/)[ _]?s(?:ec)?)$/i;

const evaluationSection =
  /eval|result|benchmark|performance|accuracy|metrics?|scores?|comparison|glue|fine-?tuning on|test set|dev set|leaderboard/;

/** The hub's own way to state results. */
const modelIndex: Look = ({ front }) =>
  (valueAt(front, 'model-index', 'model_index')?.items ?? []).flatMap((model) =>
    (valueAt(model, 'results')?.items ?? []).flatMap((result) => indexResult(result)),
  );

function indexResult(result: YamlNode): FieldValue[] {
  const data = valueAt(result, 'dataset');
  const dataset = data ? (textAt(data, 'name', 'type') ?? scalars(data)[0]?.text ?? null) : null;
  return (valueAt(result, 'metrics')?.items ?? []).flatMap((metric) => {
    const text = textAt(metric, 'value');
    if (text === null) return [];
    const name = textAt(metric, 'name', 'type');
    const reading = {
      value: resultOf(text)?.value ?? text,
      ...(name ? { name } : {}),
      ...(dataset ? { dataset } : {}),
    };
    return [found(reading, frontSpot(metric, `${name ?? ''}: ${text}`), 'front-matter')];
  });
}

/** Tables of numbers under headings of evaluation, or whose columns name metrics. */
const resultTables: Look = (card) =>
  card.tables.filter(isResultTable).flatMap((table) => rowsOf(table, card));

function rowsOf(table: TableBlock, card: ReadCard): FieldValue[] {
  const rows = ownRows(table, card);
  const own = ownColumns(table, card);
  // A table of numbers alone has no column of labels.
  const first = rows.every(({ cells: [cell] }) => cell && resultOf(cell.text)) ? 0 : 1;
  const heads = table.header.map(({ text }) => text.trim());
  const columns = heads.flatMap((head, index) =>
    index < first || notResult.test(head) || (own.length > 0 && !own.includes(index))
      ? []
      : [{ head, index }],
  );
  return rows.flatMap(({ cells, line }) => {
    const label = first === 0 ? '' : oneLine(cells[0]?.text ?? '');
    const text = cells.map((cell) => cell.text).join(' | ');
    const spot = { section: table.section, startLine: line, endLine: line, text };
    return columns.flatMap(({ head, index }) => {
      const result = resultOf(cells[index]?.text ?? '');
      return result ? [found({ ...result, ...nameAndDataset(label, head) }, spot, 'table')] : [];
    });
  });
}

/** A table whose first column is called so tells how, not how well. */
const settingsHead = /setting|hyper|parameter|argument|size|download/i;

function isResultTable({ header, rows, section }: TableBlock): boolean {
  const heads = header.map(({ text }) => text.trim());
  if (heads.length < 2 || heads.some((head) => /^(?:epoch|step)s?$/i.test(head))) return false;
  const isEvaluation = isUnder(section, evaluationSection);
  if (settingsHead.test(heads[0] ?? '') && !isEvaluation) return false;
  const rowsAreMetrics = rows.some(({ cells }) => namesMetric(cells[0]?.text ?? ''));
  if (/label|language|layers/i.test(heads[0] ?? '') && !isEvaluation && !rowsAreMetrics) return false;
  const named = rowsAreMetrics || heads.slice(1).some(namesMetric);
  if (!named && !isEvaluation) return false;
  return rows.some(({ cells }) =>
    cells
      .slice(1)
      .some(({ text }, index) => resultOf(text) !== null && !notResult.test(heads[index + 1] ?? '')),
  );
}

/** The metric is the side that names one; what remains is what it was measured on. */
function nameAndDataset(label: string, head: string): { name?: string; dataset?: string } {
  const isMetric = namesMetric(label) && !namesMetric(head);
  const [name, dataset] = isMetric ? [label, head] : [head, label];
  return {
    ...(name ? { name: name.slice(0, 120) } : {}),
    ...(dataset ? { dataset: dataset.slice(0, 120) } : {}),
  };
}

/** Rows of a comparison that speak of this model: those whose name is nearest to its own, else all. */
function ownRows(table: TableBlock, card: ReadCard): TableBlock['rows'] {
  const own = nearest(
    table.rows.map(({ cells: [first] }) => first),
    card,
  );
  return own.length > 0 ? table.rows.filter((_row, index) => own.includes(index)) : table.rows;
}

function ownColumns(table: TableBlock, card: ReadCard): readonly number[] {
  return nearest(
    table.header.map((cell, index) => (index > 0 ? cell : undefined)),
    card,
  );
}

/** `- Loss: 0.1116` behind "achieves the following results" or under a heading of evaluation. */
const resultLines: Look = (card) =>
  card.labelled
    .filter(
      ({ from, label, text, section }) =>
        from !== 'table' &&
        /\d/.test(text) &&
        metricWord.test(label) &&
        !isUnder(section, /hyper|parameter|usage|example/),
    )
    .flatMap((line) => {
      const result = resultOf(line.text.replace(/[.;]$/, ''));
      return result ? [found({ ...result, name: line.label }, { ...line, text: line.line }, line.from)] : [];
    });

/** `an F1 of 91.3 on the test set`, `accuracy: 93%`. */
const inSentence =
  /\b(accuracy|f1(?:[\s-]?score)?|f-?score|bleu(?:[\s-]score)?|rouge[\w-]*|wer|cer|eer|word error rate|exact match|em|map|mrr(?:@\d+)?|perplexity|auc|precision|recall)(?:\s+score)?\s*(?:of|is|was|:|=|at|reached|reaches)\s*(?:about|around|approximately)?\s*(\d+(?:[.,]\d+)?\s*%?)/gi;

/** What stands in front of a metric and belongs to its name. */
const qualifiers =
  /(?:\b(?:macro|micro|weighted|average|mean|top-?[15]|zero-shot|test|validation|eval(?:uation)?)[\s-]+){1,2}$/i;

/** Of each match one of these is a part. */
const metricNeedles = [
  'accuracy', 'f1', 'score', 'bleu', 'rouge', 'wer', 'cer', 'eer', 'error rate', 'exact', 'em', 'map', 'mrr', 'perplexity', 'auc',
  'precision', 'recall',
]; // prettier-ignore

const resultSentences: Look = (card) => {
  const here = present(card.lower, metricNeedles);
  return card.sentences
    .filter(({ text, lower }) => text.length < 800 && /\d/.test(text) && hasAny(lower, here))
    .filter(({ section }) => !isUnder(section, /usage|example|citation|reference/))
    .flatMap((sentence) =>
      Array.from(sentence.text.matchAll(inSentence)).flatMap((match) => {
        const result = resultOf(match[2] ?? '');
        if (!result) return [];
        const before = qualifiers.exec(sentence.text.slice(Math.max(0, match.index - 40), match.index));
        return [found({ ...result, name: `${before?.[0] ?? ''}${match[1] ?? ''}` }, sentence, 'text')];
      }),
    );
};

/** A link to a file or a page of scores. */
const scoreLinks = labels(
  /^(?:test set scores|evaluation results|eval(?:uation)?|scores|benchmarks?|results)$/,
  ({ label, links: [link] }) => (link ? { value: link.url, name: label, link: link.url } : null),
);

/** `f1 = 93.15` in a block of output. */
const resultCode: Look = ({ code }) =>
  code
    .filter(({ section }) => isUnder(section, evaluationSection))
    .flatMap((block) =>
      [
        ...block.text
          .slice(0, 3_000)
          .matchAll(/^\s*["']?([A-Za-z][\w@ -]{1,30}?)["']?\s*[:=]\s*(\d+(?:\.\d+)?)\s*%?,?$/gm),
      ]
        .filter(([, name = '']) => namesMetric(name))
        .flatMap((match) => {
          const result = resultOf(match[2] ?? '');
          return result
            ? [found({ ...result, name: match[1] ?? '' }, { ...block, text: match[0] }, 'text')]
            : [];
        }),
    );

export const resultFields: readonly Field[] = [
  {
    name: 'evaluation',
    take: 'all',
    most: 120,
    looks: [modelIndex, resultTables, resultLines, resultCode, resultSentences, scoreLinks],
  },
];
