/**
 * Whether a file may hold a usage, by its path and bytes alone, before it is decoded or parsed.
 *
 * Why no usage is lost. A usage is a call (or a bundle's name) whose callee is bound to a loader. Follow the callee back
 * through the file: it ends in the loader's own dotted name, written in this file segment by segment (as attribute, import,
 * base class or in a table), from the library's root on; or in a name that the file takes from another module of the
 * workspace. In the first case all those words are in the file. A file without them is a borrower: whether a module that it imports may hand a
 * loader on is told by that module's text (`python/glance.ts`), and in doubt it is analysed. A notebook's lines for a shell
 * have a word of the commands.
 */
import { languageOf } from './document';
import { mayBeNotebook, mayNameModel } from './languages/prefilter';
import { needlesOf } from './needles';
import { families } from './signatures/families';
import { WordFinder } from './words';

/** `borrower`: only by what it imports from the workspace. */
export type MayHold = 'usage' | 'borrower' | 'nothing';

const needles = needlesOf(families);
/** Words one of which stands in every command that may fetch a model (`languages/shell/commands.ts`) or that runs Python. */
const shellWords = new Set(
  (
    'download clone submodule wget curl aria2c axel ollama vllm sglang lmdeploy aphrodite trtllm fastchat llava infinity_emb ' +
    'llama llama_cpp launcher router lm_eval lm yolo server optimum mlx_lm mlx_vlm litgpt tune ct2 python python3 torchrun ' +
    'accelerate deepspeed whl gz zip whisper whisperx lighteval mlc_llm mlx_audio trl llamafactory axolotl swift autotrain ' +
    'lerobot transformers modelscope docker'
  ).split(' '),
);
const finder = new WordFinder(new Set([...needles.words, ...shellWords, 'import']));

export function mayHold(path: string, bytes: Uint8Array): MayHold {
  const language = languageOf(path);
  if (language === null || bytes.length === 0) return 'nothing';
  if (language !== 'python') return mayNameModel(language, bytes) ? 'usage' : 'nothing';
  const found = finder.find(bytes);
  if (hasLoader(found)) return 'usage';
  if (mayHoldCommand(path, bytes, found)) return 'usage';
  return found.has('import') ? 'borrower' : 'nothing';
}

/** A notebook's lines for a shell leave no word of any library. */
function mayHoldCommand(path: string, bytes: Uint8Array, found: ReadonlySet<string>): boolean {
  if (![...found].some((word) => shellWords.has(word))) return false;
  const isNotebook = path.toLowerCase().endsWith('.ipynb') || mayBeNotebook(bytes);
  return isNotebook && mayNameModel('shell', bytes);
}

function hasLoader(found: ReadonlySet<string>): boolean {
  for (const word of found) {
    if (needles.telling.has(word)) return true;
    const groups = needles.together.get(word);
    if (groups === null) return true;
    if (groups?.some((group) => group.every((each) => found.has(each)))) return true;
  }
  return false;
}
