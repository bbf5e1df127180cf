/** Every table of the folder. Written by `npm run index:signatures`. */
import type { SignatureFamily } from '../signature';
import adapters from './adapters';
import agents from './agents';
import aitextgen from './aitextgen';
import allennlp from './allennlp';
import asteroid from './asteroid';
import audiocraft from './audiocraft';
import bark from './bark';
import bertScore from './bertScore';
import bertopic from './bertopic';
import chatterbox from './chatterbox';
import chromadb from './chromadb';
import clip from './clip';
import colbert from './colbert';
import comet from './comet';
import coquiTts from './coquiTts';
import ctransformers from './ctransformers';
import ctranslate2 from './ctranslate2';
import dataTools from './dataTools';
import demucs from './demucs';
import deployment from './deployment';
import detectron2 from './detectron2';
import diffusers from './diffusers';
import docling from './docling';
import doctr from './doctr';
import dspy from './dspy';
import efficientnetPytorch from './efficientnetPytorch';
import esm from './esm';
import espnet from './espnet';
import fairseq from './fairseq';
import farm from './farm';
import fastai from './fastai';
import fastembed from './fastembed';
import fasterWhisper from './fasterWhisper';
import flagEmbedding from './flagEmbedding';
import flair from './flair';
import funasr from './funasr';
import gliner from './gliner';
import gpt4all from './gpt4all';
import gradio from './gradio';
import happytransformer from './happytransformer';
import haystack from './haystack';
import hubMixins from './hubMixins';
import huggingfaceHub from './huggingfaceHub';
import huggingfaceHubJs from './huggingfaceHubJs';
import huggingfaceJs from './huggingfaceJs';
import huggingfaceSb3 from './huggingfaceSb3';
import instructorEmbedding from './instructorEmbedding';
import interpretability from './interpretability';
import keras from './keras';
import kerasApplications from './kerasApplications';
import kerasHub from './kerasHub';
import keybert from './keybert';
import kokoro from './kokoro';
import ktrain from './ktrain';
import langchain from './langchain';
import langchainJs from './langchainJs';
import litellm from './litellm';
import llamaCpp from './llamaCpp';
import llamaIndex from './llamaIndex';
import llmlingua from './llmlingua';
import lmEval from './lmEval';
import mlx from './mlx';
import model2vec from './model2vec';
import modelscope from './modelscope';
import nemo from './nemo';
import nlpaug from './nlpaug';
import nodeLlamaCpp from './nodeLlamaCpp';
import ollama from './ollama';
import openClip from './openClip';
import optimum from './optimum';
import paddlenlp from './paddlenlp';
import peft from './peft';
import pretrainedmodels from './pretrainedmodels';
import promptLibraries from './promptLibraries';
import pyannote from './pyannote';
import pythae from './pythae';
import quantizers from './quantizers';
import retrieval from './retrieval';
import rfdetr from './rfdetr';
import segmentationModels from './segmentationModels';
import sentenceTransformers from './sentenceTransformers';
import servers from './servers';
import setfit from './setfit';
import simpletransformers from './simpletransformers';
import skops from './skops';
import smolagents from './smolagents';
import spacy from './spacy';
import spacyPackages from './spacyPackages';
import spanMarker from './spanMarker';
import speechbrain from './speechbrain';
import stanza from './stanza';
import taskModels from './taskModels';
import tensorflowHub from './tensorflowHub';
import tensorflowTts from './tensorflowTts';
import timm from './timm';
import tokenizers from './tokenizers';
import torchHub from './torchHub';
import torchaudio from './torchaudio';
import torchtext from './torchtext';
import torchvision from './torchvision';
import transformerLens from './transformerLens';
import transformers from './transformers';
import transformersJs from './transformersJs';
import transformersLookalikes from './transformersLookalikes';
import trl from './trl';
import txtai from './txtai';
import ultralytics from './ultralytics';
import unsloth from './unsloth';
import visionWeights from './visionWeights';
import vllm from './vllm';
import webLlm from './webLlm';
import whisper from './whisper';
import whisperx from './whisperx';
import xenovaTransformers from './xenovaTransformers';
import yolov5 from './yolov5';

export const families: readonly SignatureFamily[] = [
  adapters,
  agents,
  aitextgen,
  allennlp,
  asteroid,
  audiocraft,
  bark,
  bertScore,
  bertopic,
  chatterbox,
  chromadb,
  clip,
  colbert,
  comet,
  coquiTts,
  ctransformers,
  ctranslate2,
  dataTools,
  demucs,
  deployment,
  detectron2,
  diffusers,
  docling,
  doctr,
  dspy,
  efficientnetPytorch,
  esm,
  espnet,
  fairseq,
  farm,
  fastai,
  fastembed,
  fasterWhisper,
  flagEmbedding,
  flair,
  funasr,
  gliner,
  gpt4all,
  gradio,
  happytransformer,
  haystack,
  hubMixins,
  huggingfaceHub,
  huggingfaceHubJs,
  huggingfaceJs,
  huggingfaceSb3,
  instructorEmbedding,
  interpretability,
  keras,
  kerasApplications,
  kerasHub,
  keybert,
  kokoro,
  ktrain,
  langchain,
  langchainJs,
  litellm,
  llamaCpp,
  llamaIndex,
  llmlingua,
  lmEval,
  mlx,
  model2vec,
  modelscope,
  nemo,
  nlpaug,
  nodeLlamaCpp,
  ollama,
  openClip,
  optimum,
  paddlenlp,
  peft,
  pretrainedmodels,
  promptLibraries,
  pyannote,
  pythae,
  quantizers,
  retrieval,
  rfdetr,
  segmentationModels,
  sentenceTransformers,
  servers,
  setfit,
  simpletransformers,
  skops,
  smolagents,
  spacy,
  spacyPackages,
  spanMarker,
  speechbrain,
  stanza,
  taskModels,
  tensorflowHub,
  tensorflowTts,
  timm,
  tokenizers,
  torchHub,
  torchaudio,
  torchtext,
  torchvision,
  transformerLens,
  transformers,
  transformersJs,
  transformersLookalikes,
  trl,
  txtai,
  ultralytics,
  unsloth,
  visionWeights,
  vllm,
  webLlm,
  whisper,
  whisperx,
  xenovaTransformers,
  yolov5,
];
