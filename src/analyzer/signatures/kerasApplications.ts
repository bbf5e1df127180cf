import type { SignatureFamily } from '../signature';

/** `ResNet50` of `keras.applications`: a class name builds the model of that name, a lower-case one is a module. */
function architecture(segments: readonly string[]): string | null {
  const name = segments.at(-1) ?? '';
  return /^[A-Z]/.test(name) ? name : null;
}

const kerasApplications: SignatureFamily = {
  library: 'keras',
  hub: 'tensorflow',
  docs: 'https://keras.io/api/applications/',
  language: 'python',
  roots: ['keras', 'tensorflow', 'tf_keras'],
  loaders: [
    {
      call: '**.applications.**.*',
      idFrom: architecture,
      switches: [{ argument: { keywords: ['weights'] }, absent: 'on' }],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default kerasApplications;
