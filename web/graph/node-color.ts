import type { Palette } from "./palette.ts";
import type { PictureNode } from "./types.ts";

/**
 * What a disc is coloured by: the role of the account; the colours are the theme's (palette.ts).
 */
export function nodeColor(node: PictureNode, palette: Palette): string {
  if (node.exitKind !== null || node.merchant) return palette.roles.none;
  return node.role === "none" ? palette.canvas : palette.roles[node.role];
}
