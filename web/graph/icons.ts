import { ICON_FROM } from "./sizes.ts";
import type { PictureNode } from "./types.ts";

/**
 * Pictograms inside nodes, as path data on a 24 × 24 grid (Tabler Icons, MIT): one source for
 * WebGL, SVG and PNG.
 */
export interface Pictogram {
  readonly paths: readonly string[];
  readonly filled: boolean;
}

/** At most ten in one picture: Sigma's image program slows down beyond that. */
const PICTOGRAMS = {
  victim: {
    filled: true,
    paths: [
      "M12 2a5 5 0 1 1 -5 5l.005 -.217a5 5 0 0 1 4.995 -4.783z",
      "M14 14a5 5 0 0 1 5 5v1a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-1a5 5 0 0 1 5 -5h4z",
    ],
  },
  collector: {
    filled: true,
    paths: [
      "M20 3h-16a1 1 0 0 0 -1 1v2.227l.008 .223a3 3 0 0 0 .772 1.795l4.22 4.641v8.114a1 1 0 0 0 1.316 .949l6 -2l.108 -.043a1 1 0 0 0 .576 -.906v-6.586l4.121 -4.12a3 3 0 0 0 .879 -2.123v-2.171a1 1 0 0 0 -1 -1z",
    ],
  },
  transit: {
    filled: false,
    paths: ["M21 17l-18 0", "M6 10l-3 -3l3 -3", "M3 7l18 0", "M18 20l3 -3l-3 -3"],
  },
  distributor: {
    filled: false,
    paths: [
      "M21 17h-5.397a5 5 0 0 1 -4.096 -2.133l-.514 -.734a5 5 0 0 0 -4.096 -2.133h-3.897",
      "M21 7h-5.395a5 5 0 0 0 -4.098 2.135l-.51 .73a5 5 0 0 1 -4.097 2.135h-3.9",
      "M18 10l3 -3l-3 -3",
      "M18 20l3 -3l-3 -3",
    ],
  },
  "cash-out": {
    filled: true,
    paths: [
      "M19 5a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-14a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3zm-7 4a3 3 0 0 0 -2.996 2.85l-.004 .15a3 3 0 1 0 3 -3m6.01 2h-.01a1 1 0 0 0 0 2h.01a1 1 0 0 0 0 -2m-12 0h-.01a1 1 0 1 0 .01 2a1 1 0 0 0 0 -2",
    ],
  },
  pos: {
    filled: false,
    paths: [
      "M4 19a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
      "M15 19a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
      "M17 17h-11v-14h-2",
      "M6 5l14 1l-1 7h-13",
    ],
  },
  crypto: {
    filled: false,
    paths: [
      "M6 6h8a3 3 0 0 1 0 6a3 3 0 0 1 0 6h-8",
      "M8 6l0 12",
      "M8 12l6 0",
      "M9 3l0 3",
      "M13 3l0 3",
      "M9 18l0 3",
      "M13 18l0 3",
    ],
  },
  foreign: {
    filled: false,
    paths: [
      "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0",
      "M3.6 9h16.8",
      "M3.6 15h16.8",
      "M11.5 3a17 17 0 0 0 0 18",
      "M12.5 3a17 17 0 0 1 0 18",
    ],
  },
  device: {
    filled: false,
    paths: [
      "M6 5a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2v-14z",
      "M11 4h2",
      "M12 17v.01",
    ],
  },
  other: {
    filled: false,
    paths: ["M3 21h18", "M5 21v-16a2 2 0 0 1 2 -2h7.5m2.5 10.5v7.5", "M14 7h7m-3 -3l3 3l-3 3"],
  },
  merchant: {
    filled: false,
    paths: [
      "M3 21l18 0",
      "M3 7v1a3 3 0 0 0 6 0v-1m0 1a3 3 0 0 0 6 0v-1m0 1a3 3 0 0 0 6 0v-1h-18l2 -4h14l2 4",
      "M5 21l0 -10.15",
      "M19 21l0 -10.15",
    ],
  },
} as const satisfies Readonly<Record<string, Pictogram>>;

type PictogramName = keyof typeof PICTOGRAMS;

function nameOf(node: Pick<PictureNode, "role" | "exitKind" | "merchant">): PictogramName | null {
  if (node.exitKind === "cash") return "cash-out";
  if (node.exitKind !== null)
    return node.exitKind in PICTOGRAMS ? (node.exitKind as PictogramName) : "other";
  if (node.role !== "none") return node.role;
  return node.merchant ? "merchant" : null;
}

/** The pictogram of a node; null where it has none or is too small to carry one. */
export function pictogramOf(
  node: Pick<PictureNode, "role" | "exitKind" | "merchant">,
  radius: number,
): { readonly name: string; readonly pictogram: Pictogram } | null {
  const name = nameOf(node);
  return name === null || radius < ICON_FROM ? null : { name, pictogram: PICTOGRAMS[name] };
}

/** The pictogram as an image for a texture: one SVG in its own address, nothing fetched. */
export function pictogramAddress(pictogram: Pictogram): string {
  const paint = pictogram.filled
    ? 'fill="#fff"'
    : 'fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"';
  const paths = pictogram.paths.map((path) => `<path d="${path}"/>`).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 24 24"><g ${paint}>${paths}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
