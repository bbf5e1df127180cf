import type { WorkspaceView } from '../analyzer/source';
import type { Asked } from '../analyzer/usage';
import type { Files, FilesNow } from '../shared/host';
import { folderOf } from './folderNames';
import type { Decode } from './scanner';

/** Texts kept for the analyzer's questions; beyond this many characters the oldest are let go. */
const maxKeptCharacters = 8_000_000;

/** A module or config larger than this is not one that holds a model's name. */
const maxModuleBytes = 2_000_000;

/** Files whose presence makes a folder a model: the names that `from_pretrained` looks for in a local folder. */
const modelFiles =
  /^(config|model_index|adapter_config|modules|tokenizer_config|tokenizer|preprocessor_config|generation_config)\.json$|\.(safetensors|ckpt|pth?|onnx|gguf|h5|msgpack)$|^pytorch_model.*\.bin$|^meta\.json$|^config\.cfg$/;

type Loaded = string | null;
type PathAnswer = 'file' | 'folder' | 'model' | 'nothing';

function folderKind(names: readonly string[]): PathAnswer {
  return names.some((name) => modelFiles.test(name)) ? 'model' : 'folder';
}

/** What stands at a path now. */
export function standingAt(path: string, now: FilesNow): PathAnswer {
  const kind = now.kind(path);
  return kind === 'folder' ? folderKind(now.names(path)) : kind;
}

/**
 * What the analyzer may know of the other files of the folder: answers from what is loaded, or what the host reads at
 * once; `pending` where it cannot. `load` fetches what an analysis asked for; `forget` drops what changed.
 */
export class LoadedWorkspace implements WorkspaceView {
  private readonly texts = new Map<string, Loaded>();
  private readonly paths = new Map<string, PathAnswer>();
  /** Names in folders. Most modules that are asked for are nowhere: an open that fails is far dearer than a look here. */
  private readonly folders = new Map<string, ReadonlySet<string>>();
  private keptCharacters = 0;

  constructor(
    private readonly files: Files,
    private readonly decode: Decode,
  ) {}

  source(path: string): string | null | 'pending' {
    return this.text(path);
  }

  config(path: string): string | null | 'pending' {
    return this.text(path);
  }

  path(path: string): PathAnswer | 'pending' {
    const known = this.paths.get(path);
    if (known || !this.files.now) return known ?? 'pending';
    const found = standingAt(path, this.files.now);
    this.paths.set(path, found);
    return found;
  }

  /** Loads what is asked and not known yet. Whether anything new is known now, so that a second analysis may say more. */
  async load(asked: readonly Asked[]): Promise<boolean> {
    // What the host reads at once was never pending: a second analysis would say the same.
    if (this.files.now) return false;
    const missing = asked.filter(({ kind, path }) =>
      kind === 'path' ? !this.paths.has(path) : !this.texts.has(path),
    );
    for (const { kind, path } of missing) {
      if (kind === 'path') this.paths.set(path, await this.look(path));
      else this.keep(path, await this.readText(path));
    }
    return missing.length > 0;
  }

  forget(path: string): void {
    this.keptCharacters -= this.texts.get(path)?.length ?? 0;
    this.texts.delete(path);
    // A file that came or went changes what its folders are.
    for (let part = path; part; part = part.slice(0, Math.max(part.lastIndexOf('/'), 0)))
      this.forgetPlace(part);
  }

  private forgetPlace(path: string): void {
    this.paths.delete(path);
    this.folders.delete(path);
    this.folders.delete(folderOf(path));
  }

  private text(path: string): Loaded | 'pending' {
    const known = this.texts.get(path);
    if (known !== undefined || !this.files.now) return known === undefined ? 'pending' : known;
    if (!this.standsNow(path, this.files.now)) return null;
    const read = this.files.now.read(path, maxModuleBytes);
    const text = read.ok ? this.decode(read.value).text : null;
    this.keep(path, text);
    return text;
  }

  private standsNow(path: string, now: FilesNow): boolean {
    const folder = folderOf(path);
    let names = this.folders.get(folder);
    if (!names) {
      names = new Set(folder === '' || this.standsNow(folder, now) ? now.names(folder) : []);
      this.folders.set(folder, names);
    }
    return names.has(path.slice(folder === '' ? 0 : folder.length + 1));
  }

  private async readText(path: string): Promise<Loaded> {
    const read = await this.files.read(path, maxModuleBytes);
    return read.ok ? this.decode(read.value).text : null;
  }

  private async look(path: string): Promise<PathAnswer> {
    const kind = await this.files.kind(path);
    if (kind !== 'folder') return kind;
    return folderKind(await this.files.names(path));
  }

  private keep(path: string, text: Loaded): void {
    this.texts.set(path, text);
    this.keptCharacters += text?.length ?? 0;
    for (const [oldest, old] of this.texts) {
      if (this.keptCharacters <= maxKeptCharacters || oldest === path) break;
      this.texts.delete(oldest);
      this.keptCharacters -= old?.length ?? 0;
    }
  }
}
