import type { Files } from '../../shared/host';
import { message } from '../../shared/message';
import { failure } from '../../shared/result';

/** The folder of documents that belong to no workspace folder: nothing stands around them. */
export const noFiles: Files = {
  list: () => Promise.resolve({ files: [], skipped: [] }),
  read: () => Promise.resolve(failure(message('no such file'))),
  kind: () => Promise.resolve('nothing'),
  names: () => Promise.resolve([]),
};
