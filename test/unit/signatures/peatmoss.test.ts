import assert from 'node:assert/strict';
import { find, findAll, namedId, partOf } from './lookup';
import { audioBundles, builders, calls, packages, textBundles } from './peatmoss';

describe('the signatures of PeaTMOSS', () => {
  it('are 474', () => {
    const counts = [calls, packages, builders, audioBundles, textBundles].map(
      (rows: readonly unknown[]) => new Set(rows).size,
    );
    assert.deepEqual(counts, [30, 282, 121, 37, 4]);
  });

  for (const { call, position, keyword, part } of calls) {
    it(`knows ${call}`, () => {
      const found = find(call);
      assert.ok(found, `no table fits ${call}`);
      assert.equal(found.loader.id?.position, position);
      assert.ok(found.loader.id.keywords.includes(keyword), keyword);
      assert.equal(partOf(found), part);
      assert.equal(found.family.hub, call.startsWith('torch.') ? 'pytorch' : 'huggingface');
    });
  }

  it('holds every spaCy package that is a model by its import', () => {
    for (const name of packages) {
      const found = find(`${name}.load`);
      assert.ok(found && namedId(found) === name && found.family.library === 'spacy', name);
    }
  });

  it('holds every builder of torchvision, off unless asked for weights', () => {
    for (const builder of builders) {
      const name = builder.replace('quantized_', 'quantization.');
      const found = find(`torchvision.models.${name}`);
      assert.ok(found && namedId(found) === builder && found.family.hub === 'pytorch', builder);
      assert.equal(found.loader.switches?.[0]?.absent, 'off', builder);
    }
  });

  it('finds a builder in its sub-package and in its module', () => {
    const places = {
      'detection.fasterrcnn_resnet50_fpn': 'fasterrcnn_resnet50_fpn',
      'detection.faster_rcnn.fasterrcnn_resnet50_fpn': 'fasterrcnn_resnet50_fpn',
      'segmentation.fcn_resnet50': 'fcn_resnet50',
      'video.r3d_18': 'r3d_18',
      'optical_flow.raft_large': 'raft_large',
      'quantization.resnet.resnet50': 'quantized_resnet50',
      'resnet.resnet50': 'resnet50',
    };
    for (const [place, id] of Object.entries(places)) {
      const found = find(`torchvision.models.${place}`);
      assert.equal(found && namedId(found), id, place);
    }
  });

  it('holds every bundle of torchaudio and torchtext, as names that are read', () => {
    for (const [prefix, names] of [
      ['torchaudio.pipelines', audioBundles],
      ['torchtext.models', textBundles],
    ] as const) {
      for (const name of names) {
        const found = find(`${prefix}.${name}`);
        assert.ok(found && namedId(found) === name && found.loader.kind === 'expression', name);
      }
    }
  });

  it('does not take another function of those libraries for a loader', () => {
    const others = [
      'spacy.blank',
      'spacy.displacy.load',
      'transformers.set_seed',
      'transformers.AutoModel.from_config',
      'flair.data.Dictionary.load',
      'torch.load',
      'torch.hub.list',
      'torchvision.models.list_models',
      'torchvision.transforms.Resize',
      'torchaudio.load',
      'timm.list_models',
      'huggingface_hub.HfApi.upload_file',
      'huggingface_hub.login',
      'sentence_transformers.util.cos_sim',
      'bertopic.BERTopic.fit_transform',
      'numpy.load',
    ];
    assert.deepEqual(
      others.filter((name) => findAll(name).length > 0),
      [],
    );
  });
});
