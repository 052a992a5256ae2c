import { type GraphRole, graphRole } from "../../../../contract/exploring.ts";
import {
  type AddressCodec,
  type AddressField,
  instant,
  list,
  oneOf,
  pair,
  readState,
  repeated,
  text,
  texts,
  value,
  writeState,
} from "../../../data/address-codec.ts";
import { GROUPINGS, type Grouping, groupName } from "../stage/groups.ts";
import { type Direction, type GrowStep, readStep, type Step, stepText } from "./steps.ts";

/**
 * The state of Explore, whole, as it stands in the address: a link opens the same picture, Back and
 * undo walk through it. Base (a cluster, a report, accounts), then the steps by which it grew, then
 * filters, then the selection.
 */

export type ShowSwitch = "exits" | "merchants" | "outlines" | "names";
export const SHOW_SWITCHES: readonly ShowSwitch[] = ["exits", "merchants", "outlines", "names"];

export const PATH_KINDS = ["time-respecting", "strongest", "shortest"] as const;
export type PathKind = (typeof PATH_KINDS)[number];
/** Hours that money may rest in one account on a way. */
export const PATH_GAPS = [6, 24, 72, 168, 720] as const;
const USUAL_GAP = 168;

export interface Scene {
  readonly cluster: string | null;
  readonly report: string | null;
  readonly accounts: readonly string[];
  readonly run: string | null;
  readonly steps: readonly Step[];
  readonly layout: "network" | "flow";
  readonly level: "relations" | "transfers";
  readonly grouping: Grouping;
  /** Groups that a person opened, by their key (stage/groups.ts). */
  readonly opened: readonly string[];
  readonly rolesOff: readonly GraphRole[];
  readonly showOff: readonly ShowSwitch[];
  /** UTC ms, `until` exclusive; null = open. */
  readonly since: number | null;
  readonly until: number | null;
  /** Minor units; transfers below are left out and counted. */
  readonly minimum: string | null;
  /**
   * Likely droppers from this score on (0..1); victims, accounts of a crime report, exits and shops
   * stay. null = all.
   */
  readonly score: number | null;
  readonly select: readonly string[];
  readonly pair: readonly [string, string] | null;
  /** Named transfers in the table instead of all. */
  readonly transfers: readonly string[];
  /** Money that left after this transfer. */
  readonly next: string | null;
  /**
   * Of the next hop: how long after, in hours, and how large a share of it at least, in per cent.
   */
  readonly hours: number;
  readonly share: number;
  readonly path: {
    readonly from: string;
    readonly to: string;
    readonly kind: PathKind;
    /** Longest rest of the money in one account, hours. */
    readonly gap: number;
  } | null;
  /**
   * Table of a selected account: everything the database has of it, or only what is in the picture.
   */
  readonly scope: "all" | "stage";
  /** Under the picture: the transfers, the money by hour and weekday, or two periods compared. */
  readonly below: "table" | "hours" | "periods";
  /** The period that the chosen time is compared with, UTC ms, its end exclusive. */
  readonly against: readonly [number, number] | null;
}

export const EMPTY_SCENE: Scene = {
  cluster: null,
  report: null,
  accounts: [],
  run: null,
  steps: [],
  layout: "network",
  level: "relations",
  grouping: null,
  opened: [],
  rolesOff: [],
  showOff: [],
  since: null,
  until: null,
  minimum: null,
  score: null,
  select: [],
  pair: null,
  transfers: [],
  next: null,
  hours: 24,
  share: 10,
  path: null,
  scope: "all",
  below: "table",
  against: null,
};

export const NEXT_HOURS = [1, 6, 24, 72, 168] as const;
export const NEXT_SHARES = [0, 10, 50] as const;

/** Above nothing and below all, to hundredths; anything else is no filter. */
function share(text: string): number | null {
  const found = Math.round(Number(text) * 100) / 100;
  return found > 0 && found < 1 ? found : null;
}

/** "1767225600000-1767312000000"; nothing where it does not end after it begins. */
function period(text: string): readonly [number, number] | null {
  const [, since, until] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return Number(since) < Number(until) ? [Number(since), Number(until)] : null;
}

/** The path between two accounts under one key, and under another how it was looked for. */
const ends = pair("path");
const kindOfPath = oneOf<PathKind, PathKind>("way", PATH_KINDS, "time-respecting");
const gapOfPath = oneOf<number, number>("gap", PATH_GAPS, USUAL_GAP);
const path: AddressField<Scene["path"]> = {
  read: (params) => {
    const [from, to] = ends.read(params) ?? [];
    if (from === undefined || to === undefined) return null;
    return { from, to, kind: kindOfPath.read(params), gap: gapOfPath.read(params) };
  },
  write: (params, found) => {
    ends.write(params, found === null ? null : [found.from, found.to]);
    if (found === null) return;
    kindOfPath.write(params, found.kind);
    gapOfPath.write(params, found.gap);
  },
};

const CODEC: AddressCodec<Scene> = {
  cluster: text("cluster"),
  report: text("report"),
  accounts: texts("account"),
  run: text("run"),
  steps: repeated("step", readStep, stepText),
  layout: oneOf("layout", ["network", "flow"], EMPTY_SCENE.layout),
  level: oneOf("level", ["relations", "transfers"], EMPTY_SCENE.level),
  grouping: oneOf("by", GROUPINGS, null),
  opened: repeated("open", (key) => (groupName(key) === null ? null : key)),
  rolesOff: list("off", graphRole.options),
  showOff: list("hide", SHOW_SWITCHES),
  since: instant("since"),
  until: instant("until"),
  minimum: value("min", (found) => (/^\d+$/.test(found) && found !== "0" ? found : null)),
  score: value("score", share),
  select: list("select"),
  pair: pair("pair"),
  transfers: list("transfers"),
  next: text("next"),
  hours: oneOf<number, number>("hours", NEXT_HOURS, EMPTY_SCENE.hours),
  share: oneOf<number, number>("share", NEXT_SHARES, EMPTY_SCENE.share),
  path,
  scope: oneOf("scope", ["all", "stage"], EMPTY_SCENE.scope),
  below: oneOf("below", ["table", "hours", "periods"], EMPTY_SCENE.below),
  against: value("against", period, (window) => window.join("-")),
};

export function readScene(params: URLSearchParams): Scene {
  return readState(CODEC, params);
}

export function writeScene(scene: Scene): URLSearchParams {
  return writeState(CODEC, scene);
}

/** The address of a view to keep; it names its detection run, so that no later one changes it. */
export function viewAddress(scene: Scene, run: string | null): string {
  return `?${writeScene({ ...scene, run: scene.run ?? run })}`;
}

/** Most accounts that are selected at once: the selection stands in the address. */
export const MOST_SELECTED = 150;

/** Accounts that one expansion brings at most, the largest by money first. */
export const MOST_EXPANDED = 40;

export function hasBase(scene: Scene): boolean {
  return scene.cluster !== null || scene.report !== null || scene.accounts.length > 0;
}

/** The person's verbs. Each returns the changes to the scene, nothing else. */
export type Change = Partial<Scene>;

const NOTHING_ELSE = { pair: null, transfers: [], next: null, path: null } as const;

export function selecting(scene: Scene, account: string, together: boolean): Change {
  const chosen = scene.select.includes(account);
  if (!together) return { ...NOTHING_ELSE, select: [account] };
  return {
    ...NOTHING_ELSE,
    select: chosen ? scene.select.filter((one) => one !== account) : [...scene.select, account],
  };
}

export function selectingNothing(): Change {
  return { ...NOTHING_ELSE, select: [] };
}

export function expanding(
  scene: Scene,
  account: string,
  options: { direction?: Direction; limit?: number; letGo?: boolean } = {},
): Change {
  const step: Step = {
    kind: "expand",
    account,
    direction: options.direction ?? "both",
    limit: options.limit ?? MOST_EXPANDED,
    letGo: options.letGo ?? false,
  };
  return { steps: [...scene.steps, step] };
}

/** Neighbours under conditions of their own come in. */
export function growing(scene: Scene, step: Omit<GrowStep, "kind">): Change {
  return { steps: [...scene.steps, { kind: "grow", ...step }] };
}

export function adding(scene: Scene, accounts: readonly string[]): Change {
  return accounts.length === 0 ? {} : { steps: [...scene.steps, { kind: "add", accounts }] };
}

/** Selects an account or a device; `absent`: it comes into the picture first. */
export function going(scene: Scene, to: string, absent: boolean): Change {
  return { ...(absent ? adding(scene, [to]) : {}), ...selecting(scene, to, false) };
}

export function hiding(scene: Scene, accounts: readonly string[]): Change {
  return {
    ...selectingNothing(),
    steps: [...scene.steps, { kind: "hide", accounts }],
  };
}

export function collapsing(scene: Scene, account: string): Change {
  return { steps: [...scene.steps, { kind: "collapse", account }] };
}

/** A new picture: the account and its neighbours, nothing else. */
export function aroundOnly(account: string): Change {
  return { accounts: [account], cluster: null, report: null, steps: [], select: [account] };
}

/** Accounts as groups, or singly; another choice begins with all groups closed. */
export function groupingBy(grouping: Grouping): Change {
  return { grouping, opened: [] };
}

/** A group is parted into what is in it. */
export function openingGroup(scene: Scene, key: string): Change {
  return scene.opened.includes(key) ? {} : { opened: [...scene.opened, key] };
}

/** Looks for the ways from one account to another, in order of time. */
export function findingPaths(from: string, to: string): Change {
  return { path: { from, to, kind: "time-respecting", gap: USUAL_GAP } };
}

export function toggled<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}
