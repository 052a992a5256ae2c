import type { Palette } from "../palette.ts";
import type { Picture } from "../types.ts";

/** The picture and colours an instance starts with, before a page shows its own. */
export function nothing(): Picture {
  return {
    nodes: [],
    edges: [],
    positions: new Map(),
    groups: [],
    columns: [],
    selected: new Set(),
    emphasis: null,
    marked: new Set(),
    outlines: false,
    names: false,
    frame: "",
  };
}

export function noColours(): Palette {
  const grey = "#888888";
  return {
    canvas: grey,
    panel: grey,
    ink: grey,
    ink2: grey,
    ink3: grey,
    edgeLow: grey,
    edgeHigh: grey,
    edgeSelected: grey,
    hull: grey,
    hullLine: grey,
    roles: {
      victim: grey,
      collector: grey,
      transit: grey,
      distributor: grey,
      "cash-out": grey,
      none: grey,
    },
  };
}
