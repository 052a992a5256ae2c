import { type GraphRole, graphRole } from "../../../../contract/exploring.ts";

/**
 * What Explore shows, whole, as it stands in the address: a link opens the same picture, Back and
 * undo walk through it. Base (a cluster, a report, accounts), then the steps by which it grew, then
 * filters, then the selection.
 */

export type Direction = "in" | "out" | "both";

export type Step =
  | {
      readonly kind: "expand";
      readonly account: string;
      readonly direction: Direction;
      readonly limit: number;
      readonly letGo: boolean;
    }
  | { readonly kind: "collapse"; readonly account: string }
  | { readonly kind: "around"; readonly limit: number }
  | { readonly kind: "hide"; readonly accounts: readonly string[] }
  | { readonly kind: "add"; readonly accounts: readonly string[] };

export type ShowSwitch = "exits" | "merchants" | "outlines" | "names";
export const SHOW_SWITCHES: readonly ShowSwitch[] = ["exits", "merchants", "outlines", "names"];

export interface Scene {
  readonly cluster: string | null;
  readonly report: string | null;
  readonly accounts: readonly string[];
  readonly run: string | null;
  readonly steps: readonly Step[];
  readonly layout: "network" | "flow";
  readonly level: "relations" | "transfers";
  readonly byHolder: boolean;
  readonly rolesOff: readonly GraphRole[];
  readonly showOff: readonly ShowSwitch[];
  /** UTC ms, `until` exclusive; null = open. */
  readonly since: number | null;
  readonly until: number | null;
  /** Minor units; transfers below are left out and counted. */
  readonly minimum: string | null;
  /** Likely droppers from this score on (0..1); victims, exits and shops stay. null = all. */
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
    readonly kind: "shortest" | "time-respecting";
  } | null;
  /**
   * Table of a selected account: everything the database has of it, or only what is in the picture.
   */
  readonly scope: "all" | "stage";
}

export const EMPTY_SCENE: Scene = {
  cluster: null,
  report: null,
  accounts: [],
  run: null,
  steps: [],
  layout: "network",
  level: "relations",
  byHolder: false,
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
};

export const NEXT_HOURS = [1, 6, 24, 72, 168] as const;
export const NEXT_SHARES = [0, 10, 50] as const;

const ROLES = graphRole.options;
const DIRECTIONS: readonly Direction[] = ["in", "out", "both"];
const SEPARATOR = "~";

function stepText(step: Step): string {
  if (step.kind === "expand")
    return [step.letGo ? "letgo" : "expand", step.direction, step.limit, step.account].join(
      SEPARATOR,
    );
  if (step.kind === "collapse") return ["collapse", step.account].join(SEPARATOR);
  if (step.kind === "around") return ["around", step.limit].join(SEPARATOR);
  return [step.kind, ...step.accounts].join(SEPARATOR);
}

function readStep(text: string): Step | null {
  const [kind, ...rest] = text.split(SEPARATOR);
  if (kind === "expand" || kind === "letgo") {
    const direction = DIRECTIONS.find((known) => known === rest[0]);
    const limit = Number(rest[1]);
    const account = rest.slice(2).join(SEPARATOR);
    if (!direction || !(limit >= 1 && limit <= 500) || account === "") return null;
    return {
      kind: "expand",
      account,
      direction,
      limit: Math.floor(limit),
      letGo: kind === "letgo",
    };
  }
  if (kind === "around" && Number(rest[0]) >= 1)
    return { kind, limit: Math.min(500, Math.floor(Number(rest[0]))) };
  if (kind === "collapse" && rest[0]) return { kind, account: rest[0] };
  if ((kind === "hide" || kind === "add") && rest.length > 0) return { kind, accounts: rest };
  return null;
}

function list(text: string | null): readonly string[] {
  return (text ?? "").split(",").filter((part) => part !== "");
}

function instant(text: string | null): number | null {
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Above nothing and below all, to hundredths; anything else is no filter. */
function share(text: string | null): number | null {
  const value = Math.round(Number(text ?? 0) * 100) / 100;
  return value > 0 && value < 1 ? value : null;
}

function pairOf(text: string | null): readonly [string, string] | null {
  const [from, to] = (text ?? "").split(">");
  return from && to ? [from, to] : null;
}

export function readScene(params: URLSearchParams): Scene {
  const path = pairOf(params.get("path"));
  const minimum = params.get("min");
  return {
    cluster: params.get("cluster"),
    report: params.get("report"),
    accounts: params.getAll("account").filter((account) => account !== ""),
    run: params.get("run"),
    steps: params.getAll("step").flatMap((text) => readStep(text) ?? []),
    layout: params.get("layout") === "flow" ? "flow" : "network",
    level: params.get("level") === "transfers" ? "transfers" : "relations",
    byHolder: params.get("by") === "holder",
    rolesOff: list(params.get("off")).flatMap(
      (role) => ROLES.find((known) => known === role) ?? [],
    ),
    showOff: list(params.get("hide")).flatMap(
      (name) => SHOW_SWITCHES.find((known) => known === name) ?? [],
    ),
    since: instant(params.get("since")),
    until: instant(params.get("until")),
    minimum: minimum !== null && /^\d+$/.test(minimum) && minimum !== "0" ? minimum : null,
    score: share(params.get("score")),
    select: list(params.get("select")),
    pair: pairOf(params.get("pair")),
    transfers: list(params.get("transfers")),
    next: params.get("next"),
    hours: NEXT_HOURS.find((known) => String(known) === params.get("hours")) ?? EMPTY_SCENE.hours,
    share: NEXT_SHARES.find((known) => String(known) === params.get("share")) ?? EMPTY_SCENE.share,
    path: path
      ? {
          from: path[0],
          to: path[1],
          kind: params.get("way") === "shortest" ? "shortest" : "time-respecting",
        }
      : null,
    scope: params.get("scope") === "stage" ? "stage" : "all",
  };
}

export function writeScene(scene: Scene): URLSearchParams {
  const params = new URLSearchParams();
  const put = (key: string, value: string | number | null) => {
    if (value !== null && value !== "") params.set(key, String(value));
  };
  put("cluster", scene.cluster);
  put("report", scene.report);
  for (const account of scene.accounts) params.append("account", account);
  put("run", scene.run);
  for (const step of scene.steps) params.append("step", stepText(step));
  put("layout", scene.layout === "flow" ? "flow" : null);
  put("level", scene.level === "transfers" ? "transfers" : null);
  put("by", scene.byHolder ? "holder" : null);
  put("off", scene.rolesOff.join(","));
  put("hide", scene.showOff.join(","));
  put("since", scene.since);
  put("until", scene.until);
  put("min", scene.minimum);
  put("score", scene.score);
  put("select", scene.select.join(","));
  put("pair", scene.pair ? scene.pair.join(">") : null);
  put("transfers", scene.transfers.join(","));
  put("next", scene.next);
  put("hours", scene.hours === EMPTY_SCENE.hours ? null : scene.hours);
  put("share", scene.share === EMPTY_SCENE.share ? null : scene.share);
  put("path", scene.path ? `${scene.path.from}>${scene.path.to}` : null);
  put("way", scene.path?.kind === "shortest" ? "shortest" : null);
  put("scope", scene.scope === "stage" ? "stage" : null);
  return params;
}

/** Most accounts that are selected at once: the selection stands in the address. */
export const MOST_SELECTED = 150;

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
    limit: options.limit ?? 40,
    letGo: options.letGo ?? false,
  };
  return { steps: [...scene.steps, step] };
}

export function adding(scene: Scene, accounts: readonly string[]): Change {
  return accounts.length === 0 ? {} : { steps: [...scene.steps, { kind: "add", accounts }] };
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

export function toggled<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}
