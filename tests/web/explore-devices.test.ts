import { describe, expect, it } from "vitest";
import type { DeviceCard } from "../../contract/operators.ts";
import { readScene, writeScene } from "../../web/pages/explore/scene/scene.ts";
import { castOf, tiesOf } from "../../web/pages/explore/stage/actors.ts";
import {
  deviceIdOf,
  deviceKey,
  deviceTies,
  withDevices,
} from "../../web/pages/explore/stage/devices.ts";
import { makePicture } from "../../web/pages/explore/stage/make-picture.ts";
import {
  collapseStage,
  growStage,
  hideOnStage,
  placeDevice,
  startStage,
} from "../../web/pages/explore/stage/stage-graph.ts";
import { edge, node, START } from "../support/explore-rows.ts";

const ID = "a~b,c d/é";
const KEY = deviceKey(ID);
const used = { first: START, last: START, count: 3 };
const operated = (account: string) => ({
  ...{ account, holderName: null, role: "none" as const, reported: false },
  ...used,
});
const DEVICE: DeviceCard = {
  id: ID,
  model: "Phone",
  first: START,
  last: START,
  accounts: ["A", "B", "C"].map(operated),
  total: 3,
};

describe("a device in the picture", () => {
  const opened = startStage({
    nodes: [node("A"), node("B")],
    edges: [edge("A", "B")],
    seeds: ["A"],
    run: null,
    beside: 0,
  });

  it("keeps its id whatever is in it, also in the address of the page", () => {
    expect(deviceIdOf(KEY)).toBe(ID);
    expect(deviceIdOf("KZ04722KZT7000000000")).toBeNull();
    const scene = readScene(new URLSearchParams("account=A"));
    const steps = [{ kind: "add", accounts: [KEY] }] as const;
    const again = readScene(
      new URLSearchParams(writeScene({ ...scene, steps, select: [KEY] }).toString()),
    );
    expect(again.steps).toEqual(steps);
    expect(again.select).toEqual([KEY]);
  });

  it("is tied to the accounts of the picture that it operated, without money", () => {
    const stage = placeDevice(opened, KEY, DEVICE, 1);
    const cast = withDevices(castOf([...stage.nodes.values()], new Map(), String), stage.devices);
    const links = deviceTies(stage.devices, cast.idOf);
    expect(links).toEqual([
      { from: KEY, to: "A", amount: 0 },
      { from: KEY, to: "B", amount: 0 },
    ]);
    const picture = makePicture({
      cast,
      lifeTies: [...tiesOf(stage.edges.values(), cast.idOf), ...links],
      links,
      edges: [...stage.edges.values()],
      singles: null,
      positions: new Map(["A", "B", KEY].map((id, x) => [id, { x, y: 0 }])),
      groups: [],
      columns: [],
      select: [KEY],
      focus: null,
      hoverRole: null,
      filtered: false,
      outlines: true,
      names: true,
      frame: "f",
    });
    expect(picture.nodes.find(({ id }) => id === KEY)).toMatchObject({
      exitKind: "device",
      flow: 0,
    });
    expect(picture.edges.map(({ id }) => id)).toContain(`${KEY}>A`);
    expect([...picture.selected]).toEqual([KEY]);
  });

  it("brings the accounts it operated, and its collapse takes back only those", () => {
    const placed = placeDevice(opened, KEY, DEVICE, 1);
    const grown = growStage(
      placed,
      { nodes: [node("C")], edges: [], shown: { leftOut: [] } },
      2,
      KEY,
    );
    expect([...grown.nodes.keys()]).toEqual(["A", "B", "C"]);
    const back = collapseStage(grown, KEY);
    expect([...back.nodes.keys()]).toEqual(["A", "B"]);
    expect(back.devices.has(KEY)).toBe(true);
    const hidden = hideOnStage(grown, [KEY]);
    expect(hidden.devices.size).toBe(0);
    expect(hidden.hidden.size).toBe(0);
    expect(hidden.nodes.size).toBe(3);
  });
});
