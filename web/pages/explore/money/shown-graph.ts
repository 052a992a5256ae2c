import { bankName } from "../../../../contract/bank-names.ts";
import type { GraphEdge, TransferRow } from "../../../../contract/exploring.ts";
import {
  currenciesOf,
  edgeFields,
  type MoneyTie,
  moneyEdge,
  NODE_FIELDS,
} from "../../../../contract/graph-files/account-graph.ts";
import type { FileEdge, FileNode, GraphFile } from "../../../../contract/graph-files/graph-file.ts";
import { sumByCurrency } from "../../../../contract/sums.ts";
import type { Picture } from "../../../graph/types.ts";
import type { Actor } from "../stage/actors.ts";
import { deviceIdOf } from "../stage/devices.ts";
import { groupName } from "../stage/groups.ts";

/** The graph that stands on the screen, as files take it. Pure. */

export interface Shown {
  readonly title: string;
  readonly description: string;
  readonly made: string;
  readonly picture: Picture;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly edges: readonly GraphEdge[];
  /** Single transfers where the picture draws each as an arrow; else null. */
  readonly singles: readonly TransferRow[] | null;
}

/** The discs and arrows of the picture, with the money that they stand for. */
export function shownGraph(shown: Shown): GraphFile {
  const { title, description, made, picture, actors } = shown;
  const drawn = new Set(picture.nodes.map((node) => node.id));
  const ties = tiesBetween(shown, drawn);
  const currencies = currenciesOf(ties);
  return {
    title,
    description,
    made,
    nodeFields: NODE_FIELDS,
    edgeFields: edgeFields(currencies),
    nodes: picture.nodes.flatMap((node) => {
      const actor = actors.get(node.id);
      return actor ? [fileNode(actor, picture)] : [];
    }),
    edges: [
      ...ties.map((tie) => moneyEdge(tie, currencies)),
      ...operatedEdges(picture, currencies.length * 2),
    ],
  };
}

function fileNode(actor: Actor, picture: Picture): FileNode {
  const { node, accounts } = actor;
  const device = deviceIdOf(actor.id);
  const kind =
    device !== null
      ? "device"
      : node.exitKind !== null
        ? "exit"
        : accounts.length > 1
          ? (groupName(actor.id)?.kind ?? "holder")
          : "account";
  return {
    id: actor.id,
    label: actor.label,
    at: picture.positions.get(actor.id) ?? null,
    values: [
      kind,
      device === null ? accounts.join(" ") : "",
      node.holderName ?? "",
      bankName(node.bank) ?? "",
      device === null && node.exitKind === null ? node.role : "",
      node.score === null ? "" : String(node.score),
      node.cluster ?? "",
    ],
  };
}

/** Money between discs: relations of the same two discs as one, or each transfer by itself. */
function tiesBetween(shown: Shown, drawn: ReadonlySet<string>): MoneyTie[] {
  const idOf = new Map(
    [...shown.actors.values()].flatMap((actor) =>
      actor.accounts.map((account) => [account, actor.id] as const),
    ),
  );
  const ends = (one: { readonly from: string; readonly to: string }) => {
    const [from, to] = [idOf.get(one.from), idOf.get(one.to)];
    return from !== undefined && to !== undefined && drawn.has(from) && drawn.has(to)
      ? { from, to }
      : null;
  };
  if (shown.singles !== null)
    return shown.singles.flatMap((row): MoneyTie[] => {
      const between = ends(row);
      const { id, amount, currency, bookedAt } = row;
      return between === null
        ? []
        : [
            {
              ...between,
              id: `t:${id}`,
              count: 1,
              sums: [{ currency, amount }],
              first: bookedAt,
              last: bookedAt,
              transfer: id,
            },
          ];
    });
  const bundled = new Map<string, MoneyTie>();
  for (const edge of shown.edges) {
    const between = ends(edge);
    if (between === null) continue;
    const id = `${between.from}>${between.to}`;
    const known = bundled.get(id);
    bundled.set(id, {
      ...between,
      id,
      count: (known?.count ?? 0) + edge.count,
      sums: sumByCurrency([...(known?.sums ?? []), ...edge.sums]),
      first: Math.min(known?.first ?? edge.first, edge.first),
      last: Math.max(known?.last ?? edge.last, edge.last),
      transfer: "",
    });
  }
  return [...bundled.values()];
}

/** A device with each account of the picture that it operated: no money. */
function operatedEdges(picture: Picture, empty: number): FileEdge[] {
  return picture.edges.flatMap(({ id, from, to }) =>
    deviceIdOf(from) === null
      ? []
      : [
          {
            id,
            from,
            to,
            weight: 0,
            values: ["operated", "", "", "", "", ...Array(empty).fill("")],
          },
        ],
  );
}
