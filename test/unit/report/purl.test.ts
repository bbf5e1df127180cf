import assert from 'node:assert/strict';
import { modelPurl } from '../../../src/report/purl';

// Expectations: the package-URL specification's types huggingface and github.
describe('the package URL of a model', () => {
  const cases = [
    [
      'distilbert-base-uncased',
      'huggingface',
      '043235d6088ecd3dd5fb5ca3592b6913fd516027',
      'pkg:huggingface/distilbert-base-uncased@043235d6088ecd3dd5fb5ca3592b6913fd516027',
    ],
    [
      'microsoft/deberta-v3-base',
      'huggingface',
      '559062AD13D311B87B2C455E67DCD5F1C8F65111',
      'pkg:huggingface/microsoft/deberta-v3-base@559062ad13d311b87b2c455e67dcd5f1c8f65111',
    ],
    ['org/name', 'huggingface', null, 'pkg:huggingface/org/name'],
    ['org/name', 'huggingface', 'feature/x y', 'pkg:huggingface/org/name@feature%2Fx%20y'],
    ['Ultralytics/YOLOv5:v7.0#yolov5s', 'pytorch', null, 'pkg:github/ultralytics/yolov5@v7.0'],
    ['resnet50', 'pytorch', null, null],
    ['a b/<c>', 'huggingface', null, null],
  ] as const;
  for (const [id, hub, revision, expected] of cases)
    it(`${id} at ${revision ?? 'no revision'}`, () => assert.equal(modelPurl(id, hub, revision), expected));
});
