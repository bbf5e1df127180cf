import type { Hub } from '../../shared/hub';
import type { Place } from '../../shared/positions';
import type { UsageEntry, UsedModel } from '../../inventory/types';
import type { ModelStatus } from '../modelStatus';

/** What a row stands for: decides its context menu. */
export type RowKind = 'folder' | 'group' | 'model' | 'localModel' | 'file' | 'usage' | 'skipped';

/** How a row's icon is chosen: a model's status, or a codicon. */
export type RowIcon = { readonly status: ModelStatus } | { readonly codicon: string };

/** What a row shows; rows of one parent are told apart by `key`. */
export interface RowContent {
  readonly kind: RowKind;
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: RowIcon;
  /** The model it stands for, where it stands for one. */
  readonly model?: { readonly id: string; readonly hub: Hub };
  /** Key of the workspace folder, and what to open on a click. */
  readonly target?: { readonly folder: string; readonly place: Place };
  /** What a tooltip is made from, on demand. */
  readonly subject?: {
    readonly folder: string;
    readonly entry: UsageEntry;
    readonly model: UsedModel | null;
  };
}

/** Makes the rows below a row. */
export type MakeRows = () => readonly (readonly [RowContent, MakeRows | null])[];

/** A row of the inventory. Its children are made when they are first looked at; its id outlives a rebuild of the tree. */
export class Row {
  readonly id: string;
  private made: readonly Row[] | undefined;

  private constructor(
    readonly content: RowContent,
    readonly parent: Row | null,
    id: string,
    private readonly makeChildren: MakeRows | null,
  ) {
    this.id = id;
  }

  /** The rows that `make` describes, with ids that are unique below `parent`. */
  static all(parent: Row | null, make: MakeRows): readonly Row[] {
    const taken = new Map<string, number>();
    return make().map(([content, makeChildren]) => {
      const times = taken.get(content.key) ?? 0;
      taken.set(content.key, times + 1);
      const key = encodeURIComponent(wellFormed(content.key)) + (times > 0 ? `+${times}` : '');
      return new Row(content, parent, parent ? `${parent.id}/${key}` : key, makeChildren);
    });
  }

  get expandable(): boolean {
    return this.makeChildren !== null;
  }

  get children(): readonly Row[] {
    return (this.made ??= this.makeChildren ? Row.all(this, this.makeChildren) : []);
  }
}

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
