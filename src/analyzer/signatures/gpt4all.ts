import type { SignatureFamily } from '../signature';

const gpt4all: SignatureFamily = {
  library: 'gpt4all',
  hub: 'other',
  docs: 'https://docs.gpt4all.io/gpt4all_python/home.html',
  language: 'python',
  roots: ['gpt4all'],
  loaders: [
    { call: '**.GPT4All', id: { position: 0, keywords: ['model_name'] }, revision: null, remoteCode: null },
  ],
};

export default gpt4all;
