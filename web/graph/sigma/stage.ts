import type Sigma from "sigma";
import SigmaView from "sigma";
import type { Palette } from "../colors.ts";
import { type Frame, frameFor } from "../framing.ts";
import type { Picture, Point } from "../types.ts";
import type { EdgeAttributes, NodeAttributes } from "./attributes.ts";
import { buildGraph, type StageGraph } from "./build-graph.ts";
import { noColours, nothing } from "./empty.ts";
import { drawNames, drawOutlines, type Lens, prepare } from "./overlay.ts";
import { type Detail, makePrograms } from "./programs.ts";
import { layer, margins } from "./surroundings.ts";

export interface Hover {
  readonly kind: "node" | "edge";
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface StageListener {
  readonly onNode: (id: string, together: boolean) => void;
  readonly onNodeOpen: (id: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onBackground: () => void;
  readonly onHover: (hover: Hover | null) => void;
  readonly onMoved: (id: string, to: Point) => void;
}

/**
 * The one graph canvas of the app. Mounting moves it into a page; it is never made a second time.
 */
export interface Stage {
  readonly mount: (host: HTMLElement, listener: StageListener) => () => void;
  readonly show: (picture: Picture, palette: Palette) => void;
  readonly fitAll: () => void;
  readonly zoom: (factor: number) => void;
  /** Where things are now, for the exported picture. */
  readonly lens: () => Lens;
}

type View = Sigma<NodeAttributes, EdgeAttributes>;

const MOVE_TIME = 380;
const DOUBLE_CLICK = 400;
const ANIMATED_TO = 1_500;

function still(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Makes the stage; throws where the browser has no WebGL. */
export function createStage(): Stage {
  const root = document.createElement("div");
  Object.assign(root.style, { position: "absolute", inset: "0" });
  const below = layer("outlines");
  const above = layer("names");
  let host = document.createElement("div");
  let listener: StageListener | null = null;
  let picture: Picture | null = null;
  let palette: Palette | null = null;
  let frame: Frame | null = null;
  let moving = 0;
  let drag: { id: string; moved: boolean } | null = null;
  let view = makeView();
  root.append(below, host, above);

  function makeView(): View {
    host = document.createElement("div");
    Object.assign(host.style, { position: "absolute", inset: "0" });
    if (root.childElementCount > 0) above.before(host);
    const programs = makePrograms();
    const made: View = new SigmaView<NodeAttributes, EdgeAttributes>(
      buildGraph(nothing(), noColours(), new Map()).graph,
      host,
      {
        allowInvalidContainer: true,
        renderLabels: false,
        renderEdgeLabels: false,
        enableEdgeEvents: true,
        zIndex: true,
        stagePadding: 0,
        minCameraRatio: 0.03,
        maxCameraRatio: 12,
        minEdgeThickness: 0.7,
        doubleClickZoomingRatio: 1.6,
        labelGridCellSize: 100,
        defaultDrawNodeHover: () => {},
        nodeProgramClasses: programs.nodes,
        edgeProgramClasses: programs.edges,
      },
    );
    connect(made);
    return made;
  }

  function connect(made: View): void {
    made.on("afterRender", drawOverlays);
    let clicked: { node: string; at: number } | null = null;
    made.on("clickNode", ({ node, event }) => {
      const original = event.original as MouseEvent;
      // A busy page may answer the first click so late that Sigma takes the second for another
      // single one.
      const twice = clicked?.node === node && original.timeStamp - clicked.at < DOUBLE_CLICK;
      clicked = twice ? null : { node, at: original.timeStamp };
      if (twice) listener?.onNodeOpen(node);
      else listener?.onNode(node, original.shiftKey || original.ctrlKey || original.metaKey);
    });
    made.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      clicked = null;
      listener?.onNodeOpen(node);
    });
    made.on("clickEdge", ({ edge }) => listener?.onEdge(edge));
    made.on("clickStage", () => listener?.onBackground());
    made.on("enterNode", ({ node, event }) =>
      hover({ kind: "node", id: node, x: event.x, y: event.y }),
    );
    made.on("enterEdge", ({ edge, event }) =>
      hover({ kind: "edge", id: edge, x: event.x, y: event.y }),
    );
    made.on("leaveNode", () => hover(null));
    made.on("leaveEdge", () => hover(null));
    made.on("downNode", ({ node }) => {
      drag = { id: node, moved: false };
    });
    made.on("moveBody", ({ event, preventSigmaDefault }) => {
      if (!drag || !picture) return;
      preventSigmaDefault();
      event.original.preventDefault();
      drag.moved = true;
      const to = made.viewportToGraph(event);
      made.getGraph().mergeNodeAttributes(drag.id, { x: to.x, y: to.y });
      const positions = new Map(picture.positions);
      positions.set(drag.id, { x: to.x, y: to.y });
      picture = { ...picture, positions };
    });
    const drop = () => {
      const at = drag?.moved ? picture?.positions.get(drag.id) : undefined;
      if (drag && at) listener?.onMoved(drag.id, at);
      drag = null;
    };
    made.on("upNode", drop);
    made.on("upStage", drop);
    for (const canvas of Object.values(made.getCanvases())) {
      canvas.addEventListener("webglcontextlost", () => {
        if (made === view) window.setTimeout(recreate, 50);
      });
    }
  }

  function hover(next: Hover | null): void {
    host.style.cursor = next ? "pointer" : "";
    if (!drag) listener?.onHover(next);
  }

  /** A lost WebGL context does not come back to Sigma: a new instance takes the same picture. */
  function recreate(): void {
    const camera = view.getCamera().getState();
    const old = view;
    const oldHost = host;
    view = makeView();
    old.removeAllListeners();
    old.kill();
    oldHost.remove();
    if (picture && palette) {
      const kept = picture;
      const { graph, detail } = buildGraph(kept, palette, new Map());
      adapt(detail);
      if (frame) view.setCustomBBox(frame.box);
      view.setGraph(graph);
      view.getCamera().setState(camera);
    }
  }

  /** Big graphs are drawn with less while they move. */
  function adapt(detail: Detail): void {
    view.setSettings({
      hideEdgesOnMove: detail === "points",
      enableEdgeEvents: detail !== "points",
    });
  }

  function lens(): Lens {
    const { width, height } = view.getDimensions();
    return {
      project: (point) => view.graphToViewport(point),
      scale: view.scaleSize(1),
      width,
      height,
    };
  }

  function drawOverlays(): void {
    if (!picture || !palette) return;
    const now = lens();
    const shown =
      moving === 0
        ? picture
        : { ...picture, positions: currentPositions(view.getGraph() as StageGraph) };
    const low = prepare(below, now.width, now.height);
    if (low) drawOutlines(low, shown, palette, now);
    const high = prepare(above, now.width, now.height);
    if (high && moving === 0) drawNames(high, shown, palette, now);
  }

  function setFrame(): void {
    if (!picture) return;
    frame = frameFor(picture.positions.values(), view.getDimensions(), margins(picture));
    view.setCustomBBox(frame.box);
    view.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  /** Moves nodes from where they are to where they belong. */
  function glide(
    graph: StageGraph,
    start: ReadonlyMap<string, Point>,
    target: ReadonlyMap<string, Point>,
  ): void {
    cancelAnimationFrame(moving);
    const began = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - began) / MOVE_TIME));
      const eased = 1 - (1 - part) ** 3;
      if (view.getGraph() !== graph) {
        moving = 0;
        return;
      }
      if (part >= 1) moving = 0;
      graph.updateEachNodeAttributes((id, attributes) => {
        const [from, to] = [start.get(id), target.get(id)];
        if (!from || !to) return attributes;
        return {
          ...attributes,
          x: from.x + (to.x - from.x) * eased,
          y: from.y + (to.y - from.y) * eased,
        };
      });
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  }

  function show(next: Picture, colours: Palette): void {
    const before = picture;
    const screen = new Map<string, Point>();
    if (before)
      for (const node of before.nodes) {
        const at = before.positions.get(node.id);
        if (at) screen.set(node.id, view.graphToViewport(at));
      }
    picture = next;
    palette = colours;
    const newFrame = before?.frame !== next.frame || frame === null;
    if (newFrame) setFrame();
    view.refresh();
    const start = new Map<string, Point>();
    const animated = before !== null && next.nodes.length <= ANIMATED_TO && !still();
    if (animated) {
      for (const node of next.nodes) {
        const [at, to] = [screen.get(node.id), next.positions.get(node.id)];
        const same = before?.positions.get(node.id);
        if (!at || !to || (!newFrame && same && same.x === to.x && same.y === to.y)) continue;
        start.set(node.id, newFrame ? view.viewportToGraph(at) : (same ?? to));
      }
    }
    const { graph, detail } = buildGraph(next, colours, start);
    adapt(detail);
    hover(null);
    view.setGraph(graph);
    if (start.size > 0) glide(graph, start, next.positions);
    else {
      cancelAnimationFrame(moving);
      moving = 0;
      view.refresh();
    }
    if (!newFrame && outOfSight(before, next)) fitAll();
  }

  /**
   * New accounts that would lie beyond the edge: then the view widens, else it stays as the person
   * left it.
   */
  function outOfSight(before: Picture | null, next: Picture): boolean {
    if (!before) return false;
    const { width, height } = view.getDimensions();
    const known = new Set(before.nodes.map((node) => node.id));
    return next.nodes.some((node) => {
      const at = next.positions.get(node.id);
      if (known.has(node.id) || !at) return false;
      const point = view.graphToViewport(at);
      return point.x < 12 || point.y < 64 || point.x > width - 12 || point.y > height - 20;
    });
  }

  function fitAll(): void {
    if (!picture || !frame) return;
    const wanted = frameFor(picture.positions.values(), view.getDimensions(), margins(picture));
    const middle = view.viewportToFramedGraph(
      view.graphToViewport({
        x: (wanted.box.x[0] + wanted.box.x[1]) / 2,
        y: (wanted.box.y[0] + wanted.box.y[1]) / 2,
      }),
    );
    const state = { x: middle.x, y: middle.y, ratio: wanted.unit / frame.unit, angle: 0 };
    if (still()) view.getCamera().setState(state);
    else void view.getCamera().animate(state, { duration: 300 });
  }

  const watcher = new ResizeObserver(() => {
    if (root.clientWidth < 10 || root.clientHeight < 10) return;
    view.resize(true);
    const camera = view.getCamera().getState();
    const untouched = camera.ratio === 1 && camera.x === 0.5 && camera.y === 0.5;
    if (untouched) setFrame();
    view.refresh();
  });

  return {
    mount: (place, heard) => {
      place.append(root);
      listener = heard;
      watcher.observe(root);
      view.resize(true);
      if (picture) {
        setFrame();
        view.refresh();
      }
      return () => {
        watcher.disconnect();
        listener = null;
        root.remove();
      };
    },
    show,
    fitAll,
    zoom: (factor) =>
      void view.getCamera().animate({ ratio: view.getCamera().ratio / factor }, { duration: 160 }),
    lens,
  };
}

function currentPositions(graph: StageGraph): ReadonlyMap<string, Point> {
  return new Map(
    graph.mapNodes((id, attributes) => [id, { x: attributes.x, y: attributes.y }] as const),
  );
}
