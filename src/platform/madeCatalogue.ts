/** A catalogue file that was made, looked through and sealed, with its search index beside it. */
export interface MadeCatalogue {
  readonly file: string;
  /** Removes what nobody has moved away. */
  discard(): void;
}
