import type { Files } from '../../../src/shared/host';
import { message } from '../../../src/shared/message';
import { failure, ok } from '../../../src/shared/result';

/** Files that lie in memory. */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const paths = Object.keys(contents).sort();
  return {
    list: () => Promise.resolve({ files: paths, skipped: [] }),
    read: (path, maxBytes = Infinity) => {
      const content = contents[path];
      if (content === undefined) return Promise.resolve(failure(message('no such file')));
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return Promise.resolve(bytes.length > maxBytes ? failure(message('too large')) : ok(bytes));
    },
    kind: (path) => Promise.resolve(path in contents ? 'file' : 'nothing'),
    names: () => Promise.resolve([]),
  };
}
