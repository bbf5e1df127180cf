import type { SignatureFamily } from '../signature';

const huggingfaceHubJs: SignatureFamily = {
  library: 'huggingface_hub',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/huggingface.js/hub/README',
  language: 'javascript',
  roots: ['@huggingface/hub'],
  loaders: [
    {
      call: ['downloadFile', 'downloadFileToCacheDir', 'snapshotDownload', 'fileDownloadInfo', 'modelInfo'],
      id: { keywords: ['repo', 'name'] },
      ignoreIds: ['datasets/*', 'spaces/*'],
      remoteCode: null,
    },
  ],
};

export default huggingfaceHubJs;
