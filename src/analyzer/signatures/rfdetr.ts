import type { LoaderSignature, SignatureFamily } from '../signature';

/** Each class loads its own weights unless others are named. */
function variant(name: string): LoaderSignature {
  return {
    call: `**.RFDETR${name}`,
    id: { keywords: ['pretrain_weights'] },
    switches: [{ argument: { keywords: ['pretrain_weights'] }, absent: 'on' }],
    defaultId: `rf-detr-${name === 'SegPreview' ? 'seg-preview' : name.toLowerCase()}.pth`,
    localIds: ['*/*'],
    revision: null,
    remoteCode: null,
  };
}

const rfdetr: SignatureFamily = {
  library: 'rfdetr',
  hub: 'other',
  docs: 'https://rfdetr.roboflow.com/',
  language: 'python',
  roots: ['rfdetr'],
  loaders: [...['Nano', 'Small', 'Medium', 'Base', 'Large', 'SegPreview'].map(variant)],
};

export default rfdetr;
