import type { SignatureFamily } from '../signature';

/** `pretrainedmodels.resnext101_32x4d()`: the builder's name is the model; classes and the rest are none. */
function builder(segments: readonly string[]): string | null {
  const name = segments.at(-1) ?? '';
  return /^[a-z]+\d*[a-z_]*\d/.test(name) || /^(?:alexnet|xception|polynet|nasnet)/.test(name) ? name : null;
}

const pretrainedmodels: SignatureFamily = {
  library: 'pretrainedmodels',
  hub: 'pytorch',
  docs: 'https://github.com/Cadene/pretrained-models.pytorch',
  language: 'python',
  roots: ['pretrainedmodels'],
  loaders: [
    {
      call: ['*', 'models.*', 'models.*.*'],
      idFrom: builder,
      switches: [{ argument: { position: 1, keywords: ['pretrained'] }, absent: 'on' }],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default pretrainedmodels;
