import type { Hub } from '../shared/hub';
import type { Message } from '../shared/message';
import type { Place } from '../shared/positions';

/** Which part of a model a loader fetches. Licences care about all; counts should not double. */
export type Part = 'weights' | 'tokenizer' | 'processor' | 'config' | 'adapter';

/** How far the loader's argument could be evaluated. */
export type ResolutionKind = 'resolved' | 'ambiguous' | 'unresolved' | 'local';

/** One step of a resolution: what was read there ("constant MODEL", "default of --model"), and where. */
export interface TraceStep {
  readonly step: Message;
  readonly place: Place;
}

/** One id that the source says, or one local path. */
export interface WrittenId {
  readonly text: string;
  /** The id's own characters (without quotes) where one literal holds all of them; null when it is composed. */
  readonly place: Place | null;
  /** From the call to the literal: call first, literal last. */
  readonly trace: readonly TraceStep[];
}

/** The `revision=` of a call. */
export interface Revision {
  /** The revision's text, or null when it is given but cannot be known. */
  readonly value: string | null;
  readonly place: Place;
}

/** What a usage does with the model besides loading it, where the code shows it: it is put into an image, or trained and published. */
export type UsageRelation = 'referenced' | 'bundled' | 'derived';

/** One place in a source file that loads a PTM through a loader. Plain data: crosses workers and caches as JSON. */
export interface Usage {
  /** The loader call, from the callee's first character to the closing parenthesis (or the bundle expression). */
  readonly place: Place;
  /** Dotted, as the library names it: `transformers.AutoModel.from_pretrained`. */
  readonly loader: string;
  /** Library family: `transformers`, `sentence-transformers`, `timm`, … */
  readonly library: string;
  readonly hub: Hub;
  readonly part: Part;
  readonly resolution: ResolutionKind;
  /** Empty when unresolved or implicit; the paths when local; several when ambiguous. Sorted by first appearance. */
  readonly written: readonly WrittenId[];
  /** The model that the library takes when the code names none (`pipeline("summarization")`), else null. */
  readonly implicitModel: string | null;
  /** The task that the call names, or null. */
  readonly task: string | null;
  /** Why unresolved; or, on a resolved usage, what may override the id (a flag, a variable). Else null. */
  readonly reason: Message | null;
  /** The trace so far of an unresolved usage; the call alone when nothing could be followed. */
  readonly trace: readonly TraceStep[];
  readonly revision: Revision | null;
  /** `trust_remote_code` is on: the place of the argument, else null. */
  readonly remoteCode: Place | null;
  readonly relation: UsageRelation;
}

/** A `# ptm-lens: ignore[rule] reason` comment. */
export interface Suppression {
  /** The comment itself. */
  readonly place: Place;
  /** The line it silences (zero-based, in the same cell): its own, or the next code line when it stands alone. */
  readonly line: number;
  /** Rule ids; empty means every rule. */
  readonly rules: readonly string[];
  readonly reason: string;
}

/** Something about the file that the user should hear: a syntax error, a file too large, a broken notebook. */
export interface FileProblem {
  readonly message: Message;
  /** Null when it concerns the whole file. */
  readonly place: Place | null;
}

/** What an analysis asked of the workspace; a change of the answer makes the facts stale. */
export interface Asked {
  readonly kind: 'module' | 'config' | 'path';
  /** The workspace path that was (or would be) read. */
  readonly path: string;
}

/** All that the analyzer says of one file. Plain data. */
export interface FileFacts {
  readonly file: string;
  readonly usages: readonly Usage[];
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly FileProblem[];
  readonly asked: readonly Asked[];
}
