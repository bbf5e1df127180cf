import type { LoaderSignature, SignatureFamily, SwitchSignature } from '../signature';
import { builders } from './lists/torchvisionBuilders';

/** `models.resnet50` and `models.resnet.resnet50`; the quantized ones have their own folder and no prefix in code. */
function calls(names: readonly string[]): string[] {
  return names.map((name) => {
    const quantized = name.startsWith('quantized_');
    return quantized ? `models.quantization.**.${name.slice('quantized_'.length)}` : `models.**.${name}`;
  });
}

/** The registered name: `quantized_resnet50` of `models.quantization.resnet50`. */
function registered(segments: readonly string[]): string {
  const name = segments.at(-1) ?? '';
  return segments.includes('quantization') ? `quantized_${name}` : name;
}

/** `ResNet50_Weights.DEFAULT.get_state_dict`: the enum is named after its builder. */
function builderOfEnum(segments: readonly string[]): string | null {
  const name = segments.find((segment) => segment.endsWith('_Weights'));
  return name === undefined ? null : name.slice(0, -'_Weights'.length).toLowerCase();
}

const weights: readonly SwitchSignature[] = [
  { argument: { position: 0, keywords: ['weights', 'pretrained'] }, absent: 'off' },
];

/** Builders of detection and segmentation, by the pre-trained backbone that they load when told no weights. */
const backbones: Readonly<Record<string, readonly string[]>> = {
  resnet50: [
    'deeplabv3_resnet50',
    'fasterrcnn_resnet50_fpn',
    'fcn_resnet50',
    'fcos_resnet50_fpn',
    'keypointrcnn_resnet50_fpn',
    'maskrcnn_resnet50_fpn',
    'retinanet_resnet50_fpn',
  ],
  resnet101: ['deeplabv3_resnet101', 'fcn_resnet101'],
  mobilenet_v3_large: [
    'deeplabv3_mobilenet_v3_large',
    'fasterrcnn_mobilenet_v3_large_320_fpn',
    'fasterrcnn_mobilenet_v3_large_fpn',
    'lraspp_mobilenet_v3_large',
    'ssdlite320_mobilenet_v3_large',
  ],
  vgg16: ['ssd300_vgg16'],
};

/** The second versions load no backbone unless asked. */
const bareBackbones = ['fasterrcnn_resnet50_fpn_v2', 'maskrcnn_resnet50_fpn_v2', 'retinanet_resnet50_fpn_v2'];

function backboneLoader(
  backbone: string,
  names: readonly string[],
  absent: SwitchSignature['absent'],
): LoaderSignature {
  return {
    call: calls(names),
    also: true,
    idFrom: () => backbone,
    switches: [
      { argument: { keywords: ['weights_backbone', 'pretrained_backbone'] }, absent },
      { argument: { position: 0, keywords: ['weights', 'pretrained'] }, absent: 'off', inverted: true },
    ],
  };
}

const torchvision: SignatureFamily = {
  library: 'torchvision',
  hub: 'pytorch',
  docs: 'https://pytorch.org/vision/stable/models.html',
  language: 'python',
  roots: ['torchvision'],
  loaders: [
    { call: calls(builders), idFrom: registered, switches: weights },
    ...Object.entries(backbones).map(([name, of]) => backboneLoader(name, of, 'on')),
    backboneLoader('resnet50', bareBackbones, 'off'),
    {
      call: 'models.**.get_model',
      id: { position: 0, keywords: ['name'] },
      switches: [{ argument: { keywords: ['weights'] }, absent: 'off' }],
    },
    { call: 'models.**.get_weight', id: { position: 0, keywords: ['name'] } },
    { call: 'models.**.*_Weights.*.get_state_dict', idFrom: builderOfEnum },
    {
      call: ['models.**.resnet_fpn_backbone', 'models.**.mobilenet_backbone'],
      id: { position: 0, keywords: ['backbone_name'] },
      switches: [{ argument: { position: 1, keywords: ['weights', 'pretrained'] }, absent: 'off' }],
    },
  ],
};

export default torchvision;
