import type { ModelRecord } from '../db/record';
import { message } from '../shared/message';
import { licenseLabel } from './license';
import { compactNumber } from './numbers';
import type { Reader } from './reader';
import { shown } from './shown';

/** A model in a list to choose from. */
export interface Suggestion {
  readonly id: string;
  /** What is shown of the id. */
  readonly label: string;
  /** The licence, or that there is none. */
  readonly license: string;
  /** Task, library, downloads. */
  readonly detail: string;
}

/** A record as a row to choose. */
export function suggestion(record: ModelRecord, reader: Reader): Suggestion {
  const { id, task, library, downloads, license } = record;
  const { localize } = reader;
  const monthly =
    downloads === null ? null : localize(message('{0} downloads a month', compactNumber(downloads, reader)));
  return {
    id,
    label: shown(id),
    license: localize(licenseLabel({ answer: license ? 'found' : 'no-license', record, alias: null })),
    detail: [task, library, monthly]
      .filter((part) => part !== null)
      .map((part) => shown(part, 60))
      .join(' · '),
  };
}
