import type { SignatureFamily } from '../signature';

/** Functions of `timm.models` that take `pretrained=` for somebody else and are no model themselves. */
const helpers = /^(_|build_|create_|load_|resolve_|register_|get_|set_|is_|list_|model_|generate_)/;

/** `timm.models.resnet50(pretrained=True)`: the builder's name is the model; classes and helpers are none. */
function builder(segments: readonly string[]): string | null {
  const name = segments.at(-1) ?? '';
  return /^[a-z]/.test(name) && !helpers.test(name) ? name : null;
}

const timm: SignatureFamily = {
  library: 'timm',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/timm/reference/models',
  language: 'python',
  roots: ['timm'],
  loaders: [
    {
      call: '**.create_model',
      id: { position: 0, keywords: ['model_name'] },
      switches: [{ argument: { position: 1, keywords: ['pretrained'] }, absent: 'off' }],
      ignoreIds: ['local-dir:*'],
    },
    {
      call: ['**.load_state_dict_from_hf', '**.load_model_config_from_hf'],
      id: { position: 0, keywords: ['model_id'] },
    },
    {
      call: ['models.*', 'models.*.*'],
      idFrom: builder,
      switches: [{ argument: { keywords: ['pretrained'] }, absent: 'off' }],
    },
  ],
};

export default timm;
