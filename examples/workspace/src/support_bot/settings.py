"""Names of the models, in one place."""

# Finds passages of the knowledge base.
EMBEDDER = "all-MiniLM-L6-v2"
RERANKER = "cross-encoder/ms-marco-MiniLM-L-6-v2"

# One classifier a language.
SENTIMENT = {
    "en": "distilbert-base-uncased-finetuned-sst-2-english",
    "es": "finiteautomata/beto-sentiment-analysis",
    "multi": "nlptown/bert-base-multilingual-uncased-sentiment",
}

CHECKPOINT_FOLDER = "./checkpoints/drafter"
