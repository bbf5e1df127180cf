import assert from 'node:assert/strict';
import {
  earlierPipelineDefaults,
  pipelineDefaults,
} from '../../../src/analyzer/signatures/lists/pipelineDefaults';

describe('models that a pipeline takes when none is named', () => {
  const python = pipelineDefaults('transformers');
  const javascript = pipelineDefaults('transformers.js');

  it('are those that the documentation of transformers names', () => {
    assert.equal(python['summarization'], 'sshleifer/distilbart-cnn-12-6');
    assert.equal(python['text-generation'], 'openai-community/gpt2');
    assert.equal(python['zero-shot-classification'], 'facebook/bart-large-mnli');
    assert.equal(python['table-question-answering'], 'google/tapas-base-finetuned-wtq');
  });

  it('hold for a task by its other name', () => {
    assert.equal(python['sentiment-analysis'], python['text-classification']);
    assert.equal(python['ner'], 'dbmdz/bert-large-cased-finetuned-conll03-english');
    assert.equal(python['vqa'], 'dandelin/vilt-b32-finetuned-vqa');
    assert.equal(javascript['embeddings'], javascript['feature-extraction']);
  });

  it('translate only between the languages that have a default', () => {
    assert.equal(python['translation_en_to_fr'], 'google-t5/t5-base');
    assert.equal(python['translation_en_to_es'], undefined);
  });

  it('were others in transformers.js before version 4', () => {
    const before = earlierPipelineDefaults('transformers.js');
    assert.equal(before['feature-extraction'], 'Xenova/all-MiniLM-L6-v2');
    assert.equal(before['embeddings'], 'Xenova/all-MiniLM-L6-v2');
    assert.equal(before['translation'], javascript['translation']);
    assert.notEqual(before['text-generation'], javascript['text-generation']);
  });

  it('are ids of the hub', () => {
    for (const id of [...Object.values(python), ...Object.values(javascript)]) {
      assert.match(id, /^[\w.-]+\/[\w.-]+$/);
    }
  });
});
