import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder that each test of a suite has for itself. */
export interface TestFolder {
  readonly path: string;
  /** A path in it; with a text the file is written, and the folders that it lies in. */
  readonly inside: (name: string, text?: string) => string;
}

/** Makes a new folder before each test of the suite that calls it, and removes it afterwards. */
export function testFolder(): TestFolder {
  let path = '';
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'ptm-lens-cli-'));
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  return {
    get path() {
      return path;
    },
    inside: (name, text) => {
      const file = join(path, name);
      if (text !== undefined) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      return file;
    },
  };
}

/** Python that loads a model. */
export function loading(id: string): string {
  return `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;
}
