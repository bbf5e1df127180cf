import type { SignatureFamily } from '../signature';

const espnet: SignatureFamily = {
  library: 'espnet',
  hub: 'huggingface',
  docs: 'https://espnet.github.io/espnet/espnet2_tutorial.html',
  language: 'python',
  roots: ['espnet2', 'espnet_model_zoo'],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['model_tag'] } },
    { call: '**.from_pretrained', also: true, id: { keywords: ['vocoder_tag'] } },
    {
      call: ['**.ModelDownloader.download_and_unpack', '**.ModelDownloader.download'],
      id: { position: 0, keywords: ['name'] },
    },
  ],
};

export default espnet;
