import type { SignatureFamily } from '../signature';
import { laterTextBundles, textBundles } from './lists/torchBundles';

const torchtext: SignatureFamily = {
  library: 'torchtext',
  hub: 'pytorch',
  docs: 'https://pytorch.org/text/stable/models.html',
  language: 'python',
  roots: ['torchtext'],
  loaders: [
    {
      call: [...textBundles, ...laterTextBundles].flatMap((name) => [
        `models.**.${name}`,
        `prototype.models.**.${name}`,
      ]),
      kind: 'expression',
      idFrom: 'name',
    },
  ],
};

export default torchtext;
