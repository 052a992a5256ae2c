import type { GraphRole } from "../../contract/exploring.ts";

/**
 * Every colour the stage draws with, read from the theme's tokens. Hex text, because WebGL takes no
 * CSS variables.
 */
export interface Palette {
  readonly canvas: string;
  readonly panel: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly edgeLow: string;
  readonly edgeHigh: string;
  readonly edgeSelected: string;
  readonly hull: string;
  readonly hullLine: string;
  readonly roles: Readonly<Record<GraphRole, string>>;
}

function channels(color: string): readonly [number, number, number] {
  const hex = color.trim().replace("#", "");
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const value = Number.parseInt(full.slice(0, 6), 16);
  return Number.isNaN(value)
    ? [127, 127, 127]
    : [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/**
 * `share` of `to` in `from`, opaque: dimming mixes with the canvas because alpha leaves ghosts
 * (sigma #1426).
 */
export function mix(from: string, to: string, share: number): string {
  const a = channels(from);
  const b = channels(to);
  const part = Math.max(0, Math.min(1, share));
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? value) - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

const DIMMED = 0.75;

export function dimmed(color: string, palette: Palette): string {
  return mix(color, palette.canvas, DIMMED);
}

/** The palette of the theme that is on now. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--dg-${name}`).trim();
  return {
    canvas: token("canvas"),
    panel: token("bg"),
    ink: token("ink"),
    ink2: token("ink2"),
    ink3: token("ink3"),
    edgeLow: token("edge-lo"),
    edgeHigh: token("edge-hi"),
    edgeSelected: token("edge-selected"),
    hull: token("hull"),
    hullLine: token("hull-line"),
    roles: {
      victim: token("victim"),
      collector: token("collector"),
      transit: token("transit"),
      distributor: token("distributor"),
      "cash-out": token("cash-out"),
      none: token("none"),
    },
  };
}

/** The colours of paper: the light theme's, whatever is on. */
export function paperPalette(): Palette {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = "light";
  const palette = readPalette(document.documentElement);
  if (theme === undefined) delete dataset.theme;
  else dataset.theme = theme;
  return { ...palette, canvas: palette.panel };
}
