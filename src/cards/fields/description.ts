/** What the card says in sentences: limitations, input, output, preprocessing. */
import type { FieldValue } from '../card';
import { type Field, found, isPlaceholder, isUnder, labels, type Look, sentences } from './field';

/** Characters of a passage that are kept. */
const longest = 500;

/** Under such a heading the whole section speaks of limits. */
const limitationHeading =
  /limitation|\bbias|risks?\b|ethic|out[- ]of[- ]scope|caveats?|known issues|disclaimer|局限|偏见|制限|バイアス|限界|القيود|ограничени/;

/** Such a heading covers uses as well: only sentences about limits count there. */
const usesToo = /intended|\buses?\b|usage|how to/;

/** A sentence that says where the model fails. */
const limitationSentence =
  /\b(?:(?:may|might|can|could|will|does|do)\s+not\s+(?:work|perform|generali[sz]e)\b|biased\s+predictions|harmful\s+(?:content|stereotypes)|(?:is|are|was)\s+not\s+(?:intended|suitable|recommended)|should\s+not\s+be\s+used|not\s+intended\s+(?:for|to)|content\s+warning|limitations?\s+(?:of|is|are|include)|(?:is|are)\s+limited\s+(?:by|in)|social\s+bias|(?:contains?|exhibits?|reflects?|inherits?)\s+(?:\w+\s+){0,3}bias)/i;

/** Of each match one of these is a part. */
const limitationNeedles = ['not ', 'not\n', 'predictions', 'harmful', 'warning', 'limit', 'bias'];

/** The text of each section under a matching heading, its first passage as evidence. */
function passages(heading: RegExp, not?: RegExp): Look {
  return (card) => {
    const seen = new Set<string>();
    return card.blocks.flatMap((block): FieldValue[] => {
      if (block.kind !== 'text' || isPlaceholder(block.text)) return [];
      const title = block.section.path.at(-1) ?? '';
      if (seen.has(title) || !heading.test(title) || not?.test(title)) return [];
      seen.add(title);
      const value = block.text.replace(/\s+/g, ' ').trim().slice(0, longest);
      return [found({ value }, block, 'section')];
    });
  };
}

const saying: Look = sentences(limitationNeedles, limitationSentence, (_match, { text, section }) => {
  if (isUnder(section, /citation|reference|abstract|licen/)) return null;
  return { value: text.replace(/\s+/g, ' ').trim().slice(0, longest) };
});

const label = (pattern: RegExp): Look =>
  labels(pattern, ({ text }) =>
    text.length < 2 ? null : { value: text.replace(/\s+/g, ' ').slice(0, longest) },
  );

export const descriptionFields: readonly Field[] = [
  {
    name: 'limitationAndBias',
    take: 'first',
    most: 4,
    looks: [
      passages(limitationHeading, usesToo),
      label(/^(?:limitations?(?: and bias(?:es)?)?|bias(?:es)?|risks?)$/),
      saying,
    ],
  },
  {
    name: 'inputFormat',
    take: 'first',
    most: 2,
    looks: [
      label(/^(?:model )?inputs?(?: (?:format|type\(s\)|type|types))?$/),
      passages(
        /^(?:model )?inputs?(?: format)?$|^input and output|^prompt(?:ing|s)?(?: format| template)?$|^(?:chat|prompt) template/,
      ),
    ],
  },
  {
    name: 'outputFormat',
    take: 'first',
    most: 2,
    looks: [
      label(/^(?:model )?outputs?(?: (?:format|type\(s\)|type|types))?$/),
      passages(/^(?:model )?outputs?(?: format)?$/),
    ],
  },
  {
    name: 'inputPreprocessing',
    take: 'first',
    most: 2,
    looks: [label(/^pre-?processing$/), passages(/^(?:data |text |input |image )?pre-?processing\b/)],
  },
];
