import type { SignatureFamily } from '../signature';

const docling: SignatureFamily = {
  library: 'docling',
  hub: 'huggingface',
  docs: 'https://docling-project.github.io/docling/',
  language: 'python',
  roots: ['docling', 'docling_core'],
  loaders: [
    {
      call: ['**.PictureDescriptionVlmOptions', '**.InlineVlmOptions', '**.HuggingFaceVlmOptions'],
      id: { keywords: ['repo_id'] },
    },
    {
      call: ['**.HybridChunker', '**.HuggingFaceTokenizer'],
      id: { keywords: ['tokenizer'] },
      part: 'tokenizer',
      orObject: true,
    },
    {
      call: '**.HuggingFaceTokenizer.from_pretrained',
      id: { position: 0, keywords: ['model_name'] },
      part: 'tokenizer',
    },
  ],
};

export default docling;
