import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameFor } from "../../web/graph/framing.ts";
import { placeHeadings } from "../../web/graph/headings.ts";
import { convexHull, outlineOf } from "../../web/graph/hull.ts";
import { placeLabels } from "../../web/graph/labels.ts";
import { isInside } from "../../web/graph/lasso.ts";
import { mix } from "../../web/graph/palette.ts";
import { edgeWidth, nodeRadius, scaleAmounts } from "../../web/graph/sizes.ts";

describe("shapes of the stage", () => {
  it("wraps every point in its hull", () => {
    const point = fc.record({
      x: fc.integer({ min: -99, max: 99 }),
      y: fc.integer({ min: -99, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const hull = convexHull(points);
        for (let index = 0; index < hull.length; index += 1) {
          const [a, b] = [hull[index], hull[(index + 1) % hull.length]];
          if (!a || !b) continue;
          for (const one of points)
            expect(
              (b.x - a.x) * (one.y - a.y) - (b.y - a.y) * (one.x - a.x),
            ).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });

  it("leaves one stray of a hundred out of a cluster's outline", () => {
    const points = Array.from({ length: 100 }, (_, index) => ({
      x: index % 10,
      y: Math.floor(index / 10),
    }));
    expect(
      Math.max(...outlineOf([...points, { x: 900, y: 900 }]).map((point) => point.x)),
    ).toBeLessThan(20);
  });

  it("never lays a name on a node or on another name", () => {
    const label = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (places) => {
        const discs = places.map((at) => ({ ...at, radius: 6 }));
        const candidates = discs.map((disc, index) => ({
          ...disc,
          id: String(index),
          width: 80,
          height: 14,
          must: false,
        }));
        const boxes = placeLabels(candidates, discs, { width: 600, height: 400 }).map((one) => ({
          left: one.x,
          right: one.x + 80,
          top: one.y - 7,
          bottom: one.y + 7,
        }));
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(600);
          for (const other of boxes.slice(index + 1))
            expect(
              box.left < other.right &&
                other.left < box.right &&
                box.top < other.bottom &&
                other.top < box.bottom,
            ).toBe(false);
          for (const disc of discs) {
            const x = Math.max(box.left, Math.min(disc.x, box.right));
            const y = Math.max(box.top, Math.min(disc.y, box.bottom));
            expect(Math.hypot(disc.x - x, disc.y - y)).toBeGreaterThanOrEqual(disc.radius);
          }
        }
      }),
    );
  });

  it("writes a cluster's name beside the ways out that lie above it, and names of accounts beside that", () => {
    const outline = [
      { x: 100, y: 200 },
      { x: 500, y: 200 },
      { x: 500, y: 400 },
      { x: 100, y: 400 },
    ];
    const room = { top: 90, bottom: 520 };
    const heading = { id: "k", outline, width: 110 };
    const [alone] = placeHeadings([heading], [], room);
    expect(alone).toMatchObject({ x: 300, y: 154 });
    const cash = { id: "cash", x: 305, y: 160, radius: 9, width: 60, height: 14, must: false };
    const [beside] = placeHeadings([heading], [cash], room);
    expect(beside?.y).toBe(154);
    expect(Math.abs((beside?.x ?? 0) - cash.x)).toBeGreaterThan(110 / 2 + cash.radius);
    const free = placeLabels([cash], [cash], { width: 600, height: 600 })[0];
    const shy = placeLabels(
      [cash],
      [cash],
      { width: 600, height: 600 },
      beside ? [beside.box] : [],
    )[0];
    expect(free).toMatchObject({ x: 305 + 9 + 4 });
    expect(shy).toBeDefined();
    expect(Math.sign((shy?.x ?? 0) - cash.x)).not.toBe(Math.sign((beside?.x ?? 0) - cash.x));
    const below = placeHeadings([heading], [], { top: 170, bottom: 520 });
    expect(below[0]?.y).toBe(436);
    const [one, two] = placeHeadings([heading, { ...heading, id: "l" }], [], room);
    expect(Math.abs((one?.x ?? 0) - (two?.x ?? 0))).toBeGreaterThan(110);
    expect(placeHeadings([heading], [], { top: 170, bottom: 420 })).toEqual([]);
  });

  it("knows what a loop goes round, also a loop that bends inwards or crosses itself", () => {
    const at = (x: number, y: number) => ({ x, y });
    const horseshoe = [
      at(0, 0),
      at(10, 0),
      at(10, 10),
      at(7, 10),
      at(7, 3),
      at(3, 3),
      at(3, 10),
      at(0, 10),
    ];
    expect([at(1, 5), at(9, 9), at(5, 1)].every((point) => isInside(point, horseshoe))).toBe(true);
    expect(
      [at(5, 8), at(-1, 5), at(11, 0), at(5, 11)].some((point) => isInside(point, horseshoe)),
    ).toBe(false);
    const eight = [at(0, 0), at(10, 10), at(10, 0), at(0, 10)];
    expect([at(1, 5), at(9, 5), at(5, 1), at(5, 9)].map((point) => isInside(point, eight))).toEqual(
      [true, true, false, false],
    );
    expect(isInside(at(0, 0), [])).toBe(false);
  });

  it("fits everything between the margins", () => {
    const margins = { top: 80, bottom: 60, left: 70, right: 70 };
    const stage = { width: 800, height: 500 };
    const frame = frameFor(
      [
        { x: -50, y: 0 },
        { x: 950, y: 400 },
      ],
      stage,
      margins,
    );
    const left = (-50 - frame.box.x[0]) / frame.unit;
    const right = (frame.box.x[1] - 950) / frame.unit;
    const top = (frame.box.y[1] - 400) / frame.unit;
    expect(left).toBeGreaterThanOrEqual(margins.left - 1e-6);
    expect(right).toBeGreaterThanOrEqual(margins.right - 1e-6);
    expect(top).toBeGreaterThanOrEqual(margins.top - 1e-6);
  });

  it("grows with the money but never without bound, and scales widths by the largest", () => {
    const radius = (flow: number) =>
      nodeRadius({ role: "collector", exitKind: null, merchant: false, flow });
    expect(radius(0)).toBe(8);
    expect(radius(4e6)).toBeGreaterThan(radius(1e6));
    expect(radius(1e15)).toBe(15);
    expect(edgeWidth(100, 100)).toBeCloseTo(5.3);
    expect(edgeWidth(0, 0)).toBeCloseTo(0.7);
    expect(scaleAmounts(0)).toEqual([]);
    expect(scaleAmounts(16_400_000)).toEqual([100_000, 1_000_000, 10_000_000]);
  });

  it("dims towards the canvas, opaque", () => {
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
    expect(mix("#123456", "#ffffff", 0)).toBe("#123456");
    expect(mix("#123456", "#abcdef", 1)).toBe("#abcdef");
  });
});
