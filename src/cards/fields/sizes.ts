/** Numbers with a unit that say how large the model and what it takes are. */
import { argumentsIn } from './arguments';
import { type Field, found, front, labels, type Look, oneLine, type Reading, sentences } from './field';
import { soleRow } from './nearness';
import { plainDigits, scaledNumber } from '../read/numbers';

/** `125M parameters`, `has 1.3 billion parameters`. */
const parameterCount =
  /(?:^|[\s(~≈])(\d[\d,]*(?:\.\d+)?)\s*[-‑]?\s?(k|m|b|t|thousand|million|billion|trillion|bn)?\s*[-‑]?\s?(?:trainable\s+|total\s+|model\s+|learnable\s+|backbone\s+)?(?:param(?:eter)?s?)\b(?!\s+in\s+the\s+embedding)/i;

/** Said of another model than the card's. */
const otherModel =
  /\b(?:compared (?:to|with)|than|versus|vs\.?|fewer|less|more|reduc\w+|instead of|ratio|original(?:ly)?)\b/i;

const count = (text: string): Reading | null => {
  const value = scaledNumber(text);
  return value !== null && value >= 1_000 && value < 1e14 ? { value, unit: 'parameters' } : null;
};

const length = (text: string): Reading | null => {
  const value = scaledNumber(text);
  return value !== null && value >= 8 && value <= 1e8 && Number.isInteger(value)
    ? { value, unit: 'tokens' }
    : null;
};

const maxLength =
  /\bmax(?:imum|imal)?[\s_-]+(?:(?:input|output|source|sequence|seq|context|token|text|position|sentence|total)[\s_-]+)*(?:len(?:gth)?|size|window)\s*(?:of|is|was|:|=|to|set to|limited to)*\s*(\d[\d,]*k?)\b|\bcontext\s+(?:window|length)\s+(?:of|is|:|=)\s*(\d[\d,]*k?)\b|\b(?:longer|more)\s+than\s+(\d[\d,]*)\s+(?:word\s?pieces?|(?:sub-?)?tokens?)\b|\blimit\s+of\s+(\d[\d,]*)\s+(?:word\s?pieces?|(?:sub-?)?tokens?)\b|\bup\s+to\s+(\d[\d,]*)\s+(?:word\s?pieces|(?:sub-?)?tokens)\b|\bsequences?\s+of\s+(?:length\s+)?up\s+to\s+(\d[\d,]*)\b/i;

const vocabulary =
  /\bvocab(?:ulary)?(?:\s*size|\s+file)?\s*(?:of|is|was|:|=|contain(?:s|ing)|has|consists of|with)*\s*(?:size\s+(?:of\s+)?)?(?:about|around|approximately|roughly|~)?\s*(\d[\d,]*(?:\.\d+)?k?)\b(?!\s*%)|\b(\d[\d,]{2,}k?|\d+k)[\s-]+(?:\w+[\s-]+){0,2}vocab(?:ulary)?\b/i;

const samplingRate = /\b(\d[\d.,]*)\s*(k)?hz\b/i;

const pixels =
  /\b(?:resolution|resized?|rescaled|cropped|input size|image size|size)\D{0,40}?(\d{2,4})\s?[x×]\s?(\d{2,4})\b|\b(\d{2,4})\s?[x×]\s?(\d{2,4})\s+(?:pixels|resolution|images)/i;

function firstGroup(match: RegExpExecArray): string {
  return match.slice(1).find((group) => group !== undefined) ?? '';
}

const rate = (text: string): Reading | null => {
  const match = samplingRate.exec(text);
  const number = match ? plainDigits(match[1] ?? '') : null;
  return match && number ? { value: number * (match[2] ? 1000 : 1), unit: 'Hz' } : null;
};

/** `5.3` under `Params (M)`. */
function inUnit(text: string, label: string): string {
  const unit = /\(([mbk])\w*\)/i.exec(label)?.[1];
  const number = /^\s*[~≈]?\s*(\d[\d,.]*)\s*$/.exec(text)?.[1];
  return unit && number ? `${number}${unit}` : text;
}

const parameterColumn =
  /^#?\s?(?:(?:num(?:ber)?|no\.?) ?(?:of )?)?(?:model |total |trainable )?param(?:eter)?s?(?: count)?(?: ?\([mbk]\w*\))?$/i;

/** A column of sizes in a table of several models: the row that alone is this model's. */
const parameterTables: Look = (card) =>
  card.tables.flatMap((table) => {
    const column = table.header.findIndex(({ text }) => parameterColumn.test(oneLine(text)));
    const index = column > 0 ? soleRow(table, card) : null;
    const row = index === null ? undefined : table.rows[index];
    const reading = count(inUnit(row?.cells[column]?.text ?? '', table.header[column]?.text ?? ''));
    if (!row || !reading) return [];
    const text = row.cells.map((cell) => cell.text).join(' | ');
    return [
      found(reading, { section: table.section, startLine: row.line, endLine: row.line, text }, 'table'),
    ];
  });

/** An example of how to tune the model says nothing of the model itself. */
const ownTraining = /hyper|param|^(?:model )?train|^fine-?tuning(?: procedure)?$/;

/** A length among the arguments that the model was trained with. */
const argument =
  (name: RegExp): Look =>
  (card) =>
    argumentsIn(card).flatMap((one) => {
      const isOwn = ownTraining.test(one.spot.section?.path.at(-1) ?? '');
      const reading = isOwn && name.test(one.name) ? length(one.value) : null;
      return reading ? [found(reading, one.spot, 'list')] : [];
    });

export const sizeFields: readonly Field[] = [
  {
    name: 'parameterCount',
    take: 'first',
    most: 1,
    looks: [
      labels(
        /^(?:(?:(?:num(?:ber)?|no\.?|#|n) ?(?:of )?)?(?:model |trainable |total )?param(?:eter)?s?(?: count)?|model size)(?: \((?:m|b|k|millions?|billions?)\))?$/,
        ({ label, text }) => count(inUnit(text, label)),
      ),
      sentences(['param'], parameterCount, (match, { text, inList, section }) => {
        if (
          otherModel.test(text) ||
          (inList && match.index > 60 && !/\bthis model\b/i.test(text)) ||
          /fine-?tun|evaluat|result/i.test(section.title)
        )
          return null;
        return count(`${match[1] ?? ''}${match[2] ?? ''}`);
      }),
      parameterTables,
    ],
  },
  {
    name: 'maxLength',
    take: 'first',
    most: 1,
    looks: [
      labels(
        /^max(?:imum)? ?(?:seq(?:uence)?|input|context|source)? ?(?:len(?:gth)?|tokens)$|^(?:context|sequence)(?: length| window|len)$/,
        ({ text }) => length(text),
      ),
      argument(
        /^(?:max (?:seq(?:uence)? |input |position )?(?:len(?:gth)?|embeddings)|(?:context|sequence) length|seq len)$/,
      ),
      sentences(['max', 'context', 'token', 'piece', 'sequence'], maxLength, (match) =>
        length(firstGroup(match)),
      ),
    ],
  },
  {
    name: 'vocabularySize',
    take: 'first',
    most: 1,
    looks: [
      labels(/^vocab(?:ulary)? ?size$|^vocab(?:ulary)?$/, ({ text }) => length(text)),
      argument(/^vocab(?:ulary)? size$/),
      sentences(['vocab'], vocabulary, (match) => length(firstGroup(match))),
    ],
  },
  {
    name: 'sampleRate',
    take: 'first',
    most: 1,
    looks: [
      labels(/^sampl(?:e|ing) ?rate$|^sampling frequency$/, ({ text }) => rate(text) ?? plainRate(text)),
      sentences(['hz'], samplingRate, (match) => rate(match[0])),
    ],
  },
  {
    name: 'inputSize',
    take: 'first',
    most: 2,
    looks: [
      labels(/^(?:input|image) ?(?:size|resolution)$|^resolution$/, ({ text }) => size(text)),
      sentences(['resol', 'size', 'cropped', 'pixels', 'images'], pixels, (match) => size(match[0])),
    ],
  },
];

function plainRate(text: string): Reading | null {
  const value = plainDigits(text.trim());
  return value !== null && value >= 4_000 && value <= 400_000 ? { value, unit: 'Hz' } : null;
}

function size(text: string): Reading | null {
  const match = /(\d{2,4})\s?[x×]\s?(\d{2,4})/.exec(text);
  // Patches are what the model cuts an image into.
  return match && Number(match[1]) > 32 ? { value: `${match[1]}x${match[2]}`, unit: 'px' } : null;
}

/** `co2_eq_emissions` at the top: a lone number of grams; a mapping is read in `training.ts`. */
export const lonelyEmissions = front(['co2_eq_emissions'], (text) => {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? { value, unit: 'g CO2eq' } : null;
});
