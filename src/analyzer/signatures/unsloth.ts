import type { SignatureFamily } from '../signature';

const unsloth: SignatureFamily = {
  library: 'unsloth',
  hub: 'huggingface',
  docs: 'https://docs.unsloth.ai/',
  language: 'python',
  roots: ['unsloth'],
  loaders: [{ call: '**.from_pretrained', id: { position: 0, keywords: ['model_name'] } }],
  derives: [{ call: '**.get_peft_model', argument: { position: 0, keywords: ['model'] } }],
};

export default unsloth;
