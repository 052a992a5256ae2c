import { type Frame, frameFor } from "../framing.ts";
import type { Picture } from "../types.ts";
import { still } from "./glide.ts";
import { margins } from "./surroundings.ts";
import type { View } from "./view.ts";

/** The frame in which the whole picture lies between the bars; the camera looks at all of it. */
export function setFrame(view: View, picture: Picture): Frame {
  const frame = frameFor(picture.positions.values(), view.getDimensions(), margins(picture));
  view.setCustomBBox(frame.box);
  view.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  return frame;
}

/** Moves the camera so that the whole picture is seen, in the frame that stands. */
export function fitAll(view: View, picture: Picture, frame: Frame): void {
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

/**
 * New accounts that would lie beyond the edge: then the view widens, else it stays as the person
 * left it.
 */
export function outOfSight(view: View, before: Picture | null, next: Picture): boolean {
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
