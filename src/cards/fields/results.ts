/** Evaluation: results of `model-index`, of tables, of lists, of sentences. */
import type { FieldValue } from '../card';
import type { Span, TableBlock } from '../read/block';
import { resultOf } from '../read/numbers';
import { scalars, textAt, valueAt, type YamlNode } from '../read/yamlTree';
import { type Field, found, frontSpot, isUnder, labels, type Look, type ReadCard } from './field';

/** Words that name a metric. */
const metricWord =
  /\b(?:acc(?:uracy)?|top-?\s?[15]|f-?1|f-?score|precision|recall|bleu|chr-?f\d?|rouge[\w-]*|meteor|wer|cer|mer|em|exact[ _]match|map|m?ap(?:50)?|miou|iou|mrr(?:@\d+)?|ndcg(?:@\d+)?|pearson\w*|spearman\w*|perplexity|ppl|loss|mcc|matthews\w*|auc|auroc|eer|der|kappa|mae|rmse|mse|r2|fid|psnr|ssim|bits per|hits@\d+|score|las|uas|sari|bertscore)\b/i;

/** Columns that are no results. */
const notResult =
  /^(?:epochs?|steps?|#?\s?params?(?:eters)?|(?:model )?size\b.*|(?:training )?time|speed|throughput|docs ?\/ ?sec|date|year|seed|url|download|link|flops|#.*|id|num.*|layers?|hidden|train(?:ing)?(?: set)?|dev size|test size|(?:eval )?support|examples?|samples?|memory|ratio.*|hours|batch.*|lr|learning rate)$/i;

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
  card.tables.filter(isResultTable).flatMap((table) => {
    const rows = ownRows(table, card);
    const columns = ownColumns(table, card);
    // A table of numbers alone has no column of labels.
    const first = rows.every(({ cells: [cell] }) => cell && resultOf(cell.text)) ? 0 : 1;
    return rows.flatMap(({ cells, line }) =>
      cells.slice(first).flatMap((cell, index) => {
        const head = table.header[index + first]?.text.trim() ?? '';
        const result = resultOf(cell.text);
        if (!result || notResult.test(head) || (columns.length > 0 && !columns.includes(index + first)))
          return [];
        const label = first === 0 ? '' : (cells[0]?.text.replace(/\s+/g, ' ').trim() ?? '');
        const spot = {
          section: table.section,
          startLine: line,
          endLine: line,
          text: cells.map(({ text }) => text).join(' | '),
        };
        return [found({ ...result, ...nameAndDataset(label, head) }, spot, 'table')];
      }),
    );
  });

function isResultTable({ header, rows, section }: TableBlock): boolean {
  const heads = header.map(({ text }) => text.trim());
  if (heads.length < 2 || heads.some((head) => /^(?:epoch|step)s?$/i.test(head))) return false;
  if (
    /setting|hyper|parameter|argument|label|language|layers|size|download/i.test(heads[0] ?? '') &&
    !isUnder(section, evaluationSection)
  )
    return false;
  const named =
    heads.slice(1).some((head) => metricWord.test(head)) ||
    rows.some(({ cells }) => metricWord.test(cells[0]?.text ?? ''));
  if (!named && !isUnder(section, evaluationSection)) return false;
  return rows.some(({ cells }) =>
    cells
      .slice(1)
      .some(({ text }, index) => resultOf(text) !== null && !notResult.test(heads[index + 1] ?? '')),
  );
}

/** The metric is the side that names one; what remains is what it was measured on. */
function nameAndDataset(label: string, head: string): { name?: string; dataset?: string } {
  const isMetric = metricWord.test(label) && !metricWord.test(head);
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

/** Which of the cells name the model best; none when none does. */
function nearest(cells: readonly (Span | undefined)[], { subject: { id } }: ReadCard): number[] {
  const scores = cells.map((cell) => (cell ? nearness(cell.text, id ?? '') : 0));
  const best = Math.max(...scores, 0);
  return best === 0 ? [] : scores.flatMap((score, index) => (score === best ? [index] : []));
}

/**
 * How many words of the model's name a cell has; none when it has others too: `DeiT-base` speaks of `deit-base-patch16-224`,
 * `DeiT-base distilled` does not. Two words are wanted, or all there are: one alone is a family.
 */
function nearness(text: string, id: string): number {
  if (/\b(?:ours?|this model)\b/i.test(text)) return Infinity;
  const wordsOf = (name: string) => name.toLowerCase().match(/\p{L}+\d*(?:\.\d+)?|\d+/gu) ?? [];
  const name = new Set(wordsOf(id.split('/').at(-1) ?? ''));
  const words = wordsOf(text.replace(/^.*\/|\s*\([^()]*\)/g, ''));
  return words.length >= Math.min(2, name.size) && words.every((word) => name.has(word)) ? words.length : 0;
}

/** `- Loss: 0.1116` behind "achieves the following results" or under a heading of evaluation. */
const resultLines: Look = (card) =>
  card.labelled
    .filter(
      ({ from, label, section }) =>
        from !== 'table' && metricWord.test(label) && !isUnder(section, /hyper|parameter|usage|example/),
    )
    .flatMap((line) => {
      const result = resultOf(line.text.replace(/[.;]$/, ''));
      return result ? [found({ ...result, name: line.label }, { ...line, text: line.line }, line.from)] : [];
    });

/** `an F1 of 91.3 on the test set`, `accuracy: 93%`. */
const inSentence =
  /\b((?:(?:macro|micro|weighted|average|mean|top-?[15]|zero-shot|test|validation|eval(?:uation)?)[\s-]+){0,2}(?:accuracy|f1(?:[\s-]?score)?|f-?score|bleu(?:[\s-]score)?|rouge[\w-]*|wer|cer|eer|word error rate|exact match|em|map|mrr(?:@\d+)?|perplexity|auc|precision|recall))(?:\s+score)?\s*(?:of|is|was|:|=|at|reached|reaches)\s*(?:about|around|approximately)?\s*(\d+(?:[.,]\d+)?\s*%?)/gi;

const resultSentences: Look = (card) =>
  card.sentences
    .filter(({ section, text }) => text.length < 800 && !isUnder(section, /usage|example|citation|reference/))
    .flatMap((sentence) =>
      [...sentence.text.matchAll(inSentence)].flatMap((match) => {
        const result = resultOf(match[2] ?? '');
        return result ? [found({ ...result, name: match[1] ?? '' }, sentence, 'text')] : [];
      }),
    );

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
        .filter(([, name = '']) => metricWord.test(name.replace(/_/g, ' ')))
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
