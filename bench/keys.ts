/** The texts and keys of `bench/keystroke.ts`: what people type, each kind for itself. */
import type { TextChange } from '../src/analyzer/analyzer';

/** Keys typed into a text, each in terms of the text before it; there is no end of them. */
export type Keys = (text: string) => Generator<TextChange>;

/** Made up, but of usual shape: imports, then functions of 19 lines. */
export function generated(): string {
  const functions = Array.from(
    { length: 250 },
    (_, index) => `
def load_${String(index)}(name="org/model-${String(index)}", revision=None):
    """Loads model number ${String(index)}."""
    config = {"hidden": ${String(index)}, "layers": 12}
    for layer in range(config["layers"]):
        value = layer * config["hidden"]
        if value % 2 == 0:
            print("even", value)
        else:
            print("odd", value)
    tokenizer = AutoTokenizer.from_pretrained(name)
    model = AutoModel.from_pretrained("org/other-${String(index)}")
    scores = []
    for start in range(10):
        scores.append(torch.zeros(start))
    result = sum(scores)
    print(result, tokenizer, model)
    return model, tokenizer

`,
  );
  return `import torch\nfrom transformers import AutoModel, AutoTokenizer\n\n${functions.join('')}`;
}

/** Where a pattern fits, again and again in an order that goes all over the text. */
function* placesOf(text: string, pattern: RegExp): Generator<number> {
  const places = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  for (let turn = 0; places.length > 0; turn++) yield places[(turn * 37) % places.length] ?? 0;
}

/** What an editor puts behind a key. */
const closedBy: Readonly<Record<string, string>> = { '"': '"', '(': ')' };

/** Types a line key by key, quotes and brackets closed as editors do (a closing one is typed over), and takes it away again. */
function* typedAt(at: number, line: string): Generator<TextChange> {
  let from = at;
  const open: string[] = [];
  for (const key of line) {
    const closes = open.at(-1) === key;
    const behind = closes ? '' : (closedBy[key] ?? '');
    if (closes) open.pop();
    else yield { start: from, end: from, text: key + behind };
    if (behind !== '') open.push(behind);
    from++;
  }
  yield { start: at, end: from + open.length, text: '' };
}

/** A line of its own at each place. */
function typedLines(pattern: RegExp, line: string): Keys {
  return function* (text) {
    for (const at of placesOf(text, pattern)) {
      const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
      yield { start: at, end: at, text: `${indent}\n` };
      yield* typedAt(at + indent.length, line);
      yield { start: at, end: at + indent.length + 1, text: '' };
    }
  };
}

/** Something typed within a line, and taken away again. */
function typedWithin(pattern: RegExp, typed: string): Keys {
  return function* (text) {
    for (const at of placesOf(text, pattern)) yield* typedAt(at, typed);
  };
}

/** Without the help of an editor. */
function leftOpen(sign: string): Keys {
  return function* (text) {
    for (const start of placesOf(text, /^[ \t]+\w+ = /gm))
      yield* thereAndBack({ start, end: start, text: sign }, text);
  };
}

/** A key, and the way back. */
function* thereAndBack({ start, end, text }: TextChange, before: string): Generator<TextChange> {
  yield { start, end, text };
  yield { start, end: start + text.length, text: before.slice(start, end) };
}

const inBlock = /^(?=[ \t]+(?:\w+ = |return\b|for ).*$)/gm;
const atTop = /^(?=(?:def|class) )/gm;
const inId = /^(?=.*from_pretrained\(|def .*name=).*["']org\/?[\w-]*(?=["'])/gm;

export const kinds: Readonly<Record<string, Keys>> = {
  'code in a function': typedLines(inBlock, 'checkpoint = "org/some-model"'),
  'a load in a function': typedLines(inBlock, 'model = AutoModel.from_pretrained("org/more")'),
  'letters of an id': typedWithin(inId, '-v2'),
  'a comment': typedLines(inBlock, '# what is to be done here'),
  'a statement at the top level': typedLines(atTop, 'checkpoint = "org/some-model"'),
  'an import': typedLines(/^(?=import )/gm, 'from diffusers import AutoPipeline'),
  'a parameter': typedWithin(/^[ \t]*def \w+\([^)\n]*/gm, ', more=1'),
  *'a line at the start'(text) {
    for (;;) yield* thereAndBack({ start: 0, end: 0, text: '\n' }, text);
  },
  *'a function cut and undone'(text) {
    for (const start of placesOf(text, atTop)) {
      const next = text.indexOf('\ndef ', start + 1);
      yield* thereAndBack({ start, end: next < 0 ? text.length : next + 1, text: '' }, text);
    }
  },
  'a bracket left open': leftOpen('('),
  'a quote left open': leftOpen('"'),
};
