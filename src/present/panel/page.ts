/**
 * What a panel shows, as plain data: made here, sent to a webview, and drawn there as text nodes. Nothing in it is markup, and
 * what a press does is one of the actions below, which the extension checks again when it comes back.
 */
import type { Hub } from '../../shared/hub';
import type { Place } from '../../shared/positions';
import type { ModelStatus } from '../modelStatus';

/** What may be done with a model. */
export type ModelAct = 'openModel' | 'openHubPage' | 'lookUpModel' | 'copyId' | 'showUsages';

/** What a person may ask for from a panel. */
export type PanelAction =
  | { readonly do: 'openPlace'; readonly folder: string; readonly place: Place }
  | {
      readonly do: ModelAct;
      readonly id: string;
      readonly hub: Hub;
    };

/** A run of text. */
export interface Piece {
  readonly text: string;
  /** A `name` is text of others: it is kept apart from the direction of the sentence around it. `quiet` recedes. */
  readonly kind?: 'name' | 'strong' | 'quiet';
  /** Puts the icon of a status before the text. */
  readonly status?: ModelStatus;
  readonly action?: PanelAction;
  /** A web page of our own making: a hub's, or the text of a licence. */
  readonly href?: string;
}

export type Cell = readonly Piece[];

/** One fact, and where it is from. */
export interface FactRow {
  readonly name: string;
  readonly value: Cell;
  readonly source?: string;
}

/** An item of a nested list. */
export interface TreeItem {
  readonly cell: Cell;
  readonly children: readonly TreeItem[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: Cell }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'tree'; readonly items: readonly TreeItem[] }
  | { readonly kind: 'table'; readonly table: PanelTable }
  | { readonly kind: 'group'; readonly title: string; readonly blocks: readonly Block[] }
  /** Folded away until it is asked for. */
  | { readonly kind: 'more'; readonly title: string; readonly blocks: readonly Block[] };

/** A table; the first cell of a row names the row. */
export interface PanelTable {
  /** Spoken before the table; not drawn, as the heading above says the same. */
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Section {
  /** Stable: a reader's place survives a new version of the page. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A whole page. */
export interface Page {
  readonly title: string;
  readonly status: ModelStatus | null;
  /** The first line below the title: what people come for. */
  readonly lead: Cell;
  readonly actions: readonly { readonly label: string; readonly action: PanelAction }[];
  readonly sections: readonly Section[];
  readonly footnote: string;
}
