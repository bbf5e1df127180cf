import type { Localize } from '../shared/message';

/** Who reads: the language of the words, of the numbers, and the day to count ages from. */
export interface Reader {
  readonly localize: Localize;
  /** BCP 47, e.g. `en`, `zh-cn`. */
  readonly locale: string;
  /** Today as an ISO date. */
  readonly today: string;
}
