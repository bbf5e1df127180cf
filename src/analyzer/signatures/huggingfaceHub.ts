import type { SignatureFamily, SwitchSignature } from '../signature';

const modelRepository: readonly SwitchSignature[] = [
  { argument: { keywords: ['repo_type'] }, absent: 'on', off: ['dataset', 'space', 'kernel', 'bucket'] },
];
const otherRepositories = ['datasets/*', 'spaces/*'];
const endpoints = ['http://*', 'https://*'];

const huggingfaceHub: SignatureFamily = {
  library: 'huggingface_hub',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/file_download',
  language: 'python',
  roots: ['huggingface_hub'],
  loaders: [
    {
      call: ['**.hf_hub_download', '**.snapshot_download', '**.hf_hub_url', '**.try_to_load_from_cache'],
      id: { position: 0, keywords: ['repo_id'] },
      switches: modelRepository,
      ignoreIds: otherRepositories,
    },
    {
      call: '**.from_pretrained_keras',
      id: { position: 0, keywords: ['pretrained_model_name_or_path', 'repo_id'] },
    },
    { call: '**.from_pretrained_fastai', id: { position: 0, keywords: ['repo_id'] } },
    // ModelHubMixin and its subclasses: the project's own classes.
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['pretrained_model_name_or_path', 'model_id'] },
    },
    {
      call: ['**.DatasetCard.load', '**.SpaceCard.load'],
      idFrom: () => null,
    },
    { call: '**.load', id: { position: 0, keywords: ['repo_id_or_path'] }, part: 'config' },
    {
      call: ['**.InferenceClient', '**.AsyncInferenceClient'],
      id: { position: 0, keywords: ['model'] },
      ignoreIds: endpoints,
      revision: null,
      remoteCode: null,
    },
    {
      call: [
        '**.InferenceClient.*',
        '**.InferenceClient.chat.completions.create',
        '**.AsyncInferenceClient.*',
        '**.AsyncInferenceClient.chat.completions.create',
      ],
      id: { keywords: ['model'] },
      ignoreIds: endpoints,
      revision: null,
      remoteCode: null,
    },
    { call: '**.InferenceApi', id: { position: 0, keywords: ['repo_id'] } },
    { call: '**.create_inference_endpoint', id: { keywords: ['repository'] } },
  ],
};

export default huggingfaceHub;
