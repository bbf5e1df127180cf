import type { SignatureFamily } from '../signature';

const diffusers: SignatureFamily = {
  library: 'diffusers',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/diffusers/api/pipelines/overview',
  language: 'python',
  roots: ['diffusers'],
  parts: [
    ['*Scheduler*', 'config'],
    ['*Config', 'config'],
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor', 'processor'],
  ],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
    {
      call: '**.from_single_file',
      id: {
        position: 0,
        keywords: ['pretrained_model_link_or_path', 'pretrained_model_link_or_path_or_dict'],
      },
    },
    {
      call: ['**.load_lora_weights', '**.load_lora_adapter', '**.load_attn_procs', '**.lora_state_dict'],
      id: {
        position: 0,
        keywords: ['pretrained_model_name_or_path_or_dict', 'pretrained_model_name_or_path'],
      },
      part: 'adapter',
    },
    {
      call: '**.load_ip_adapter',
      id: {
        position: 0,
        keywords: ['pretrained_model_name_or_path_or_dict', 'pretrained_model_name_or_path'],
      },
      part: 'adapter',
    },
    {
      call: '**.load_ip_adapter',
      also: true,
      id: { keywords: ['image_encoder_pretrained_model_name_or_path'] },
    },
    {
      call: '**.load_textual_inversion',
      id: { position: 0, keywords: ['pretrained_model_name_or_path'] },
      part: 'adapter',
    },
    {
      call: '**.load_config',
      id: { position: 0, keywords: ['pretrained_model_name_or_path'] },
      part: 'config',
    },
    { call: '**.*Pipeline.download', id: { position: 0, keywords: ['pretrained_model_name'] } },
  ],
};

export default diffusers;
