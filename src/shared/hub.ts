/** Where a model is published. */
export type Hub = 'huggingface' | 'pytorch' | 'tensorflow' | 'other';

/** What identifies a model before the catalogue is asked: the words of the source and the library they were given to. */
export interface ModelReference {
  readonly hub: Hub;
  /** Library family that loads it, e.g. `transformers`, `timm`, `spacy`: decides which prefixes an id may lack. */
  readonly library: string;
  /** The written id. */
  readonly written: string;
}
