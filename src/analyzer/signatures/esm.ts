import type { SignatureFamily } from '../signature';

/** `esm.pretrained.esm2_t33_650M_UR50D()`: the function's name is the model. */
function builder(segments: readonly string[]): string | null {
  const name = segments.at(-1) ?? '';
  return /^esm/.test(name) ? name : null;
}

const esm: SignatureFamily = {
  library: 'esm',
  hub: 'other',
  docs: 'https://github.com/facebookresearch/esm',
  language: 'python',
  roots: ['esm'],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['model_name'] },
      revision: null,
      remoteCode: null,
    },
    {
      call: 'pretrained.load_model_and_alphabet',
      id: { position: 0, keywords: ['model_name'] },
      revision: null,
      remoteCode: null,
    },
    { call: 'pretrained.*', idFrom: builder, revision: null, remoteCode: null },
  ],
};

export default esm;
