import type { SignatureFamily } from '../signature';
import { audioBundles, laterAudioBundles } from './lists/torchBundles';

const torchaudio: SignatureFamily = {
  library: 'torchaudio',
  hub: 'pytorch',
  docs: 'https://pytorch.org/audio/stable/pipelines.html',
  language: 'python',
  roots: ['torchaudio'],
  loaders: [
    {
      call: [...audioBundles, ...laterAudioBundles].flatMap((name) => [
        `pipelines.**.${name}`,
        `prototype.pipelines.**.${name}`,
      ]),
      kind: 'expression',
      idFrom: 'name',
    },
  ],
};

export default torchaudio;
