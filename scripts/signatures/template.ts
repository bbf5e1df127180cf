/** What `npm run new:signature -- NAME` writes: a table to fill in and its test. */

/** `sentence_transformers` -> `sentenceTransformers`, the name of the file and of the constant. */
export function tableName(library: string): string {
  const [first = '', ...rest] = library.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return (
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  );
}

/** The table of a new library. */
export function table(library: string): string {
  const name = tableName(library);
  return `import type { SignatureFamily } from '../signature';

const ${name}: SignatureFamily = {
  library: '${library}',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/hub/models-libraries',
  language: 'python',
  roots: ['${library.replaceAll('-', '_')}'],
  loaders: [{ call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } }],
};

export default ${name};
`;
}

/** The test of a new library: one documented call. */
export function test(library: string): string {
  const root = library.replaceAll('-', '_');
  return `import assert from 'node:assert/strict';
import { find } from './lookup';

describe('${library}', () => {
  it('loads a model by its id', () => {
    const found = find('${root}.Model.from_pretrained');
    assert.equal(found?.family.library, '${library}');
    assert.equal(found.loader.id?.position, 0);
  });
});
`;
}
