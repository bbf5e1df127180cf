import type { SignatureFamily } from '../signature';

const peft: SignatureFamily = {
  library: 'peft',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/peft/package_reference/peft_model',
  language: 'python',
  roots: ['peft'],
  loaders: [
    {
      call: '**.*Config.from_pretrained',
      id: { position: 0, keywords: ['pretrained_model_name_or_path'] },
      part: 'config',
    },
    {
      call: '**.AutoPeft*.from_pretrained',
      id: { position: 0, keywords: ['pretrained_model_name_or_path'] },
      part: 'adapter',
    },
    // The base model object comes first: `PeftModel.from_pretrained(model, "adapter-id")`.
    {
      call: '**.from_pretrained',
      id: { position: 1, keywords: ['model_id'] },
      part: 'adapter',
    },
    {
      call: ['**.load_adapter', '**.load_peft_weights'],
      id: { position: 0, keywords: ['model_id'] },
      part: 'adapter',
    },
  ],
  derives: [{ call: 'get_peft_model', argument: { position: 0, keywords: ['model'] } }],
};

export default peft;
