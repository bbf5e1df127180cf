import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { FlowLink, FlowNode, FlowPage } from './page';

/** A node with its rectangle. */
export interface PlacedNode {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A link with the line through its middle. */
export interface PlacedLink {
  readonly link: FlowLink;
  /** Path data of the middle line. */
  readonly path: string;
  readonly width: number;
  /** Where the middle line begins. */
  readonly x: number;
  readonly y: number;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

const nodeWidth = 14;
const nodePadding = 22;
/** Height for each node of the fuller side; labels need room. */
const nodeHeight = 58;
const lowest = 220;
const highest = 1100;

/** Places licences and flows in a picture of a width; the height follows from how many licences there are. */
export function layoutFlow({ nodes, links }: Pick<FlowPage, 'nodes' | 'links'>, width: number): FlowLayout {
  const count = (side: FlowNode['side']) => nodes.filter((node) => node.side === side).length;
  const height = Math.min(highest, Math.max(lowest, nodeHeight * Math.max(count('model'), count('project'))));
  if (links.length === 0) return { width, height, nodes: [], links: [] };
  const graph = sankey<{ node: FlowNode; key: string }, { link: FlowLink }>()
    .nodeId(({ key }) => key)
    .nodeWidth(nodeWidth)
    .nodePadding(nodePadding)
    .extent([
      [0, 8],
      [width, height - 8],
    ])({
    nodes: nodes.map((node) => ({ node, key: node.key })),
    links: links.map((link) => ({ source: link.source, target: link.target, value: link.models, link })),
  });
  const path = sankeyLinkHorizontal();
  return {
    width,
    height,
    nodes: graph.nodes.map(({ node, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      node,
      x: x0,
      y: y0,
      width: x1 - x0,
      height: y1 - y0,
    })),
    links: graph.links.map((each) => ({
      link: each.link,
      path: path(each) ?? '',
      width: each.width ?? 1,
      x: typeof each.source === 'object' ? (each.source.x1 ?? 0) : 0,
      y: each.y0 ?? 0,
    })),
  };
}
