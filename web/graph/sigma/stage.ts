import type { Frame } from "../framing.ts";
import type { Palette } from "../palette.ts";
import type { Picture, Point } from "../types.ts";
import { buildGraph } from "./build-graph.ts";
import { fitAll, outOfSight, setFrame } from "./camera.ts";
import { createGlide, onScreen, startsOf } from "./glide.ts";
import { drawNames, drawOutlines, type Lens, prepare } from "./overlay.ts";
import { listenToPointer, type Pointer, type StageListener } from "./pointer.ts";
import { layer } from "./surroundings.ts";
import { adaptView, currentPositions, lensOf, makeView, type View } from "./view.ts";

/**
 * The one graph canvas of the app. Mounting moves it into a page; it is never made a second time.
 */
export interface Stage {
  readonly mount: (host: HTMLElement, listener: StageListener) => () => void;
  readonly show: (picture: Picture, palette: Palette) => void;
  readonly fitAll: () => void;
  readonly zoom: (factor: number) => void;
  /** The places of things now, for the exported picture. */
  readonly lens: () => Lens;
}

/** Sigma in an element of its own, and what the pointer does over it. */
interface Instance {
  readonly host: HTMLElement;
  readonly view: View;
  readonly pointer: Pointer;
}

/** Makes the stage; throws where the browser has no WebGL. */
export function createStage(): Stage {
  const root = document.createElement("div");
  Object.assign(root.style, { position: "absolute", inset: "0" });
  const below = layer("outlines");
  const above = layer("names");
  root.append(below, above);
  let listener: StageListener | null = null;
  let picture: Picture | null = null;
  let palette: Palette | null = null;
  let frame: Frame | null = null;
  let now = makeInstance();
  const glide = createGlide(() => now.view);

  function makeInstance(): Instance {
    const host = document.createElement("div");
    Object.assign(host.style, { position: "absolute", inset: "0" });
    above.before(host);
    const view = makeView(host);
    const pointer = listenToPointer(view, host, () => listener, keepMoved);
    view.on("afterRender", drawOverlays);
    for (const canvas of Object.values(view.getCanvases())) {
      canvas.addEventListener("webglcontextlost", () => {
        if (view === now.view) window.setTimeout(recreate, 50);
      });
    }
    return { host, view, pointer };
  }

  /** A node stays where the person put it. */
  function keepMoved(id: string, to: Point): void {
    if (!picture) return;
    picture = { ...picture, positions: new Map(picture.positions).set(id, to) };
  }

  /** A lost WebGL context does not come back to Sigma: a new instance takes the same picture. */
  function recreate(): void {
    const camera = now.view.getCamera().getState();
    const old = now;
    now = makeInstance();
    old.view.removeAllListeners();
    old.view.kill();
    old.host.remove();
    if (!picture || !palette) return;
    const { graph, detail } = buildGraph(picture, palette, new Map());
    adaptView(now.view, detail);
    if (frame) now.view.setCustomBBox(frame.box);
    now.view.setGraph(graph);
    now.view.getCamera().setState(camera);
  }

  function drawOverlays(): void {
    if (!picture || !palette) return;
    const lens = lensOf(now.view);
    const moving = glide.running();
    const shown = moving ? { ...picture, positions: currentPositions(now.view) } : picture;
    const low = prepare(below, lens.width, lens.height);
    if (low) drawOutlines(low, shown, palette, lens);
    const high = prepare(above, lens.width, lens.height);
    if (high && !moving) drawNames(high, shown, palette, lens);
  }

  function show(next: Picture, colours: Palette): void {
    const { view } = now;
    const before = picture;
    const screen = onScreen(view, before);
    picture = next;
    palette = colours;
    const newFrame = before?.frame !== next.frame || frame === null;
    if (newFrame) frame = setFrame(view, next);
    view.refresh();
    const starts = startsOf(view, before, next, screen, newFrame);
    const { graph, detail } = buildGraph(next, colours, starts);
    adaptView(view, detail);
    now.pointer.hover(null);
    view.setGraph(graph);
    if (starts.size > 0) glide.start(graph, starts, next.positions);
    else {
      glide.stop();
      view.refresh();
    }
    if (!newFrame && frame && outOfSight(view, before, next)) fitAll(view, next, frame);
  }

  const watcher = new ResizeObserver(() => {
    if (root.clientWidth < 10 || root.clientHeight < 10) return;
    now.view.resize(true);
    const camera = now.view.getCamera().getState();
    const untouched = camera.ratio === 1 && camera.x === 0.5 && camera.y === 0.5;
    if (untouched && picture) frame = setFrame(now.view, picture);
    now.view.refresh();
  });

  return {
    mount: (place, heard) => {
      place.append(root);
      listener = heard;
      watcher.observe(root);
      now.view.resize(true);
      if (picture) {
        frame = setFrame(now.view, picture);
        now.view.refresh();
      }
      return () => {
        watcher.disconnect();
        listener = null;
        root.remove();
      };
    },
    show,
    fitAll: () => {
      if (picture && frame) fitAll(now.view, picture, frame);
    },
    zoom: (factor) => {
      const camera = now.view.getCamera();
      void camera.animate({ ratio: camera.ratio / factor }, { duration: 160 });
    },
    lens: () => lensOf(now.view),
  };
}
