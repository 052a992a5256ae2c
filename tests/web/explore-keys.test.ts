import { describe, expect, it } from "vitest";
import { type Direction, towards } from "../../web/graph/towards.ts";

describe("arrow keys on the picture", () => {
  const places = new Map([
    ["middle", { x: 0, y: 0 }],
    ["right", { x: 100, y: 10 }],
    ["far right", { x: 160, y: 0 }],
    ["above", { x: 5, y: -80 }],
    ["below right", { x: 60, y: 60 }],
  ]);
  const from = (id: string, direction: Direction) => {
    const rest = new Map([...places].filter(([other]) => other !== id));
    return towards(rest, places.get(id) ?? { x: 0, y: 0 }, direction);
  };

  it("go to the nearest account on their side, straight ahead before aside", () => {
    expect(from("middle", "right")).toBe("right");
    expect(from("middle", "up")).toBe("above");
    expect(from("middle", "down")).toBe("below right");
    expect(from("right", "right")).toBe("far right");
  });

  it("stay where nothing lies on their side", () => {
    expect(from("middle", "left")).toBeNull();
    expect(from("above", "up")).toBeNull();
  });
});
