import type { SignatureFamily } from '../signature';

const torchHub: SignatureFamily = {
  library: 'torch.hub',
  hub: 'pytorch',
  docs: 'https://pytorch.org/docs/stable/hub.html',
  language: 'python',
  roots: ['torch'],
  loaders: [
    {
      call: 'hub.load',
      id: { position: 0, keywords: ['repo_or_dir', 'github'] },
      join: { argument: { position: 1, keywords: ['model'] }, separator: '#' },
      // The entry point's own default cannot be known here; most load weights when nothing is said.
      switches: [{ argument: { keywords: ['pretrained', 'weights'] }, absent: 'on' }],
      local: { argument: { keywords: ['source'] }, values: ['local'] },
      revision: null,
      remoteCode: null,
    },
  ],
};

export default torchHub;
