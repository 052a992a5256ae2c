import { HEADING_LINE, type PlacedHeading, placeHeadings } from "../headings.ts";
import { outlineOf } from "../hull.ts";
import { placeLabels } from "../labels.ts";
import { edgeLooks, namedFirst, nodeLook } from "../node-and-edge-looks.ts";
import type { Palette } from "../palette.ts";
import type { PictureEdge, Point } from "../types.ts";
import { frameShapes } from "./legend.ts";
import { nodeShapes } from "./node-shapes.ts";
import { HEAD, LINE, type PicturePage, textWidth } from "./page.ts";
import { type Drawing, round, type Shape } from "./shapes.ts";

function arrow(
  from: Point,
  to: Point,
  edge: PictureEdge,
  width: number,
  color: string,
  reach: number,
): readonly Shape[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = edge.curvature * length;
  const middle = {
    x: (from.x + to.x) / 2 + (dy / length) * bend,
    y: (from.y + to.y) / 2 - (dx / length) * bend,
  };
  const [ax, ay] = [to.x - middle.x, to.y - middle.y];
  const away = Math.hypot(ax, ay) || 1;
  const tip = { x: to.x - (ax / away) * reach, y: to.y - (ay / away) * reach };
  const head = 3 * width + 2;
  const base = { x: tip.x - (ax / away) * head, y: tip.y - (ay / away) * head };
  const half = 1.2 * width + 1;
  const side = { x: (-ay / away) * half, y: (ax / away) * half };
  const p = (point: Point) => `${round(point.x)} ${round(point.y)}`;
  return [
    { kind: "path", d: `M${p(from)}Q${p(middle)} ${p(base)}`, stroke: color, width: round(width) },
    {
      kind: "path",
      d: `M${p(tip)}L${p({ x: base.x + side.x, y: base.y + side.y })}L${p({ x: base.x - side.x, y: base.y - side.y })}Z`,
      fill: color,
    },
  ];
}

/**
 * The whole page: title and what is shown above, the picture, legend and scale, source and date
 * below.
 */
export function pictureShapes(page: PicturePage): Drawing {
  const { picture, palette, lens } = page;
  const top = HEAD + page.lines.length * LINE + 14;
  const bottom = 64 + page.footer.length * LINE;
  const height = top + lens.height + bottom;
  const project = (point: Point): Point => {
    const at = lens.project(point);
    return { x: at.x, y: at.y + top };
  };
  const shapes: Shape[] = [];
  const outlined =
    picture.outlines && picture.columns.length === 0 ? outlinesOf(page, project) : NO_OUTLINES;
  shapes.push(...outlineShapes(outlined, palette));
  const byId = new Map(picture.nodes.map((node) => [node.id, node]));
  const place = new Map(
    picture.nodes.flatMap((node) => {
      const at = picture.positions.get(node.id);
      return at ? [[node.id, project(at)] as const] : [];
    }),
  );
  const look = edgeLooks(picture, palette);
  const edges = picture.edges
    .map((edge) => ({ edge, looks: look(edge) }))
    .sort((a, b) => a.looks.layer - b.looks.layer || a.edge.amount - b.edge.amount);
  for (const { edge, looks } of edges) {
    const [from, to, target] = [place.get(edge.from), place.get(edge.to), byId.get(edge.to)];
    if (!from || !to || !target || edge.from === edge.to) continue;
    const reach = nodeLook(target, picture, palette).radius * lens.scale;
    shapes.push(...arrow(from, to, edge, looks.width * lens.scale, looks.color, reach));
  }
  const nodes = [...picture.nodes].sort(
    (a, b) => nodeLook(a, picture, palette).layer - nodeLook(b, picture, palette).layer,
  );
  for (const node of nodes) {
    const at = place.get(node.id);
    if (at) shapes.push(...nodeShapes(node, at, page));
  }
  const headings = placeHeadings(
    picture.groups.map((group) => ({
      id: group.id,
      outline: outlined.get(group.id) ?? [],
      width: Math.max(textWidth(group.name, 11), textWidth(group.note, 11)),
    })),
    discsOf(page, place),
    { top: top + 12, bottom: top + lens.height - 26 },
  );
  shapes.push(...headingShapes(page, headings), ...nameShapes(page, place, headings));
  for (const column of picture.columns) {
    const x = project({ x: column.x, y: 0 }).x;
    const highest = Math.min(...[...place.values()].map((point) => point.y));
    shapes.push(label(column.name, x, highest - 46, 11, 600, palette.ink2, palette, "middle"));
    shapes.push(label(column.note, x, highest - 32, 11, 400, palette.ink3, palette, "middle"));
  }
  // Shapes outside the stage are cut off under the page's own head and foot.
  shapes.push({ kind: "path", d: `M0 0H${lens.width}V${top}H0Z`, fill: palette.panel });
  shapes.push({
    kind: "path",
    d: `M0 ${top + lens.height}H${lens.width}V${height}H0Z`,
    fill: palette.panel,
  });
  shapes.push(...frameShapes(page, top, height));
  return { width: lens.width, height, background: palette.canvas, shapes };
}

function label(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  color: string,
  palette: Palette,
  anchor: "start" | "middle" | "end" = "start",
): Shape {
  return {
    kind: "text",
    text,
    x: round(x),
    y: round(y),
    size,
    weight,
    color,
    halo: palette.canvas,
    anchor,
  };
}

const NO_OUTLINES: ReadonlyMap<string, readonly Point[]> = new Map();

/** Corners of each cluster's outline on the page. */
function outlinesOf(
  page: PicturePage,
  project: (point: Point) => Point,
): ReadonlyMap<string, readonly Point[]> {
  const members = new Map<string, Point[]>();
  for (const node of page.picture.nodes) {
    const at = page.picture.positions.get(node.id);
    if (node.group === null || !at) continue;
    const list = members.get(node.group);
    if (list) list.push(at);
    else members.set(node.group, [at]);
  }
  return new Map([...members].map(([group, points]) => [group, outlineOf(points).map(project)]));
}

function outlineShapes(
  outlined: ReadonlyMap<string, readonly Point[]>,
  palette: Palette,
): readonly Shape[] {
  return [...outlined.values()].flatMap((corners): readonly Shape[] => {
    if (corners.length < 3) return [];
    const d = `M${corners.map((point) => `${round(point.x)} ${round(point.y)}`).join("L")}Z`;
    return [
      { kind: "path", d, fill: palette.hullLine, stroke: palette.hullLine, width: 46 },
      { kind: "path", d, fill: palette.hull, stroke: palette.hull, width: 44 },
    ];
  });
}

function headingShapes(page: PicturePage, headings: readonly PlacedHeading[]): readonly Shape[] {
  const { picture, palette } = page;
  return headings.flatMap(({ id, x, y }): readonly Shape[] => {
    const group = picture.groups.find((one) => one.id === id);
    if (!group) return [];
    return [
      label(group.name, x, y, 11, 600, palette.ink2, palette, "middle"),
      label(group.note, x, y + HEADING_LINE, 11, 400, palette.ink3, palette, "middle"),
    ];
  });
}

function discsOf(page: PicturePage, place: ReadonlyMap<string, Point>) {
  const { picture, palette, lens } = page;
  return picture.nodes.flatMap((node) => {
    const at = place.get(node.id);
    return at
      ? [{ ...at, radius: nodeLook(node, picture, palette).radius * lens.scale, id: node.id }]
      : [];
  });
}

function nameShapes(
  page: PicturePage,
  place: ReadonlyMap<string, Point>,
  headings: readonly PlacedHeading[],
): readonly Shape[] {
  const { picture, palette, lens } = page;
  const byId = new Map(picture.nodes.map((node) => [node.id, node]));
  const discs = discsOf(page, place);
  const discOf = new Map(discs.map((disc) => [disc.id, disc]));
  const candidates = namedFirst(picture).flatMap((id) => {
    const [node, disc] = [byId.get(id), discOf.get(id)];
    if (!node || !disc) return [];
    return [
      { ...disc, width: textWidth(node.label, 11), height: 14, must: picture.selected.has(id) },
    ];
  });
  const size = { width: lens.width, height: 1e6 };
  const written = headings.map((heading) => heading.box);
  return placeLabels(candidates, discs, size, written).flatMap((placed): readonly Shape[] => {
    const node = byId.get(placed.id);
    if (!node) return [];
    const selected = picture.selected.has(placed.id);
    return [
      label(
        node.label,
        placed.x,
        placed.y,
        selected ? 12 : 11,
        selected ? 650 : 500,
        selected ? palette.ink : palette.ink2,
        palette,
      ),
    ];
  });
}
