"""Reads a mail: language, sentiment, entities, a summary."""

import spacy
from transformers import pipeline

from .settings import SENTIMENT


def entities(language):
    if language == "es":
        return spacy.load("es_core_news_sm")
    return spacy.load("en_core_web_sm")


def sentiment(language):
    return pipeline("text-classification", model=SENTIMENT[language])


def summarize(text):
    return pipeline("summarization")(text)
