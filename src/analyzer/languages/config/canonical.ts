/** Ids without an owner that PeaTMOSS's projects load (2023-08), but for those that are ordinary words. */
export const canonicalModels: ReadonlySet<string> = new Set(
  `
    albert-base-v1 albert-base-v2 albert-large-v1 albert-large-v2 albert-xlarge-v1 albert-xlarge-v2
    albert-xxlarge-v1 albert-xxlarge-v2 bert-base-cased bert-base-german-cased bert-base-multilingual-cased
    bert-base-multilingual-uncased bert-base-uncased bert-large-cased bert-large-cased-whole-word-masking
    bert-large-cased-whole-word-masking-finetuned-squad bert-large-uncased
    bert-large-uncased-whole-word-masking bert-large-uncased-whole-word-masking-finetuned-squad
    camembert-base distilbert-base-cased distilbert-base-cased-distilled-squad
    distilbert-base-multilingual-cased distilbert-base-uncased distilbert-base-uncased-distilled-squad
    distilbert-base-uncased-finetuned-sst-2-english distilgpt2 distilroberta-base gpt2 gpt2-large
    gpt2-medium gpt2-xl openai-gpt roberta-base roberta-base-openai-detector roberta-large
    roberta-large-mnli t5-11b t5-3b t5-base t5-large t5-small xlm-mlm-100-1280 xlm-mlm-en-2048
    xlm-mlm-ende-1024 xlm-mlm-tlm-xnli15-1024 xlm-mlm-xnli15-1024 xlm-roberta-base xlm-roberta-large
    xlnet-base-cased xlnet-large-cased
  `
    .trim()
    .split(/\s+/),
);

/** Short names of sentence-transformers, by their pattern. */
export const sentenceModels =
  /^(?:all|multi-qa|msmarco|paraphrase|distiluse|gtr|sentence-t5|stsb?|nli|clip|ms-marco)-[\w.-]*(?:MiniLM|mpnet|distilbert|distilroberta|roberta|bert|albert|t5|ViT|cased|base|large|x+l)[\w.-]*$/;
