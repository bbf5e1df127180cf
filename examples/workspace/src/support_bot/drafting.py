"""Drafts an answer, and trains the model that does."""

import argparse
import os

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from .settings import CHECKPOINT_FOLDER

ORGANISATION = "bigscience"


def load_base(size="560m"):
    name = f"{ORGANISATION}/bloom-{size}"
    return AutoModelForCausalLM.from_pretrained(name), AutoTokenizer.from_pretrained(name)


def load_finetuned():
    return AutoModelForCausalLM.from_pretrained(CHECKPOINT_FOLDER)


def load_assistant():
    return AutoModelForCausalLM.from_pretrained(
        os.environ.get("ASSISTANT_MODEL", "meta-llama/Meta-Llama-3-8B-Instruct"),
        trust_remote_code=True,
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", default="gpt2")
    parser.add_argument("--teacher", required=True)
    args = parser.parse_args()

    student = AutoModelForCausalLM.from_pretrained(args.base)
    teacher = AutoModelForCausalLM.from_pretrained(args.teacher)
    torch.save(student.state_dict(), "student.pt")
    return teacher


if __name__ == "__main__":
    main()
