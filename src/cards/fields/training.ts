/** How the model was trained: hyper-parameters, hardware, time, place, carbon. */
import type { FieldName } from '../card';
import { plainDigits } from '../read/numbers';
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
import { lonelyEmissions } from './sizes';

/** Names of hyper-parameters, as labels, table cells and trainers write them. */
const hyperName =
  /^(?:(?:total |effective |global |per[ -]device |mini[ -]?)?(?:train(?:ing)? |eval |train eval )?batch(?: ?size)?(?: per device)?|(?:peak |initial |max |base |start )?(?:learning[ -]?rate|lr)|lr scheduler(?: type)?(?: warmup (?:steps|ratio))?|scheduler|(?:num(?:ber)?(?: of)? )?(?:train(?:ing)? )?(?:epochs?|steps)|max(?:imum)? ?(?:seq(?:uence)?|input|source|target)? ?len(?:gth)?|optimi[sz]er|weight decay|warm-?up(?: (?:steps|ratio|proportion))?|dropout|seed|gradient accumulation steps|gradient clipping|max grad norm|adam (?:beta ?\d|epsilon)|temperature|loss|loss function|scale|margin|mixed precision(?: training)?|n gpu|evaluation steps|save steps|eval steps|label smoothing(?: factor)?|distributed type|num devices|embeds dropout prob|layers|max steps|doc stride|max query length|base lm model|dimensions|pooling[ -]?method|produces normalized embeddings|hidden size|num(?:ber of)? layers|attention heads)$/;

/** Headings under which every `name: value` is a hyper-parameter. */
const hyperSection =
  /hyper-?\s?parameters?|training (?:parameters|arguments|args|configuration|setup|settings)|technical details|parameters/;

const hyperLabels =
  (needsSection: boolean): Look =>
  (card) =>
    card.labelled.flatMap((line) => {
      const inSection = isUnder({ ...line.section, path: line.section.path.slice(-1) }, hyperSection);
      const known = hyperName.test(line.label.replace(/[-_]/g, ' '));
      const said = line.text.replace(/\s+/g, ' ').trim();
      if ((needsSection ? !inSection : !known) || isPlaceholder(said) || said.length > 100) return [];
      if (!needsSection && !/\d|adam|sgd|adafactor|lamb|linear|cosine/i.test(said)) return [];
      // A loss that is a number is a result; one that is a name was chosen.
      if (!inSection && line.label === 'loss' && /^[\d.]+$/.test(said)) return [];
      return [found({ name: line.label, value: numberOr(said) }, { ...line, text: line.line }, line.from)];
    });

/** A line of arguments: `max_seq_len = 256`, `--epochs 3 \\`, `num_train_epochs=3,  # a remark`. */
const argument =
  /^\s*-{0,2}["']?([A-Za-z][\w-]{1,40})["']?\s*(?:[:=]|\s)\s*["']?([\w.+-]{1,40})["']?,?\s*(?:\\|#.*)?$/gm;

/** An entry of a dictionary in one line: `{'batch_size': 64}`. */
const entry = /["']([A-Za-z]\w{1,40})["']\s*:\s*["']?([\w.+-]{1,40})["']?(?=\s*[,}])/g;

/** Arguments in code: all of them under a heading of hyper-parameters, else known names where training is spoken of. */
const assignments: Look = ({ code }) =>
  code
    .filter(
      ({ section, text }) =>
        isUnder(section, /hyper|param|train|fine-?tun|technical details/) &&
        !/^\s*(?:import|from)\s/m.test(text),
    )
    .flatMap((block) => {
      const text = block.text.slice(0, 5_000);
      const every = isUnder(block.section, hyperSection);
      return [...text.matchAll(argument), ...text.matchAll(entry)].flatMap((match) => {
        const name = (match[1] ?? '').replace(/[-_]+/g, ' ').trim().toLowerCase();
        if (!every && !hyperName.test(name)) return [];
        return [found({ name, value: numberOr(match[2] ?? '') }, { ...block, text: match[0] }, 'list')];
      });
    });

/** Hyper-parameters in running text. */
const inText: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'batch size',
    /\bbatch(?:es)?[\s-]*sizes?\s+(?:of|is|was|=|:)\s*(\d[\d,]*k?)\b|\bbatches\s+of\s+(\d[\d,]*)\b/i,
  ],
  ['learning rate', /\blearning[\s-]rates?\s+(?:of|is|was|to|=|:)\s*(\\?\\?\(?\d[\w.\\^{}×*-]{0,20}\d)/i],
  [
    'optimizer',
    /\b((?:Adam(?:W|ax)?|LAMB|SGD|AdaFactor|RMSProp)\b)(?:\\?\[[^\]]*\]|\([^)]*\))?\s+(?:as\s+(?:the\s+)?)?optimi[sz]er|\boptimi[sz]er\s+(?:used\s+)?(?:is|was|:)\s+(Adam\w*|LAMB|SGD|AdaFactor|RMSProp)/i,
  ],
  ['weight decay', /\bweight\s+decay\s+(?:of|is|was|=|:)\s*(\d[\w.-]*\d)/i],
  ['epochs', /\b(?:for|of)\s+(?:about\s+|around\s+)?(\d[\d,.]*)\s+epochs?\b/i],
  [
    'steps',
    /(?<!warm-?up\s+)\b(?:for|of)\s+(?:about\s+|around\s+)?((?:\d[\d,.]*|one)\s?(?:k|m|million|thousand)?)\s+(?:training\s+|gradient\s+|update\s+)?steps\b/i,
  ],
  ['dropout', /\bdropout\s+(?:rate\s+|probability\s+)?(?:of|is|was|=|:)\s*(\d?\.\d+)/i],
  [
    'warmup steps',
    /\bwarm-?up\s+(?:for|of|over)\s+(?:the\s+first\s+)?(\d[\d,]*)\s+steps|\b(\d[\d,]*)\s+warm-?up\s+steps|\bwarm-?up\s+steps\s+(?:of|=|:)\s*(\d[\d,]*)/i,
  ],
];

const hyperSentences: Look = (card) =>
  card.sentences
    .filter(
      ({ section, text }) =>
        (isUnder(section, /train|fine-?tun|hyper|procedure|detail/) || /train|fine-?tun/i.test(text)) &&
        !isUnder(section, /evaluat|result|reference|citation/) &&
        text.length < 1_200,
    )
    .flatMap((sentence) =>
      inText.flatMap(([name, pattern]) => {
        const match = pattern.exec(sentence.text);
        const value = match?.slice(1).find((group) => group !== undefined);
        return value ? [found({ name, value: numberOr(value) }, sentence, 'text')] : [];
      }),
    );

/** A number where the whole text is one. */
export function numberOr(text: string): string | number {
  const plain = /^-?\d[\d,]*(?:\.\d+)?$/.test(text) ? plainDigits(text) : null;
  if (plain !== null) return plain;
  return /^-?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text) ? Number(text) : text;
}

/** Devices, with how many of them. */
const devices =
  /(?:\b(?:\d{1,5}|one|two|three|four|eight|a single|single|a|an)\s*(?:x|×|\*)?\s*)?(?:\b(?:cloud|nvidia|tesla|google|geforce|amd|quadro)\s+){0,2}\b(?:(?:A(?:10|30|40|100|800)|B[12]00|V100|P100|P40|T4|K[48]0|H[128]00|L40?S?|M60)s?|RTX\s?\w{4,7}|GTX\s?\w{4,7}|TITAN\s?\w*|TPU\s?v\d(?:-\d+)?|TPUs?(?:\s?v\d(?:-\d+)?)?|MI\d{3}X?|(?:\d+\s?GB\s+)?GPUs?)(?:[\s-]+(?:\d+\s?GB|GPUs?|cores?|chips?|pods?|v\d(?:-\d+)?|SXM\d?|PCIe|\(\d+\s?GB\)|VM|machines?))*(?:\s+in\s+Pod\s+configuration)?/i;

/** Only where training is spoken of: examples and requirements name devices too. */
const hardware: Look = (card) =>
  card.sentences.flatMap((sentence) => {
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
      sentences(emitted, (match) => grams(match[1] ?? '', match[2] ?? '')),
    ],
  },
];
