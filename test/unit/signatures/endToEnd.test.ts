import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Analyzer, createAnalyzer } from '../../../src/analyzer/analyzer';
import type { WorkspaceView } from '../../../src/analyzer/source';
import type { Usage } from '../../../src/analyzer/usage';
import { audioBundles, builders, calls, packages, textBundles } from './peatmoss';

const require = createRequire(import.meta.url);
const wasm = (file: string) => readFileSync(require.resolve(file));

describe("every row of PeaTMOSS's table, in a program", () => {
  let analyzer: Analyzer;
  before(async () => {
    const runtime = wasm('web-tree-sitter/web-tree-sitter.wasm');
    const python = wasm('tree-sitter-python/tree-sitter-python.wasm');
    analyzer = await createAnalyzer({ runtime, grammars: { python } });
  });
  after(() => {
    analyzer.dispose();
  });

  /** What is found in a program: one line a usage. */
  const usagesIn = (lines: readonly string[]): readonly Usage[] => {
    const cells = [{ cell: null, text: lines.join('\n') }];
    const workspace: WorkspaceView = { source: () => null, config: () => null, path: () => 'nothing' };
    return analyzer.analyze({ path: 'main.py', language: 'python', cells }, workspace).usages;
  };
  const idsIn = (lines: readonly string[]) => usagesIn(lines).map(({ written }) => written[0]?.text);

  for (const { call, position, keyword } of calls) {
    it(call, () => {
      const module = call
        .split('.')
        .slice(0, -1)
        .filter((segment) => /^[a-z]/.test(segment))
        .join('.');
      const before = 'model, '.repeat(position);
      const on = /timm|open_clip/.test(call) ? ', pretrained=True' : '';
      const entry = call === 'torch.hub.load' ? ', "entry"' : '';
      const id = call === 'torch.hub.load' ? 'owner/name#entry' : 'owner/name';
      assert.deepEqual(idsIn([`import ${module}`, `${call}(${before}"owner/name"${entry}${on})`]), [id]);
      if (entry !== '' || position > 0) return;
      assert.deepEqual(idsIn([`import ${module}`, `${call}(${keyword}="owner/name"${on})`]), [id]);
    });
  }

  it('spaCy packages', () => {
    const importable = packages.filter((name) => !name.includes('-'));
    const lines = importable.flatMap((name) => [`import ${name}`, `${name}.load()`]);
    assert.ok(importable.length >= 279);
    assert.deepEqual(idsIn(lines), importable);
  });

  it('builders of torchvision, with weights and without', () => {
    const lines = builders.map((name) => `torchvision.models.${name.replace('quantized_', 'quantization.')}`);
    const off = 'weights=None, weights_backbone=None';
    const program = [
      'import torchvision',
      ...lines.flatMap((name) => [`${name}(weights="DEFAULT")`, `${name}(${off})`]),
    ];
    assert.deepEqual(idsIn(program), builders);
  });

  it('builders by the words that torchvision used before', () => {
    assert.deepEqual(
      idsIn([
        'from torchvision import models',
        'models.resnet18(pretrained=True)',
        'models.resnet18(True)',
        'models.resnet18(pretrained=False)',
        'models.resnet18(False)',
        'models.resnet18()',
      ]),
      ['resnet18', 'resnet18'],
    );
  });

  it('the backbone of a detector that is given no weights', () => {
    assert.deepEqual(
      idsIn([
        'from torchvision.models.detection import fasterrcnn_resnet50_fpn, maskrcnn_resnet50_fpn_v2',
        'fasterrcnn_resnet50_fpn()',
        'fasterrcnn_resnet50_fpn(num_classes=2, pretrained_backbone=False)',
        'fasterrcnn_resnet50_fpn(weights="DEFAULT")',
        'maskrcnn_resnet50_fpn_v2()',
      ]),
      ['resnet50', 'fasterrcnn_resnet50_fpn'],
    );
  });

  it('bundles of torchaudio and torchtext', () => {
    const audio = audioBundles.map((name) => `torchaudio.pipelines.${name}`);
    const text = textBundles.map((name) => `torchtext.models.${name}`);
    const lines = ['import torchaudio, torchtext', ...[...audio, ...text].map((name) => `b = ${name}`)];
    assert.deepEqual(idsIn(lines), [...audioBundles, ...textBundles]);
  });

  it('a pipeline and its parts', () => {
    const found = usagesIn([
      'from transformers import pipeline, AutoTokenizer',
      'pipeline("ner")',
      'pipeline("translation_en_to_fr")',
      'pipeline("translation_en_to_xx")',
      'pipeline("ner", "a/b", tokenizer="c/d")',
      'pipeline("ner", "a/b", tokenizer=tokenizer)',
    ]).map(({ part, written, implicitModel, resolution }) => {
      return `${part} ${written[0]?.text ?? implicitModel ?? resolution}`;
    });
    assert.deepEqual(found, [
      'weights dbmdz/bert-large-cased-finetuned-conll03-english',
      'weights google-t5/t5-base',
      'weights unresolved',
      'weights a/b',
      'tokenizer c/d',
      'weights a/b',
    ]);
  });

  it('ids with a prefix, a path, and another kind of repository', () => {
    const found = usagesIn([
      'import timm, open_clip, huggingface_hub as h, ultralytics, litellm',
      'timm.create_model("hf-hub:timm/resnet50.a1_in1k", pretrained=True)',
      'timm.create_model("resnet50")',
      'open_clip.create_model_and_transforms("hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K")',
      'open_clip.create_model_and_transforms("ViT-B-32")',
      'open_clip.create_model_and_transforms("ViT-B-32", pretrained="laion2b_s34b_b79k")',
      'h.snapshot_download("squad", repo_type="dataset")',
      'h.InferenceClient("https://x.endpoints.huggingface.cloud")',
      'h.InferenceClient().text_generation("x", model="a/b")',
      'ultralytics.YOLO("yolo11n.pt")',
      'ultralytics.YOLO("runs/detect/train/weights/best.pt")',
      'ultralytics.YOLO("yolo11n.yaml")',
      'litellm.completion(model="gpt-4o")',
      'litellm.completion(model="huggingface/a/b")',
    ]).map(({ written, resolution }) => `${resolution} ${written[0]?.text ?? ''}`);
    assert.deepEqual(found, [
      'resolved hf-hub:timm/resnet50.a1_in1k',
      'resolved hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K',
      'resolved ViT-B-32',
      'resolved a/b',
      'resolved yolo11n.pt',
      'local runs/detect/train/weights/best.pt',
      'resolved huggingface/a/b',
    ]);
  });
});
