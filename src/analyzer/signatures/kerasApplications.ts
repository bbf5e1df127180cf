import type { SignatureFamily } from '../signature';

/** The architectures of `keras.applications`: a star import brings other names with them. */
const architectures =
  /^(?:ConvNeXt|DenseNet|EfficientNet|Inception|MobileNet|NASNet|RegNet|ResNet|VGG|Xception)[\w]*$/;

/** `ResNet50` builds the model of that name. */
function architecture(segments: readonly string[]): string | null {
  const name = segments.at(-1) ?? '';
  return architectures.test(name) ? name : null;
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
