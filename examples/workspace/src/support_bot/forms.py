"""Reads scanned forms that customers attach."""

import timm
import torch
from torchvision.models import ResNet50_Weights, resnet50
from transformers import LayoutLMv3ForTokenClassification, LayoutLMv3Processor

FORM_MODEL = "microsoft/layoutlmv3-base"


def form_reader():
    processor = LayoutLMv3Processor.from_pretrained(FORM_MODEL)
    return processor, LayoutLMv3ForTokenClassification.from_pretrained(FORM_MODEL)


def photo_backbone(small=True):
    name = "mobilenetv3_small_100" if small else "vit_base_patch16_384"
    return timm.create_model(name, pretrained=True)


def baseline():
    return resnet50(weights=ResNet50_Weights.IMAGENET1K_V2)


def untrained():
    return resnet50(weights=None)  # no pre-trained model


def detector():
    return torch.hub.load("ultralytics/yolov5", "yolov5s")
