/** Addresses of licence texts -> licence. Matched without scheme, `www.` and trailing slash, lower case. */
import { allTerms } from '../terms';
import { spdxId } from './spdx';

const pages: readonly (readonly [RegExp, string])[] = [
  [/^apache\.org\/licenses\/(?:license|apache)-2\.0/, 'Apache-2.0'],
  [/^gnu\.org\/(?:licenses\/(?:old-licenses\/)?)gpl-2\.0/, 'GPL-2.0-only'],
  [/^gnu\.org\/(?:licenses\/)gpl-3\.0/, 'GPL-3.0-only'],
  [/^gnu\.org\/(?:licenses\/)agpl(?:-3\.0)?/, 'AGPL-3.0-only'],
  [/^gnu\.org\/(?:licenses\/(?:old-licenses\/)?)lgpl-2\.1/, 'LGPL-2.1-only'],
  [/^gnu\.org\/(?:licenses\/)lgpl-3\.0/, 'LGPL-3.0-only'],
  [/^gnu\.org\/licenses\/gpl(?:\.html|\.txt)?$/, 'gpl'],
  [/^mozilla\.org\/(?:en-us\/)?mpl\/2\.0/, 'MPL-2.0'],
  [/^unlicense\.org/, 'Unlicense'],
  [/^wtfpl\.net/, 'WTFPL'],
  [/^opendatacommons\.org\/licenses\/odbl/, 'ODbL-1.0'],
  [/^opendatacommons\.org\/licenses\/by/, 'ODC-By-1.0'],
  [/^opendatacommons\.org\/licenses\/pddl/, 'PDDL-1.0'],
  [/^cdla\.(?:dev|io)\/permissive-2-0/, 'CDLA-Permissive-2.0'],
  [/^cdla\.(?:dev|io)\/permissive-1-0/, 'CDLA-Permissive-1.0'],
  [/^cdla\.(?:dev|io)\/sharing-1-0/, 'CDLA-Sharing-1.0'],
  [/^creativecommons\.org\/publicdomain\/zero/, 'CC0-1.0'],
  [/^creativecommons\.org\/publicdomain\/mark/, 'CC-PDM-1.0'],
  [/^eclipse\.org\/legal\/epl-v?2/, 'EPL-2.0'],
  [/^eclipse\.org\/legal\/epl-v10/, 'EPL-1.0'],
  [/^ai\.google\.dev\/gemma\/(?:terms|prohibited_use_policy)/, 'gemma'],
  [/^ai\.meta\.com\/(?:llama\/license|resources\/models-and-libraries\/llama-downloads)/, 'llama2'],
  [/^(?:llama\.meta|llama)\.com\/llama3_1\/license/, 'llama3.1'],
  [/^(?:llama\.meta|llama)\.com\/llama3_2\/license/, 'llama3.2'],
  [/^(?:llama\.meta|llama)\.com\/llama3_3\/license/, 'llama3.3'],
  [/^(?:llama\.meta|llama)\.com\/llama3\/license/, 'llama3'],
  [/^(?:llama\.meta|llama)\.com\/llama4\/license/, 'llama4'],
  [/^github\.com\/meta-llama\/llama-models\/blob\/[^/]+\/models\/llama3_1\//, 'llama3.1'],
  [/^github\.com\/meta-llama\/llama-models\/blob\/[^/]+\/models\/llama3_2\//, 'llama3.2'],
  [/^github\.com\/meta-llama\/llama-models\/blob\/[^/]+\/models\/llama3_3\//, 'llama3.3'],
  [/^github\.com\/meta-llama\/llama-models\/blob\/[^/]+\/models\/llama4\//, 'llama4'],
  [/^github\.com\/meta-llama\/llama3\/blob\//, 'llama3'],
  [/^huggingface\.co\/meta-llama\/llama-2-[^/]+\/blob\//, 'llama2'],
  [/^huggingface\.co\/meta-llama\/meta-llama-3-[^/]+\/blob\//, 'llama3'],
  [/^huggingface\.co\/meta-llama\/(?:meta-)?llama-3\.1-[^/]+\/blob\//, 'llama3.1'],
  [/^huggingface\.co\/meta-llama\/llama-3\.2-[^/]+\/blob\//, 'llama3.2'],
  [/^huggingface\.co\/meta-llama\/llama-3\.3-[^/]+\/blob\//, 'llama3.3'],
  [/^huggingface\.co\/meta-llama\/llama-4-[^/]+\/blob\//, 'llama4'],
  [/^huggingface\.co\/liquidai\/lfm[^/]+\/blob\/[^/]+\/license/, 'lfm1.0'],
  [/^huggingface\.co\/spaces\/compvis\/stable-diffusion-license/, 'creativeml-openrail-m'],
  [/^huggingface\.co\/spaces\/bigscience\/license/, 'bigscience-bloom-rail-1.0'],
  [/^huggingface\.co\/spaces\/bigcode\/bigcode-model-license-agreement/, 'bigcode-openrail-m'],
];

/** Where the licences of models are published, as the table of terms says; pages that speak of several are none. */
const published: ReadonlyMap<string, string> = new Map(
  allTerms()
    .filter(({ kind }) => ['behavioural', 'noncommercial', 'source-available'].includes(kind))
    .map(({ id, source }) => [plainAddress(source), id] as const)
    .filter(([address], _, all) => all.filter(([other]) => other === address).length === 1),
);

function plainAddress(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^<|>$/g, '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#?].*$/, '')
    .replace(/\/+$/, '');
}

/** The licence behind an address, or null. */
export function fromUrl(text: string): string | null {
  const address = plainAddress(text);
  const cc = /^creativecommons\.org\/licen[cs]es\/([a-z-]+)\/(\d\.\d)/.exec(address);
  if (cc) return spdxId(`CC-${cc[1] ?? ''}-${cc[2] ?? ''}`);
  const listed =
    /^(?:opensource\.org\/(?:licenses?|license)|spdx\.org\/licenses|choosealicense\.com\/licenses)\/([\w.+-]+?)(?:\.html|\.txt|\.php)?$/.exec(
      address,
    );
  if (listed) return spdxId(listed[1] ?? '') ?? spdxId((listed[1] ?? '').replace(/-license$/, ''));
  const page = address.replace(/^(huggingface\.co\/.*)\/(?:raw|resolve)\//, '$1/blob/');
  return pages.find(([pattern]) => pattern.test(page))?.[1] ?? published.get(page) ?? null;
}
