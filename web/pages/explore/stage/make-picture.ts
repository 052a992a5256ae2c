import type { GraphEdge, GraphRole, TransferRow } from "../../../../contract/exploring.ts";
import { majorUnits } from "../../../../contract/format/money.ts";
import type {
  Picture,
  PictureColumn,
  PictureEdge,
  PictureGroup,
  PictureNode,
  Point,
} from "../../../graph/types.ts";
import type { Cast } from "./actors.ts";
import { flowsOf, type Tie, tiesOf } from "./actors.ts";

const BEND = 0.22;
/**
 * More single transfers than these cannot be told apart on a screen; the picture stays bundled and
 * says so.
 */
export const MOST_SINGLE = 1_500;

export interface PictureInput {
  readonly cast: Cast;
  /** Relations of the whole life of the picture: sizes do not change when a filter does. */
  readonly lifeTies: readonly Tie[];
  /** Devices and the accounts they operated. */
  readonly links: readonly Tie[];
  readonly edges: readonly GraphEdge[];
  /** Single transfers instead of relations; null = bundled. */
  readonly singles: readonly TransferRow[] | null;
  readonly positions: ReadonlyMap<string, Point>;
  readonly groups: readonly PictureGroup[];
  readonly columns: readonly PictureColumn[];
  readonly select: readonly string[];
  /** Account numbers and relation keys to stand out; null = none. */
  readonly focus: {
    readonly accounts: ReadonlySet<string>;
    readonly relations: ReadonlySet<string>;
  } | null;
  readonly hoverRole: GraphRole | null;
  readonly filtered: boolean;
  readonly outlines: boolean;
  readonly names: boolean;
  readonly frame: string;
}

/** Relations as arrows, bent apart where both directions exist. */
export function relationEdges(ties: readonly Tie[]): readonly PictureEdge[] {
  const keys = new Set(ties.map((tie) => `${tie.from}>${tie.to}`));
  return ties
    .filter((tie) => tie.from !== tie.to)
    .map((tie) => ({
      id: `${tie.from}>${tie.to}`,
      from: tie.from,
      to: tie.to,
      amount: tie.amount,
      curvature: keys.has(`${tie.to}>${tie.from}`) ? BEND : 0,
    }));
}

/** Each transfer an arrow of its own; those between the same two lie side by side as a fan. */
export function transferEdges(
  rows: readonly TransferRow[],
  idOf: ReadonlyMap<string, string>,
): readonly PictureEdge[] {
  const lists = new Map<string, { from: string; to: string; rows: TransferRow[] }>();
  for (const row of rows) {
    const [from, to] = [idOf.get(row.from), idOf.get(row.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const list = lists.get(`${from}>${to}`);
    if (list) list.rows.push(row);
    else lists.set(`${from}>${to}`, { from, to, rows: [row] });
  }
  return [...lists.values()].flatMap(({ from, to, rows: parallel }) => {
    const both = lists.has(`${to}>${from}`);
    return parallel.map((row, index): PictureEdge => {
      const spread = 0.14 * (index - (parallel.length - 1) / 2);
      const curvature = both ? 0.12 + (0.5 * (index + 1)) / (parallel.length + 1) : spread;
      const amount = majorUnits(row.amount, row.currency);
      return { id: `t:${row.id}`, from, to, amount, curvature };
    });
  });
}

export function makePicture(input: PictureInput): Picture {
  const { cast, focus } = input;
  const flows = flowsOf(input.lifeTies);
  const loops = new Set(input.lifeTies.filter((tie) => tie.from === tie.to).map((tie) => tie.from));
  const ties = tiesOf(input.edges, cast.idOf);
  const edges =
    input.singles === null ? relationEdges(ties) : transferEdges(input.singles, cast.idOf);
  const links = input.links.map(
    ({ from, to }): PictureEdge => ({ id: `${from}>${to}`, from, to, amount: 0, curvature: 0 }),
  );
  const nodes = cast.actors
    .filter((actor) => input.positions.has(actor.id))
    .map(
      (actor): PictureNode => ({
        id: actor.id,
        label: loops.has(actor.id) ? `${actor.label} ↻` : actor.label,
        role: actor.node.role,
        exitKind: actor.node.exitKind,
        merchant: actor.merchant && actor.node.exitKind === null && actor.node.role === "none",
        flow: flows.get(actor.id) ?? 0,
        group: actor.node.cluster,
        loop: loops.has(actor.id),
      }),
    );
  const ids = (accounts: Iterable<string>) => {
    const found = new Set<string>();
    for (const account of accounts) {
      const id = cast.idOf.get(account);
      if (id !== undefined) found.add(id);
    }
    return found;
  };
  const marked = new Set<string>();
  for (const relation of focus?.relations ?? []) {
    const [from, to] = relation.split(">").map((account) => cast.idOf.get(account));
    if (from !== undefined && to !== undefined) marked.add(`${from}>${to}`);
  }
  return {
    nodes,
    edges: [...edges, ...links],
    positions: input.positions,
    groups: input.groups,
    columns: input.columns,
    selected: ids(input.select),
    emphasis: emphasisOf(input, ids, edges),
    marked,
    outlines: input.outlines,
    names: input.names,
    frame: input.frame,
  };
}

/**
 * The part that stands out: the role under the pointer, else a path or next hop, else what still
 * has transfers in the filter.
 */
function emphasisOf(
  input: PictureInput,
  ids: (accounts: Iterable<string>) => Set<string>,
  edges: readonly PictureEdge[],
): ReadonlySet<string> | null {
  if (input.hoverRole !== null) {
    return new Set(
      input.cast.actors
        .filter((actor) => roleShown(actor) === input.hoverRole)
        .map((actor) => actor.id),
    );
  }
  if (input.focus !== null) return ids(input.focus.accounts);
  if (!input.filtered) return null;
  const active = new Set<string>();
  for (const edge of edges) {
    active.add(edge.from);
    active.add(edge.to);
  }
  for (const { from, to } of input.links) if (active.has(to)) active.add(from);
  return active;
}

function roleShown(actor: Cast["actors"][number]): GraphRole | null {
  return actor.node.exitKind !== null || actor.merchant ? null : actor.node.role;
}
