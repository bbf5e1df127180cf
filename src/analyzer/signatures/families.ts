/** Every table of the folder. Written by `npm run index:signatures`. */
import type { SignatureFamily } from '../signature';
import diffusers from './diffusers';
import huggingfaceHub from './huggingfaceHub';
import peft from './peft';
import sentenceTransformers from './sentenceTransformers';
import spacy from './spacy';
import spacyPackages from './spacyPackages';
import timm from './timm';
import torchHub from './torchHub';
import torchaudio from './torchaudio';
import torchtext from './torchtext';
import torchvision from './torchvision';
import transformers from './transformers';

export const families: readonly SignatureFamily[] = [
  diffusers,
  huggingfaceHub,
  peft,
  sentenceTransformers,
  spacy,
  spacyPackages,
  timm,
  torchHub,
  torchaudio,
  torchtext,
  torchvision,
  transformers,
];
