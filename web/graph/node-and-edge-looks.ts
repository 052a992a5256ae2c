import { nodeColor } from "./node-color.ts";
import { dimmed, mix, type Palette } from "./palette.ts";
import { edgeShare, edgeWidth, largestAmount, nodeRadius } from "./sizes.ts";
import type { Picture, PictureEdge, PictureNode } from "./types.ts";

/**
 * The looks of nodes and edges, worked out once and used by the stage and by the exported picture
 * alike.
 */

export interface NodeLook {
  readonly radius: number;
  readonly fill: string;
  /** Rings from outside in: colour and width in pixels. */
  readonly outer: string;
  readonly outerWidth: number;
  readonly inner: string;
  readonly innerWidth: number;
  readonly icon: string;
  readonly layer: number;
}

export interface EdgeLook {
  readonly width: number;
  readonly color: string;
  readonly layer: number;
}

const SELECTED_GROWS = 4.5;
const SELECTED_RING = 2;

/** Few accounts have room: they are drawn larger. */
function roomFor(nodes: number): number {
  return nodes <= 60 ? 1.3 : nodes <= 160 ? 1.12 : 1;
}

export function nodeLook(node: PictureNode, picture: Picture, palette: Palette): NodeLook {
  const off =
    picture.emphasis !== null && !picture.emphasis.has(node.id) && !picture.selected.has(node.id);
  const shade = (color: string) => (off ? dimmed(color, palette) : color);
  const hollow = node.role === "none" && node.exitKind === null && !node.merchant;
  const radius = nodeRadius(node) * roomFor(picture.nodes.length);
  const fill = shade(nodeColor(node, palette));
  const icon = off ? dimmed("#ffffff", palette) : "#ffffff";
  if (picture.selected.has(node.id)) {
    return {
      radius: radius + SELECTED_GROWS,
      fill: hollow ? palette.roles.none : fill,
      outer: palette.ink,
      outerWidth: SELECTED_RING,
      inner: palette.canvas,
      innerWidth: SELECTED_RING,
      icon,
      layer: 3,
    };
  }
  return {
    radius: hollow ? radius + 0.6 : radius,
    fill,
    outer: palette.canvas,
    outerWidth: 1.2,
    inner: hollow ? shade(palette.roles.none) : fill,
    innerWidth: hollow ? 1.5 : 0,
    icon,
    layer: off ? 0 : node.role === "none" ? 1 : 2,
  };
}

export function edgeLooks(picture: Picture, palette: Palette): (edge: PictureEdge) => EdgeLook {
  const largest = largestAmount(picture.edges);
  return (edge) => {
    const share = edgeShare(edge.amount, largest);
    const width = edgeWidth(edge.amount, largest);
    const base = mix(palette.edgeLow, palette.edgeHigh, share);
    if (picture.marked.has(edge.id))
      return { width: width + 0.8, color: palette.edgeSelected, layer: 3 };
    const { emphasis, selected } = picture;
    if (selected.has(edge.from) || selected.has(edge.to))
      return {
        width: width + 0.3,
        color: mix(palette.edgeHigh, palette.edgeSelected, 0.55 + 0.3 * share),
        layer: 2,
      };
    const off =
      picture.marked.size > 0 ||
      (emphasis !== null && !(emphasis.has(edge.from) && emphasis.has(edge.to)));
    return { width, color: off ? dimmed(base, palette) : base, layer: off ? 0 : 1 };
  };
}

/**
 * The order in which names are given: selected, their neighbours that are no victims, then the
 * largest by money.
 */
export function namedFirst(picture: Picture, most = 22): readonly string[] {
  if (!picture.names) return [...picture.selected];
  const near = new Set<string>();
  for (const edge of picture.edges) {
    if (picture.selected.has(edge.from)) near.add(edge.to);
    if (picture.selected.has(edge.to)) near.add(edge.from);
  }
  const weight = (node: PictureNode) =>
    (picture.selected.has(node.id) ? 3e15 : 0) +
    (near.has(node.id) && node.role !== "victim" ? 2e15 : 0) +
    (picture.emphasis?.has(node.id) ? 1e15 : 0) +
    node.flow;
  const chosen = [...picture.nodes]
    .filter(
      (node) =>
        picture.emphasis === null || picture.emphasis.has(node.id) || picture.selected.has(node.id),
    )
    .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  const extra = chosen.filter(
    (node) => picture.selected.has(node.id) || (near.has(node.id) && node.role !== "victim"),
  );
  return chosen.slice(0, Math.max(most, Math.min(extra.length, 60))).map((node) => node.id);
}
