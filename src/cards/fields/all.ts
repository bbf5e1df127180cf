import { descriptionFields } from './description';
import type { Field } from './field';
import { kindFields } from './kind';
import { originFields } from './origin';
import { referenceFields } from './references';
import { resultFields } from './results';
import { sizeFields } from './sizes';
import { trainingFields } from './training';

/** Every field of a card. To add one, add its entry to the table of its theme and its name to `card.ts`. */
export const allFields: readonly Field[] = [
  ...kindFields,
  ...originFields,
  ...referenceFields,
  ...resultFields,
  ...descriptionFields,
  ...trainingFields,
  ...sizeFields,
];
