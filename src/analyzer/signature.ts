/**
 * The shape of the signature tables in `signatures/`: one file a library family, an object literal, no logic.
 * To support a new library, add a file there; nothing else in the analyzer names a library.
 */
import type { Hub } from '../shared/hub';
import type { Part } from './usage';

/** Which languages a family's loaders are called from. JavaScript covers TypeScript. */
export type SignatureLanguage = 'python' | 'javascript';

/** The loaders of one library (or of several packages that share them). */
export interface SignatureFamily {
  /** Family name as usages report it: `transformers`, `sentence-transformers`, `timm`, … */
  readonly library: string;
  readonly hub: Hub;
  /** Page that documents the loaders. */
  readonly docs: string;
  readonly language: SignatureLanguage;
  /**
   * Import roots: the first segments of the dotted name (`transformers`, `torch`, `langchain_community`; for JavaScript
   * the package, `@huggingface/transformers`). Every loader of the family is looked for under every root.
   */
  readonly roots: readonly string[];
  /**
   * Which part of the model a class loads: `[glob, part]`, the first glob that fits the class name decides. The class is
   * the segment before a method (`AutoTokenizer` in `AutoTokenizer.from_pretrained`), else the last segment.
   * No fit: `weights`.
   */
  readonly parts?: readonly (readonly [classGlob: string, part: Part])[];
  /** In order of precedence: the first loader whose `call` fits decides; those marked `also` add a usage of their own. */
  readonly loaders: readonly LoaderSignature[];
  /** Calls that show a model being trained on or published: the usage of the model given there becomes `derived`. */
  readonly derives?: readonly DerivingCall[];
}

/**
 * How one loader names its model.
 *
 * `call` is the dotted name after the root: segments joined by `.`, in which `*` stands for any run of characters of one
 * segment (`Auto*`, `*Pipeline`) and the segment `**` for any number of segments, none included: `**.from_pretrained`
 * fits `transformers.AutoModel.from_pretrained` and `transformers.models.bert.BertModel.from_pretrained`. A constructor
 * is named by its class (`SentenceTransformer`), which also covers subclasses and `super().__init__(…)`; a method by
 * class and method (`**.load_lora_weights` is found on an instance, too).
 */
export interface LoaderSignature {
  readonly call: string | readonly string[];
  /** Where the id stands. Exactly one of `id` and `idFrom`. */
  readonly id?: ArgumentSignature;
  /**
   * When the id is in the loader's own name: `name` the last segment (`resnet50`), `root` the import root
   * (`en_core_web_sm` in `en_core_web_sm.load()`), or a named function of the dotted name's segments, root included, that
   * answers null for "not a loader after all".
   */
  readonly idFrom?: 'name' | 'root' | ((segments: readonly string[]) => string | null);
  /** `expression`: reading the name is the usage, no call needed (torchaudio's bundles). Default `call`. */
  readonly kind?: 'call' | 'expression';
  /** A second argument that belongs to the id: `owner/repo` + `#` + `entry`. An absent one leaves the id as it is. */
  readonly join?: { readonly argument: ArgumentSignature; readonly separator: string };
  /** Arguments that turn the loading off: the call is a usage unless one of them is known to be off. */
  readonly switches?: readonly SwitchSignature[];
  /** An argument whose value makes the id a local path: `source="local"` of `torch.hub.load`. */
  readonly local?: { readonly argument: ArgumentSignature; readonly values: readonly string[] };
  /** Ids (globs) that load no pre-trained model: `*.yaml` given to `YOLO`. */
  readonly ignoreIds?: readonly string[];
  /**
   * The only ids (globs) that name a hub model: `huggingface/*` of `litellm.completion`. Any other value is no usage, nor
   * is one that cannot be known.
   */
  readonly onlyIds?: readonly string[];
  /** Ids (globs) that are files of the user: `*best.pt` given to `YOLO`. The usage is local. */
  readonly localIds?: readonly string[];
  /** Ids may have several slashes (`tts_models/en/ljspeech/vits`), which elsewhere only paths have. */
  readonly nestedIds?: boolean;
  /**
   * The argument takes a loaded object as well (`tokenizer=tokenizer`): what cannot be traced to a string is then no
   * usage, instead of an unresolved one.
   */
  readonly orObject?: boolean;
  /** Overrides the family's `parts`. */
  readonly part?: Part;
  /** The model that the library takes when the id is absent. Without this (and `implicit`) an absent id is no usage. */
  readonly defaultId?: string;
  /** The argument that names the task; reported with the usage. */
  readonly task?: ArgumentSignature;
  /** Task (glob: `translation_*_to_*`) -> model taken when the id is absent. Needs `task`. */
  readonly implicit?: Readonly<Record<string, string>>;
  /** Keyword of the revision. Default `revision`; null when the loader has none. */
  readonly revision?: string | null;
  /** Keyword that allows the model's own code to run. Default `trust_remote_code`; null when there is none. */
  readonly remoteCode?: string | null;
  /** A usage in addition to that of the loader before it (`tokenizer=` of `pipeline`), only where its id is given. */
  readonly also?: boolean;
}

/** An argument of a call: by position (0 = the first that the caller writes; omit for keyword-only), by any of the keywords. */
export interface ArgumentSignature {
  readonly position?: number;
  readonly keywords: readonly string[];
  /** Where a dictionary or a text of pairs (`name=value,…`) may be given, the key under which it has the id. */
  readonly entry?: string;
  /** A function may be given, whose name is the id (`resnet34` of `vision_learner`). */
  readonly named?: boolean;
}

/**
 * An argument that turns a loader on or off. Off is what is known to be `False`, `None`, `0` or `""`, or, if `off` is
 * given, one of those strings alone. A value that cannot be known counts as on. Several keywords (`weights`,
 * `pretrained`): one that is on suffices.
 */
export interface SwitchSignature {
  readonly argument: ArgumentSignature;
  /** The loader's own default, when the argument is absent. */
  readonly absent: 'on' | 'off';
  /** Strings that turn it off, instead of the false values: `['dataset', 'space']` of `repo_type`. */
  readonly off?: readonly string[];
  /** Ids (globs) to which the switch does not apply: `hf-hub:*`. */
  readonly exceptIds?: readonly string[];
  /** Turned around: on turns the loader off, and so does what cannot be known (a detector with weights loads no backbone). */
  readonly inverted?: boolean;
}

/** A call that trains or publishes the model in `argument` (`Trainer(model=…)`). `call` as in `LoaderSignature`. */
export interface DerivingCall {
  readonly call: string;
  readonly argument: ArgumentSignature;
}
