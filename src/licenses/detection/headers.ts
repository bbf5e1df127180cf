/** What short notices and the titles of model licences say. Only the head of a file is read. */
import type { LicenseName } from '../judgement';
import { parseLicense } from '../names/parse';

const headLength = 3000;

/** Titles of licences whose texts are not in the SPDX list, or there in another language or for one holder only. */
const titles: readonly (readonly [RegExp, string])[] = [
  [/^postgresql licen[cs]e$/i, 'PostgreSQL'],
  [/contrat de licence de logiciel libre cecill version 2\.1/i, 'CECILL-2.1'],
  [/creativeml open rail\+\+-?m/i, 'openrail++'],
  [/creativeml open ?rail-?m/i, 'creativeml-openrail-m'],
  [/bigscience open ?rail-?m/i, 'bigscience-openrail-m'],
  [/bigscience (?:bloom )?rail license/i, 'bigscience-bloom-rail-1.0'],
  [/bigcode open ?rail-?m/i, 'bigcode-openrail-m'],
  [/llama 4 community license agreement/i, 'llama4'],
  [/llama 3\.3 community license agreement/i, 'llama3.3'],
  [/llama 3\.2 community license agreement/i, 'llama3.2'],
  [/llama 3\.1 community license agreement/i, 'llama3.1'],
  [/(?:meta )?llama 3 community license agreement/i, 'llama3'],
  [/llama 2 community license agreement/i, 'llama2'],
  [/gemma terms of use/i, 'gemma'],
  [/deepseek license agreement/i, 'deepseek'],
  [/tongyi qianwen research license agreement/i, 'tongyi-qianwen-research'],
  [/tongyi qianwen license agreement/i, 'tongyi-qianwen'],
  [/qwen research license agreement/i, 'qwen-research'],
  [/qwen license agreement/i, 'qwen'],
  [/mistral ai research license/i, 'mrl-0.1'],
  [/mistral ai non-production license/i, 'mnpl-0.1'],
  [/flux\.1 \[dev\] non-commercial license/i, 'flux-1-dev-non-commercial-license'],
  [/flux \[dev\] non-commercial license/i, 'flux-non-commercial-license'],
  [/krea 2 community license agreement/i, 'krea-2-community'],
  [/ltx-2(?:\.x)? community license agreement/i, 'ltx-2-community'],
  [/lfm open license/i, 'lfm1.0'],
  [/falcon 2 11b tii license/i, 'falcon-2-11b-license'],
  [/falcon 180b tii license/i, 'falcon-180b-license'],
  [/tii falcon[- ]llm license/i, 'falcon-llm-license'],
  [/minimax model license/i, 'minimax-model-license'],
  [/stability ai community license agreement/i, 'stabilityai-ai-community'],
  [/stability ai non-?commercial research community license/i, 'stabilityai-nc-research-community'],
  [/nvidia open model license/i, 'nvidia-open-model-license'],
  [/nvidia source code license/i, 'nvidia-source-code-license'],
  [/deepfloyd if license agreement/i, 'deepfloyd-if-license'],
  [/yi series models (?:community )?license agreement/i, 'yi-license'],
  [/tencent hunyuan community license agreement/i, 'tencent-hunyuan-community'],
  [/databricks open model license/i, 'databricks-open-model-license'],
  [/apple machine learning research model/i, 'apple-amlr'],
  [/dinov3 license/i, 'dinov3-license'],
  [/^\W*sam license/i, 'sam-license'],
  [/fair noncommercial research license/i, 'fair-noncommercial-research-license'],
  [/exaone ai model license agreement/i, 'exaone'],
  [/opt-175b license agreement/i, 'opt-175b-license'],
  [/coqui public model license/i, 'coqui-public-model-license'],
  [/microsoft research license/i, 'microsoft-research-license'],
];

/** Notices that stand for a licence instead of its text. */
const notices: readonly (readonly [RegExp, string])[] = [
  [/licensed under the apache license,? version 2\.0/i, 'Apache-2.0'],
  [/subject to the terms of the mozilla public license,? v(?:ersion|\.) ?2\.0/i, 'MPL-2.0'],
  [
    /affero general public license[^.]{0,120}version 3 of the license,? or[\s\S]{0,20}any later version/i,
    'AGPL-3.0-or-later',
  ],
  [
    /lesser general public license[^.]{0,120}version 3 of the license,? or[\s\S]{0,20}any later version/i,
    'LGPL-3.0-or-later',
  ],
  [
    /lesser general public license[^.]{0,120}version 2\.1 of the license,? or[\s\S]{0,20}any later version/i,
    'LGPL-2.1-or-later',
  ],
  [
    /gnu general public license[^.]{0,120}version 3 of the license,? or[\s\S]{0,20}any later version/i,
    'GPL-3.0-or-later',
  ],
  [
    /gnu general public license[^.]{0,120}version 2 of the license,? or[\s\S]{0,20}any later version/i,
    'GPL-2.0-or-later',
  ],
];

/** Among so many lines at the top of a text its own title stands, on a line of at most so many characters: a sentence is none. */
const titleLines = 6;
const titleLength = 90;

/** The model licence whose title stands at the top of a text: its terms may be another licence's words with some of its own. */
export function fromTitle(text: string): LicenseName | null {
  const lines = text.slice(0, headLength).split(/\s*\n\s*/);
  const top = lines.filter((line) => line !== '').slice(0, titleLines);
  const short = top.filter((line) => line.length <= titleLength);
  const id = titles.find(([pattern]) => short.some((line) => pattern.test(line)))?.[1];
  return id === undefined ? null : { kind: 'license', id };
}

/** The licence that the head of a text names: an SPDX tag, a title, a notice, or the address of a Creative Commons page. */
export function fromHeader(text: string): LicenseName | null {
  const head = text.slice(0, headLength).replace(/\s+/g, ' ');
  const tag = spdxTag(text.slice(0, headLength));
  if (tag) return tag;
  for (const [pattern, id] of [...titles, ...notices]) if (pattern.test(head)) return { kind: 'license', id };
  const address = /https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/[\w./-]+/.exec(
    head,
  )?.[0];
  const named = address === undefined ? null : parseLicense(address);
  return named?.kind === 'license' ? named : shortName(text);
}

/** `SPDX-License-Identifier: …` in any kind of comment. */
export function spdxTag(text: string): LicenseName | null {
  const expression = /SPDX-License-Identifier:[ \t]*([^\n\r]+?)[ \t]*(?:\*\/|-->|#}|"|'|$)/m.exec(text)?.[1];
  if (expression === undefined) return null;
  const name = parseLicense(expression);
  return name.kind === 'license' || name.kind === 'expression' ? name : null;
}

/** A file that holds no more than a licence's name. */
function shortName(text: string): LicenseName | null {
  const trimmed = text.trim();
  if (trimmed.length > 200) return null;
  const [line = ''] = trimmed.split(/\r?\n/);
  const name = parseLicense(line.replace(/^#+\s*/, ''));
  return name.kind === 'license' || name.kind === 'expression' ? name : null;
}
