"""Finds the passages that answer a mail."""

from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import DPRQuestionEncoder, DPRQuestionEncoderTokenizer

from . import settings


class Retriever:
    def __init__(self, model_name=settings.EMBEDDER):
        self.encoder = SentenceTransformer(model_name)
        self.reranker = CrossEncoder(settings.RERANKER)

    def search(self, mail, passages):
        scores = self.reranker.predict([(mail, passage) for passage in passages])
        return [passage for _, passage in sorted(zip(scores, passages), reverse=True)]


def question_encoder():
    # CC-BY-NC: fine for the paper's baseline, not for the product.
    name = "facebook/dpr-question_encoder-single-nq-base"
    tokenizer = DPRQuestionEncoderTokenizer.from_pretrained(name)
    return tokenizer, DPRQuestionEncoder.from_pretrained(name)
