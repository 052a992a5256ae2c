import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { listenToClicks, listenToPointer } from "../../web/graph/sigma/pointer.ts";
import type { View } from "../../web/graph/sigma/view.ts";

/** What the page hears when Sigma tells these events, each at its millisecond. */
function heard(...told: readonly (readonly [event: string, on: string | null, at: number])[]) {
  const words: string[] = [];
  let zoomed = 0;
  const sigma = new EventEmitter();
  listenToClicks(sigma as unknown as Pick<View, "on">, () => ({
    onNode: (id) => words.push(`select ${id}`),
    onNodeOpen: (id) => words.push(`expand ${id}`),
    onNodeMenu: () => {},
    onEdge: (id) => words.push(`relation ${id}`),
    onBackground: () => words.push("nothing"),
    onHover: () => {},
    onMoved: () => {},
  }));
  for (const [event, on, at] of told) {
    let zooms = event.startsWith("double");
    const preventSigmaDefault = () => {
      zooms = false;
    };
    const original = { timeStamp: at };
    sigma.emit(event, { node: on, edge: on, event: { original }, preventSigmaDefault });
    zoomed += zooms ? 1 : 0;
  }
  return { words, zoomed };
}

describe("two quick clicks on the stage", () => {
  it("are a double click on one node", () => {
    const { words, zoomed } = heard(["clickNode", "A", 1000], ["doubleClickNode", "A", 1150]);
    expect(words).toEqual(["select A", "expand A"]);
    expect(zoomed).toBe(0);
    expect(heard(["clickNode", "A", 1000], ["clickNode", "A", 1350]).words).toEqual(words);
  });

  it("are two single ones on two nodes; the second may still be doubled", () => {
    const two = [
      ["clickNode", "A", 1000],
      ["doubleClickNode", "B", 1150],
    ] as const;
    expect(heard(...two)).toEqual({ words: ["select A", "select B"], zoomed: 0 });
    expect(heard(...two, ["clickNode", "B", 1300]).words.at(-1)).toBe("expand B");
    expect(heard(...two, ["clickNode", "A", 1300]).words.at(-1)).toBe("select A");
  });

  it("are two single ones on a node and on what is no node", () => {
    const thenOn = (event: string, on: string | null) =>
      heard(["clickNode", "A", 1000], [event, on, 1150]);
    expect(thenOn("doubleClickEdge", "e")).toEqual({
      words: ["select A", "relation e"],
      zoomed: 0,
    });
    expect(thenOn("doubleClickStage", null)).toEqual({ words: ["select A", "nothing"], zoomed: 0 });
    expect(heard(["clickStage", null, 1000], ["doubleClickNode", "A", 1150]).words).toEqual([
      "nothing",
      "select A",
    ]);
  });

  it("zoom where both fell on the background", () => {
    expect(heard(["clickStage", null, 1000], ["doubleClickStage", null, 1150])).toEqual({
      words: ["nothing"],
      zoomed: 1,
    });
  });
});

describe("dragging", () => {
  const stage = () => {
    const moved: string[] = [];
    const sigma = Object.assign(new EventEmitter(), {
      viewportToGraph: ({ x, y }: { x: number; y: number }) => ({ x, y }),
      getGraph: () => ({ mergeNodeAttributes: () => {} }),
    });
    const host = { style: { cursor: "" } };
    listenToPointer(
      sigma as unknown as View,
      host as unknown as HTMLElement,
      () => null,
      (id, to) => moved.push(`${id} ${to.x}`),
    );
    const emit = (event: string, original: object, x = 0) =>
      sigma.emit(event, {
        node: "A",
        event: { x, y: 0, original: { ...original, preventDefault: () => {} } },
        preventSigmaDefault: () => {},
      });
    return { moved, emit };
  };

  it("follows the left button only: a right click leaves no node at the pointer", () => {
    const { moved, emit } = stage();
    emit("downNode", { button: 2, buttons: 2 });
    emit("moveBody", { buttons: 0 }, 5);
    expect(moved).toEqual([]);
    emit("downNode", { button: 0, buttons: 1 });
    emit("moveBody", { buttons: 1 }, 7);
    expect(moved).toEqual(["A 7"]);
  });

  it("ends where the button was let go outside the stage", () => {
    const { moved, emit } = stage();
    emit("downNode", { button: 0, buttons: 1 });
    emit("moveBody", { buttons: 1 }, 7);
    emit("moveBody", { buttons: 0 }, 9);
    expect(moved).toEqual(["A 7"]);
  });
});
