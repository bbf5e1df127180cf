/** How the model was trained: hyper-parameters, hardware, time, place, carbon. */
import type { FieldName } from '../card';
import { plainDigits } from '../read/numbers';
import type { Sentence } from '../read/sentences';
import { textAt, valueAt } from '../read/yamlTree';
import {
  type Field,
  found,
  frontSpot,
  isPlaceholder,
  isUnder,
  labels,
  type Look,
  type Reading,
  sentences,
} from './field';
import { argumentsIn, hyperName, hyperSection } from './arguments';
import { lonelyEmissions } from './sizes';

const hyperLabels =
  (needsSection: boolean): Look =>
  (card) =>
    card.labelled.flatMap((line) => {
      const inSection =
        /^hyper-?\s?param/.test(line.column) ||
        isUnder({ ...line.section, path: line.section.path.slice(-1) }, hyperSection);
      const known = hyperName.test(line.label.replace(/[-_]/g, ' '));
      const said = line.text.replace(/\s+/g, ' ').trim();
      if ((needsSection ? !inSection : !known) || isPlaceholder(said) || said.length > 100) return [];
      if (!needsSection && !/\d|adam|sgd|adafactor|lamb|linear|cosine/i.test(said)) return [];
      // A loss that is a number is a result; one that is a name was chosen.
      if (!inSection && line.label === 'loss' && /^[\d.]+$/.test(said)) return [];
      return [found({ name: line.label, value: numberOr(said) }, { ...line, text: line.line }, line.from)];
    });

const assignments: Look = (card) =>
  argumentsIn(card).map(({ name, value, spot }) => found({ name, value: numberOr(value) }, spot, 'list'));

/** Hyper-parameters in running text: their name, a word in lower case that each match has, and how they are said. */
const inText: readonly (readonly [name: string, needle: string, pattern: RegExp])[] = [
  [
    'batch size',
    'batch',
    /\bbatch(?:es)?[\s-]*sizes?\s+(?:(?:of|is|was|=|:)\s*)?(\d[\d,]*k?)\b|\bbatches\s+of\s+(\d[\d,]*)\b/i,
  ],
  [
    'learning rate',
    'learning',
    /\b(\d[\d.]*(?:e-\d+)?)\s+learning[\s-]rate\b|\blearning[\s-]rates?\s+(?:(?:of|is|was|to|=|:)\s*)?(\\?\\?\(?\d[\w.\\^{}×*-]{0,20}\d)/i,
  ],
  [
    'optimizer',
    'optimi',
    /\b((?:Adam(?:W|ax)?|LAMB|SGD|AdaFactor|RMSProp)\b)(?:\\?\[[^\]]*\]|\([^)]*\))?\s+(?:as\s+(?:the\s+)?)?optimi[sz]er|\boptimi[sz]er\s+(?:used\s+)?(?:is|was|:)\s+(Adam\w*|LAMB|SGD|AdaFactor|RMSProp)/i,
  ],
  ['weight decay', 'weight', /\bweight\s+decay\s+(?:of|is|was|=|:)\s*(\d[\w.-]*\d)/i],
  ['epochs', 'epoch', /\b(?:for|of)\s+(?:about\s+|around\s+)?(\d[\d,.]*)\s+epochs?\b/i],
  [
    'steps',
    'steps',
    /(?<!warm-?up\s+)\b(?:for|of)\s+(?:about\s+|around\s+)?((?:\d[\d,.]*|one)\s?(?:k|m|million|thousand)?)\s+(?:training\s+|gradient\s+|update\s+)?steps\b/i,
  ],
  ['dropout', 'dropout', /\bdropout\s+(?:rate\s+|probability\s+)?(?:of|is|was|=|:)\s*(\d?\.\d+)/i],
  [
    'warmup steps',
    'warm',
    /\bwarm-?up\s+(?:for|of|over)\s+(?:the\s+first\s+)?(\d[\d,]*)\s+steps|\b(\d[\d,]*)\s+warm-?up\s+steps|\bwarm-?up\s+steps\s+(?:of|=|:)\s*(\d[\d,]*)/i,
  ],
];

const hyperSentences: Look = (card) => {
  const here = inText.filter(([, needle]) => card.lower.includes(needle));
  if (here.length === 0) return [];
  return card.sentences.filter(speaksOfTraining).flatMap((sentence) =>
    here.flatMap(([name, needle, pattern]) => {
      const match = sentence.lower.includes(needle) ? pattern.exec(sentence.text) : null;
      const value = match?.slice(1).find((group) => group !== undefined);
      return value ? [found({ name, value: numberOr(value) }, sentence, 'text')] : [];
    }),
  );
};

function speaksOfTraining({ section, lower }: Sentence): boolean {
  return (
    lower.length < 1_200 &&
    /\d|optimi/.test(lower) &&
    (/train|fine-?tun/.test(lower) || isUnder(section, /train|fine-?tun|hyper|procedure|detail/)) &&
    !isUnder(section, /evaluat|result|reference|citation/)
  );
}

/** A number where the whole text is one. */
export function numberOr(text: string): string | number {
  const plain = /^-?\d[\d,]*(?:\.\d+)?$/.test(text) ? plainDigits(text) : null;
  if (plain !== null) return plain;
  return /^-?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text) ? Number(text) : text;
}

/** Devices, with how many of them. */
const devices =
  /(?:\b(?:\d{1,5}|one|two|three|four|eight|a single|single|a|an)\s*(?:x|×|\*)?\s*)?(?:\b(?:cloud|nvidia|tesla|google|geforce|amd|quadro)\s+){0,2}(?:\b|(?<=\dx))(?:(?:A(?:10|30|40|100|800)|B[12]00|V100|P100|P40|T4|K[48]0|H[128]00|L40?S?|M60)s?|RTX\s?\w{4,7}|GTX\s?\w{4,7}|TITAN\s?\w*|TPU\s?v\d(?:-\d+)?|TPUs?(?:\s?v\d(?:-\d+)?)?|MI\d{3}X?|(?:\d+\s?GB\s+)?GPUs?)(?![A-Za-z\d])(?:[\s-]+(?:\d+\s?GB|GPUs?|cores?|chips?|pods?|v\d(?:-\d+)?|SXM\d?|PCIe|\(\d+\s?GB\)|VM|machines?))*(?:\s+in\s+Pod\s+configuration)?/i;

/** What each name of a device has: a cheaper look. */
const deviceWord = /[ablhkmptv]\d|rtx|gtx|titan|[tg]pu/;

/** Only where training is spoken of: examples and requirements name devices too. */
const hardware: Look = (card) =>
  card.sentences.flatMap((sentence) => {
    if (!deviceWord.test(sentence.lower)) return [];
    if (
      !/train|infrastructure|hardware|comput|ran\b|fine-?tun/i.test(sentence.text) &&
      !isUnder(sentence.section, /train|hardware|comput/)
    )
      return [];
    if (isUnder(sentence.section, /usage|how to|example|inference|citation|speed/)) return [];
    const match = devices.exec(sentence.text);
    const value = match?.[0].replace(/\s+/g, ' ').trim() ?? '';
    if (
      !match ||
      !/\d|tesla|nvidia|titan/i.test(value.replace(/^a single/i, '')) ||
      /\d\s+(?:hours|days)/.test(value)
    )
      return [];
    return [found({ value: value.replace(/^(?:an?|a single)\s+/i, '') }, sentence, 'text')];
  });

/** `co2_eq_emissions` as a mapping: each of its keys is a field of ours. */
function emissionsKey(...keys: readonly string[]): Look {
  return ({ front }) => {
    const node = valueAt(front, 'co2_eq_emissions');
    const text = node ? textAt(node, ...keys) : null;
    return node && text
      ? [found({ value: text }, frontSpot(node, `${keys[0] ?? ''}: ${text}`), 'front-matter')]
      : [];
  };
}

const units: readonly (readonly [unit: RegExp, grams: number])[] = [
  [/^(?:k\s?g|kilo)/i, 1e3],
  [/^(?:m?t\b|tons?|tonnes?|metric)/i, 1e6],
  [/^(?:lbs?|pounds?)/i, 453.592],
  [/^g/i, 1],
];

const emitted =
  /(\d[\d,]*(?:\.\d+)?)\s*(kg|kilograms?|g\b|grams?|t\b|mt\b|tonn?e?s?|metric tons?|lbs)\s*(?:of\s+)?(?:CO2|CO₂|carbon)/i;

function grams(number: string, unit: string): Reading | null {
  const value = plainDigits(number);
  const scale = units.find(([pattern]) => pattern.test(unit))?.[1];
  return value === null || scale === undefined
    ? null
    : { value: Number((value * scale).toPrecision(12)), unit: 'g CO2eq' };
}

const emissions: Look = ({ front }) => {
  const node = valueAt(front, 'co2_eq_emissions');
  const text = node ? textAt(node, 'emissions') : null;
  const value = Number(text);
  if (!node || !text || !Number.isFinite(value)) return [];
  return [found({ value, unit: 'g CO2eq' }, frontSpot(node, `emissions: ${text}`), 'front-matter')];
};

const hoursText = (text: string): Reading => {
  const match = /^(?:about|around|approximately|~)?\s*(\d[\d,]*(?:\.\d+)?)\s*(?:h\b|hours?|hrs?|$)/i.exec(
    text.trim(),
  );
  const value = match ? plainDigits(match[1] ?? '') : null;
  return value === null ? { value: text.slice(0, 120) } : { value, unit: 'hours' };
};

const said = ({ text }: { text: string }): Reading => ({
  value: text.replace(/\s+/g, ' ').trim().slice(0, 200),
});

/** A field of the hub's template for environmental impact. */
function impact(name: FieldName, label: RegExp, ...more: readonly Look[]): Field {
  return { name, take: 'first', most: 2, looks: [labels(label, said), ...more] };
}

export const trainingFields: readonly Field[] = [
  {
    name: 'hyperParameters',
    take: 'all',
    most: 60,
    looks: [hyperLabels(true), hyperLabels(false), assignments, hyperSentences],
  },
  {
    name: 'hardware',
    take: 'first',
    most: 2,
    looks: [
      emissionsKey('hardware_used'),
      labels(/^(?:hardware(?: type| used)?|gpus?|infrastructure|training hardware)$/, said),
      hardware,
    ],
  },
  {
    name: 'hoursUsed',
    take: 'first',
    most: 1,
    looks: [
      labels(/^(?:hours used|training time|gpu hours)$/, ({ text }) => hoursText(text)),
      sentences(
        ['hours'],
        /\b(?:train|took|for)\w*\s(?:[^.]{0,80}?\s)?(\d[\d,]*(?:\.\d+)?)\s+(?:gpu[\s-]|tpu[\s-])?hours\b/i,
        (match, { text }) =>
          /train|took/i.test(text) &&
          !/\bof\s+(?:audio|speech|data|recordings?)|\bhours\s+of\b|audio|speech/i.test(text)
            ? hoursText(match[1] ?? '')
            : null,
      ),
    ],
  },
  impact('cloudProvider', /^cloud provider$/),
  impact('computeRegion', /^compute region$/, emissionsKey('geographical_location')),
  {
    name: 'carbonEmitted',
    take: 'first',
    most: 1,
    looks: [
      emissions,
      lonelyEmissions,
      labels(
        /^(?:carbon emitted|carbon emissions?|co2 emissions?(?: \(in grams\))?|co2 eq emissions)(?: .{0,40})?$/,
        (line) => {
          const match = /(\d[\d,]*(?:\.\d+)?)\s*([a-z]*)/i.exec(line.text);
          const isGrams = /grams/.test(line.label) && !match?.[2];
          return match ? (grams(match[1] ?? '', isGrams ? 'g' : (match[2] ?? '')) ?? said(line)) : said(line);
        },
      ),
      sentences(['co2', 'co₂', 'carbon'], emitted, (match) => grams(match[1] ?? '', match[2] ?? '')),
    ],
  },
];
