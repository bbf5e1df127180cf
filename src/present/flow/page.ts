/** What the licence-flow panel shows. */
import type { ModelStatus } from '../modelStatus';
import type { PanelTable } from '../panel/page';

/** A licence on one side of the flow. */
export interface FlowNode {
  readonly key: string;
  readonly side: 'model' | 'project';
  readonly label: string;
  /** How many models flow through it. */
  readonly models: number;
}

/** Models under one licence in projects under another, that are judged alike. */
export interface FlowLink {
  readonly source: string;
  readonly target: string;
  readonly status: ModelStatus;
  readonly models: number;
  readonly usages: number;
  /** One sentence for those who do not see the picture, and for the pointer. */
  readonly label: string;
}

export interface FlowPage {
  readonly title: string;
  readonly lead: string;
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  /** The statuses that occur, worst first, with their words. */
  readonly legend: readonly { readonly status: ModelStatus; readonly label: string }[];
  /** The same as the picture. */
  readonly table: PanelTable;
  readonly words: Readonly<
    Record<'models' | 'projects' | 'saveSvg' | 'savePng' | 'empty' | 'picture' | 'table' | 'legend', string>
  >;
  readonly footnote: string;
}
