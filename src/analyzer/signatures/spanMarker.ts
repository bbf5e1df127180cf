import type { SignatureFamily } from '../signature';

const spanMarker: SignatureFamily = {
  library: 'span_marker',
  hub: 'huggingface',
  docs: 'https://tomaarsen.github.io/SpanMarkerNER/',
  language: 'python',
  roots: ['span_marker'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [{ call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } }],
  derives: [{ call: '**.Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default spanMarker;
