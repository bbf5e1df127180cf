import type { SignatureFamily } from '../signature';
import { pipelineDefaults } from './lists/pipelineDefaults';

const pipeline = ['pipeline', 'pipelines.pipeline'] as const;

const transformers: SignatureFamily = {
  library: 'transformers',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/transformers/main_classes/pipelines',
  language: 'python',
  // The last two are the names that the library had before 2020.
  roots: ['transformers', 'pytorch_transformers', 'pytorch_pretrained_bert'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['pretrained_model_name_or_path', 'pretrained_model_name'] },
    },
    {
      call: '**.from_encoder_decoder_pretrained',
      id: { position: 0, keywords: ['encoder_pretrained_model_name_or_path'] },
    },
    {
      call: '**.from_encoder_decoder_pretrained',
      also: true,
      id: { position: 1, keywords: ['decoder_pretrained_model_name_or_path'] },
    },
    {
      call: '**.from_vision_text_pretrained',
      id: { position: 0, keywords: ['vision_model_name_or_path'] },
    },
    {
      call: '**.from_vision_text_pretrained',
      also: true,
      id: { position: 1, keywords: ['text_model_name_or_path'] },
    },
    {
      call: '**.from_pretrained_question_encoder_generator',
      id: { position: 0, keywords: ['question_encoder_pretrained_model_name_or_path'] },
    },
    {
      call: '**.from_pretrained_question_encoder_generator',
      also: true,
      id: { position: 1, keywords: ['generator_pretrained_model_name_or_path'] },
    },
    {
      call: '**.from_sub_models_pretrained',
      id: { position: 0, keywords: ['text_encoder_pretrained_model_name_or_path'] },
    },
    {
      call: '**.from_sub_models_pretrained',
      also: true,
      id: { position: 1, keywords: ['audio_encoder_pretrained_model_name_or_path'] },
    },
    {
      call: '**.from_sub_models_pretrained',
      also: true,
      id: { position: 2, keywords: ['decoder_pretrained_model_name_or_path'] },
    },
    {
      call: pipeline,
      id: { position: 1, keywords: ['model'] },
      task: { position: 0, keywords: ['task'] },
      implicit: pipelineDefaults('transformers'),
    },
    { call: pipeline, also: true, id: { position: 2, keywords: ['config'] }, part: 'config', orObject: true },
    {
      call: pipeline,
      also: true,
      id: { position: 3, keywords: ['tokenizer'] },
      part: 'tokenizer',
      orObject: true,
    },
    {
      call: pipeline,
      also: true,
      id: { position: 4, keywords: ['feature_extractor'] },
      part: 'processor',
      orObject: true,
    },
    { call: pipeline, also: true, id: { keywords: ['image_processor'] }, part: 'processor', orObject: true },
    { call: pipeline, also: true, id: { keywords: ['processor'] }, part: 'processor', orObject: true },
    { call: pipeline, also: true, id: { keywords: ['assistant_model'] }, orObject: true },
    {
      call: '**.load_adapter',
      id: { position: 0, keywords: ['peft_model_id', 'adapter_name_or_path'] },
      part: 'adapter',
    },
    {
      call: ['utils.cached_file', 'utils.hub.cached_file', '**.get_file_from_repo'],
      id: { position: 0, keywords: ['path_or_repo_id', 'path_or_repo'] },
      switches: [{ argument: { keywords: ['repo_type'] }, absent: 'on', off: ['dataset', 'space'] }],
    },
  ],
  derives: [{ call: '**.*Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default transformers;
