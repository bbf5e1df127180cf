import assert from 'node:assert/strict';
import { find, findAll, namedId, partOf } from './lookup';

/** Calls as the documentation of each library writes them: dotted name, then position, keyword and part of the id. */
const calls = `
transformers.AutoTokenizer.from_pretrained 0 pretrained_model_name_or_path tokenizer
transformers.BertTokenizerFast.from_pretrained 0 pretrained_model_name_or_path tokenizer
transformers.AutoProcessor.from_pretrained 0 pretrained_model_name_or_path processor
transformers.AutoImageProcessor.from_pretrained 0 pretrained_model_name_or_path processor
transformers.AutoFeatureExtractor.from_pretrained 0 pretrained_model_name_or_path processor
transformers.AutoConfig.from_pretrained 0 pretrained_model_name_or_path config
transformers.GenerationConfig.from_pretrained 0 pretrained_model_name_or_path config
transformers.models.bert.modeling_bert.BertModel.from_pretrained 0 pretrained_model_name_or_path weights
transformers.pipelines.pipeline 1 model weights
transformers.EncoderDecoderModel.from_encoder_decoder_pretrained 0 encoder_pretrained_model_name_or_path weights
transformers.LlamaForCausalLM.load_adapter 0 peft_model_id adapter
diffusers.AutoencoderKL.from_pretrained 0 pretrained_model_name_or_path weights
diffusers.DDIMScheduler.from_pretrained 0 pretrained_model_name_or_path config
diffusers.StableDiffusionPipeline.load_lora_weights 0 pretrained_model_name_or_path_or_dict adapter
diffusers.StableDiffusionXLPipeline.from_single_file 0 pretrained_model_link_or_path weights
diffusers.StableDiffusionPipeline.load_textual_inversion 0 pretrained_model_name_or_path adapter
diffusers.StableDiffusionPipeline.load_ip_adapter 0 pretrained_model_name_or_path_or_dict adapter
sentence_transformers.CrossEncoder 0 model_name_or_path weights
sentence_transformers.cross_encoder.CrossEncoder 0 model_name weights
sentence_transformers.SparseEncoder 0 model_name_or_path weights
sentence_transformers.models.Transformer 0 model_name_or_path weights
peft.AutoPeftModelForCausalLM.from_pretrained 0 pretrained_model_name_or_path adapter
peft.PeftModelForCausalLM.from_pretrained 1 model_id adapter
peft.PeftConfig.from_pretrained 0 pretrained_model_name_or_path config
peft.PeftModel.load_adapter 0 model_id adapter
timm.models.create_model 0 model_name weights
huggingface_hub.snapshot_download 0 repo_id weights
huggingface_hub.HfApi.hf_hub_download 0 repo_id weights
huggingface_hub.InferenceClient 0 model weights
huggingface_hub.AsyncInferenceClient 0 model weights
huggingface_hub.PyTorchModelHubMixin.from_pretrained 0 pretrained_model_name_or_path weights
spacy.util.load_model 0 name weights
spacy.cli.download 0 model weights
torchvision.models.get_model 0 name weights
langchain_huggingface.HuggingFaceEmbeddings - model_name weights
langchain_community.embeddings.HuggingFaceBgeEmbeddings - model_name weights
langchain.embeddings.huggingface.HuggingFaceInstructEmbeddings - model_name weights
langchain_huggingface.llms.HuggingFacePipeline.from_model_id 0 model_id weights
langchain_huggingface.HuggingFaceEndpoint - repo_id weights
langchain.llms.HuggingFaceHub - repo_id weights
langchain_community.cross_encoders.HuggingFaceCrossEncoder - model_name weights
llama_index.embeddings.huggingface.HuggingFaceEmbedding 0 model_name weights
llama_index.llms.huggingface.HuggingFaceLLM - model_name weights
llama_index.core.postprocessor.SentenceTransformerRerank - model weights
vllm.LLM 0 model weights
vllm.AsyncEngineArgs 0 model weights
vllm.lora.request.LoRARequest 2 lora_path adapter
sglang.Engine - model_path weights
unsloth.FastLanguageModel.from_pretrained 0 model_name weights
mlx_lm.load 0 path_or_hf_repo weights
llama_cpp.Llama.from_pretrained 0 repo_id weights
gliner.GLiNER.from_pretrained 0 model_id weights
setfit.SetFitModel.from_pretrained 0 pretrained_model_name_or_path weights
faster_whisper.WhisperModel 0 model_size_or_path weights
whisper.load_model 0 name weights
whisperx.load_model 0 whisper_arch weights
whisperx.load_align_model 2 model_name weights
open_clip.create_model_from_pretrained 0 model_name weights
ultralytics.YOLO 0 model weights
ultralytics.models.yolo.model.YOLO 0 model weights
optimum.onnxruntime.ORTModelForSequenceClassification.from_pretrained 0 model_id weights
optimum.intel.OVModelForCausalLM.from_pretrained 0 model_id weights
trl.SFTTrainer 0 model weights
trl.DPOTrainer 0 model weights
trl.AutoModelForCausalLMWithValueHead.from_pretrained 0 pretrained_model_name_or_path weights
keras_hub.models.GemmaCausalLM.from_preset 0 preset weights
keras_nlp.models.BertTokenizer.from_preset 0 preset tokenizer
keras_nlp.models.BertPreprocessor.from_preset 0 preset processor
tensorflow_hub.KerasLayer 0 handle weights
tensorflow_hub.load 0 handle weights
keybert.KeyBERT 0 model weights
haystack.components.embedders.SentenceTransformersTextEmbedder 0 model weights
haystack.nodes.FARMReader 0 model_name_or_path weights
txtai.embeddings.Embeddings 0 path weights
txtai.pipeline.Summary 0 path weights
FlagEmbedding.FlagModel 0 model_name_or_path weights
FlagEmbedding.BGEM3FlagModel 0 model_name_or_path weights
FlagEmbedding.FlagReranker 0 model_name_or_path weights
ragatouille.RAGPretrainedModel.from_pretrained 0 pretrained_model_name_or_path weights
TTS.api.TTS 0 model_name weights
audiocraft.models.MusicGen.get_pretrained 0 name weights
ctransformers.AutoModelForCausalLM.from_pretrained 0 model_path_or_repo_id weights
awq.AutoAWQForCausalLM.from_quantized 0 model_path weights
auto_gptq.AutoGPTQForCausalLM.from_quantized 0 model_name_or_path weights
outlines.models.transformers 0 model_name weights
guidance.models.Transformers 0 model weights
litellm.completion 0 model weights
InstructorEmbedding.INSTRUCTOR 0 model_name_or_path weights
fastembed.TextEmbedding 0 model_name weights
simpletransformers.classification.ClassificationModel 1 model_name weights
tokenizers.Tokenizer.from_pretrained 0 identifier tokenizer
model2vec.StaticModel.from_pretrained 0 path weights
speechbrain.inference.speaker.EncoderClassifier.from_hparams 0 source weights
pyannote.audio.Model.from_pretrained 0 checkpoint weights
flair.embeddings.TransformerWordEmbeddings 0 model weights
flair.nn.Classifier.load 0 model_path weights
pytorch_pretrained_bert.BertModel.from_pretrained 0 pretrained_model_name_or_path weights
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

describe("today's loaders", () => {
  for (const [call = '', position = '', keyword = '', part = ''] of calls) {
    it(`know ${call}`, () => {
      const found = find(call);
      assert.ok(found?.loader.id, 'no table fits');
      assert.equal(found.loader.id.position, position === '-' ? undefined : Number(position));
      assert.ok(found.loader.id.keywords.includes(keyword), found.loader.id.keywords.join());
      assert.equal(partOf(found), part);
    });
  }

  it('know the tokenizer of a pipeline as a usage of its own', () => {
    const also = findAll('transformers.pipeline').filter(({ loader }) => loader.also === true);
    const tokenizer = also.find(({ loader }) => loader.id?.keywords.includes('tokenizer'));
    assert.equal(tokenizer?.loader.id?.position, 3);
    assert.equal(tokenizer.loader.part, 'tokenizer');
  });

  it('know the method of an inference client by its keyword alone', () => {
    for (const method of ['text_generation', 'chat_completion', 'chat.completions.create']) {
      const found = find(`huggingface_hub.InferenceClient.${method}`);
      assert.deepEqual(found?.loader.id, { keywords: ['model'] }, method);
      assert.equal(found.loader.defaultId, undefined);
    }
  });

  it('know the backbone of a detector, but for one that is given weights', () => {
    const backbones = findAll('torchvision.models.detection.maskrcnn_resnet50_fpn').filter(
      ({ loader }) => loader.also === true,
    );
    assert.deepEqual(backbones.map(namedId), ['resnet50']);
    const [backbone, own] = backbones[0]?.loader.switches ?? [];
    assert.deepEqual(
      [backbone?.absent, backbone?.argument.keywords],
      ['on', ['weights_backbone', 'pretrained_backbone']],
    );
    assert.deepEqual([own?.absent, own?.inverted], ['off', true]);
  });

  it('know no backbone of a plain classifier', () => {
    assert.equal(findAll('torchvision.models.resnet50').length, 1);
  });

  it('read the model from an enum of weights', () => {
    const ids = ['ResNet50', 'ViT_B_16', 'Wide_ResNet50_2', 'FasterRCNN_ResNet50_FPN_V2'].map((name) => {
      const found = find(`torchvision.models.${name}_Weights.DEFAULT.get_state_dict`);
      return found && namedId(found);
    });
    assert.deepEqual(ids, ['resnet50', 'vit_b_16', 'wide_resnet50_2', 'fasterrcnn_resnet50_fpn_v2']);
  });

  it('take a builder of timm for a model, a helper for none', () => {
    const names = [
      'vit_base_patch16_224',
      'vision_transformer.vit_base_patch16_224',
      'helpers.build_model_with_cfg',
    ];
    const ids = [...names, 'resnet.ResNet'].map((name) => {
      const found = find(`timm.models.${name}`);
      return found && namedId(found);
    });
    assert.deepEqual(ids, ['vit_base_patch16_224', 'vit_base_patch16_224', null, null]);
  });

  it('take an architecture of Keras for a model, its preprocessing for none', () => {
    const names = ['ResNet50', 'resnet50.ResNet50', 'resnet50.preprocess_input'];
    const ids = names.map((name) => {
      const found = find(`tensorflow.keras.applications.${name}`);
      return found && namedId(found);
    });
    assert.deepEqual(ids, ['ResNet50', 'ResNet50', null]);
  });

  it('load nothing for a dataset, a space or a card of either', () => {
    const download = find('huggingface_hub.snapshot_download')?.loader;
    assert.deepEqual(download?.switches?.[0]?.off?.slice(0, 2), ['dataset', 'space']);
    assert.ok(download.ignoreIds?.includes('datasets/*'));
    const card = find('huggingface_hub.DatasetCard.load');
    assert.equal(card && namedId(card), null);
  });

  it('know transformers.js under both names, each with its own defaults', () => {
    const models = ['@huggingface/transformers', '@xenova/transformers'].map(
      (root) => find(`${root}.pipeline`, 'javascript')?.loader.implicit?.['feature-extraction'],
    );
    assert.deepEqual(models, ['onnx-community/all-MiniLM-L6-v2-ONNX', 'Xenova/all-MiniLM-L6-v2']);
  });

  it('take an id with several slashes for a path, but where ids are nested', () => {
    const nested = ['TTS.api.TTS', 'litellm.completion', 'gradio.load', 'transformers.pipeline'].map(
      (name) => find(name)?.loader.nestedIds ?? false,
    );
    assert.deepEqual(nested, [true, true, true, false]);
  });

  it('know Whisper only under its own import', () => {
    assert.equal(find('whisper.transcribe'), undefined);
    assert.equal(find('pickle.load_model'), undefined);
    assert.equal(find('tensorflow.keras.models.load_model')?.loader.onlyIds?.[0], 'hf://*');
  });
});
