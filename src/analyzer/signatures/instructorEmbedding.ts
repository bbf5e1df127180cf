import type { SignatureFamily } from '../signature';

const instructorEmbedding: SignatureFamily = {
  library: 'InstructorEmbedding',
  hub: 'huggingface',
  docs: 'https://github.com/xlang-ai/instructor-embedding',
  language: 'python',
  roots: ['InstructorEmbedding'],
  loaders: [{ call: '**.INSTRUCTOR', id: { position: 0, keywords: ['model_name_or_path'] } }],
};

export default instructorEmbedding;
