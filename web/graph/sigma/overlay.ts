import { HEADING_LINE, placeHeadings } from "../headings.ts";
import { outlineOf } from "../hull.ts";
import { type Box, type Disc, type LabelCandidate, placeLabels } from "../labels.ts";
import { namedFirst, nodeLook } from "../node-and-edge-looks.ts";
import type { Palette } from "../palette.ts";
import type { Picture, Point } from "../types.ts";

/** The layers under and over Sigma's own: outlines of clusters below, names and headings above. */

export const FONT = '"Inter Variable", system-ui, sans-serif';
const OUTLINE_WIDTH = 44;
const UNDER_BAR = 92;
/** The amount scale lies along the lower edge. */
const ABOVE_SCALE = 56;

export type Project = (point: Point) => Point;

export interface Lens {
  readonly project: Project;
  /** Pixels a radius of one pixel takes at this zoom. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Sizes a canvas for the screen's pixels and clears it. */
export function prepare(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/** Corner points on the screen of each cluster's outline. */
export function outlines(
  picture: Picture,
  project: Project,
): ReadonlyMap<string, readonly Point[]> {
  const members = new Map<string, Point[]>();
  for (const node of picture.nodes) {
    const at = picture.positions.get(node.id);
    if (node.group === null || !at) continue;
    const list = members.get(node.group);
    if (list) list.push(at);
    else members.set(node.group, [at]);
  }
  return new Map([...members].map(([group, points]) => [group, outlineOf(points).map(project)]));
}

function trace(context: CanvasRenderingContext2D, corners: readonly Point[]): void {
  context.beginPath();
  corners.forEach((point, index) => {
    if (index === 0) context.moveTo(point.x, point.y);
    else context.lineTo(point.x, point.y);
  });
  context.closePath();
}

export function drawOutlines(
  context: CanvasRenderingContext2D,
  picture: Picture,
  palette: Palette,
  lens: Lens,
): void {
  if (!picture.outlines || picture.columns.length > 0) return;
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const corners of outlines(picture, lens.project).values()) {
    if (corners.length < 3) continue;
    for (const [width, color] of [
      [OUTLINE_WIDTH + 2, palette.hullLine],
      [OUTLINE_WIDTH, palette.hull],
    ] as const) {
      trace(context, corners);
      context.lineWidth = width;
      context.strokeStyle = color;
      context.fillStyle = color;
      context.stroke();
      context.fill();
    }
  }
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  at: Point,
  style: { font: string; color: string; halo: string; align: CanvasTextAlign },
): void {
  context.font = style.font;
  context.textAlign = style.align;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = style.halo;
  context.strokeText(text, at.x, at.y);
  context.fillStyle = style.color;
  context.fillText(text, at.x, at.y);
}

/**
 * Names of clusters above their outlines, or of columns above the flow; answers where clusters'
 * names stand.
 */
function drawHeadings(
  context: CanvasRenderingContext2D,
  picture: Picture,
  palette: Palette,
  lens: Lens,
  discs: readonly Disc[],
): readonly Box[] {
  const heading = (name: string, note: string, at: Point) => {
    write(context, name, at, {
      font: `600 11px ${FONT}`,
      color: palette.ink2,
      halo: palette.canvas,
      align: "center",
    });
    write(
      context,
      note,
      { x: at.x, y: at.y + HEADING_LINE },
      { font: `400 11px ${FONT}`, color: palette.ink3, halo: palette.canvas, align: "center" },
    );
  };
  if (picture.columns.length > 0) {
    let top = Number.POSITIVE_INFINITY;
    for (const point of picture.positions.values()) top = Math.min(top, lens.project(point).y);
    const places = picture.columns.map((column) => lens.project({ x: column.x, y: 0 }).x);
    const apart = Math.min(...places.slice(1).map((x, index) => x - (places[index] ?? 0)));
    const room = (text: string, font: string) => {
      context.font = font;
      return context.measureText(text).width <= apart - 8;
    };
    const notes = picture.columns.every((column) => room(column.note, `400 11px ${FONT}`));
    const names = picture.columns.every((column) => room(column.name, `600 11px ${FONT}`));
    picture.columns.forEach((column, index) => {
      /**
       * Where columns stand close, names take turns on two lines and the sums are left to the
       * picture's other scales.
       */
      const y = top - 46 - (names || index % 2 === 0 ? 0 : 16);
      heading(column.name, notes ? column.note : "", {
        x: places[index] ?? 0,
        y: notes ? y : y + 12,
      });
    });
    return [];
  }
  if (!picture.outlines) return [];
  const corners = outlines(picture, lens.project);
  const width = (text: string, weight: number) => {
    context.font = `${weight} 11px ${FONT}`;
    return context.measureText(text).width;
  };
  const placed = placeHeadings(
    picture.groups.map((group) => ({
      id: group.id,
      outline: corners.get(group.id) ?? [],
      width: Math.max(width(group.name, 600), width(group.note, 400)),
    })),
    discs,
    // Under the floating bar and over the amount scale a heading could not be read.
    { top: UNDER_BAR, bottom: lens.height - ABOVE_SCALE },
  );
  const byId = new Map(picture.groups.map((group) => [group.id, group]));
  for (const place of placed) {
    const group = byId.get(place.id);
    if (group) heading(group.name, group.note, place);
  }
  return placed.map((place) => place.box);
}

export function drawNames(
  context: CanvasRenderingContext2D,
  picture: Picture,
  palette: Palette,
  lens: Lens,
): void {
  const byId = new Map(picture.nodes.map((node) => [node.id, node]));
  const discs = picture.nodes.flatMap((node) => {
    const at = picture.positions.get(node.id);
    if (!at) return [];
    const point = lens.project(at);
    return [
      { id: node.id, ...point, radius: nodeLook(node, picture, palette).radius * lens.scale },
    ];
  });
  const written = drawHeadings(context, picture, palette, lens, discs);
  const discOf = new Map(discs.map((disc) => [disc.id, disc]));
  const candidates = namedFirst(picture).flatMap((id): LabelCandidate[] => {
    const [node, disc] = [byId.get(id), discOf.get(id)];
    if (!node || !disc || disc.x < 0 || disc.y < 0 || disc.x > lens.width || disc.y > lens.height)
      return [];
    const selected = picture.selected.has(id);
    context.font = selected ? `650 12px ${FONT}` : `500 11px ${FONT}`;
    return [
      {
        ...disc,
        width: context.measureText(node.label).width,
        height: selected ? 16 : 14,
        must: selected,
      },
    ];
  });
  for (const placed of placeLabels(candidates, discs, lens, written)) {
    const node = byId.get(placed.id);
    if (!node) continue;
    const selected = picture.selected.has(placed.id);
    write(context, node.label, placed, {
      font: selected ? `650 12px ${FONT}` : `500 11px ${FONT}`,
      color: selected ? palette.ink : palette.ink2,
      halo: palette.canvas,
      align: "left",
    });
  }
}
