import { bankName } from "../../../../contract/bank-names.ts";
import { formatDecimal } from "../../../../contract/currencies.ts";
import type { GraphEdge, MoneyText, TransferRow } from "../../../../contract/exploring.ts";
import { sumByCurrency } from "../../../../contract/sums.ts";
import type { Field, FileEdge, FileNode, GraphFile } from "../../../graph/files/graph-file.ts";
import type { Picture } from "../../../graph/types.ts";
import type { Actor } from "../stage/actors.ts";
import { roughAmount } from "../stage/bundle.ts";
import { deviceIdOf } from "../stage/devices.ts";
import { groupName } from "../stage/groups.ts";

/** The graph that stands on the screen, as files take it. Pure. */

const NODE_FIELDS: readonly Field[] = [
  { name: "kind", type: "string" },
  { name: "accounts", type: "string" },
  { name: "holder", type: "string" },
  { name: "bank", type: "string" },
  { name: "role", type: "string" },
  { name: "score", type: "double" },
  { name: "cluster", type: "string" },
];
const EDGE_FIELDS: readonly Field[] = [
  { name: "kind", type: "string" },
  { name: "count", type: "long" },
  { name: "first_utc", type: "string" },
  { name: "last_utc", type: "string" },
  { name: "transfer_id", type: "string" },
];

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

interface Tie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly sums: readonly MoneyText[];
  readonly first: number;
  readonly last: number;
  readonly transfer: string;
}

/** The discs and arrows of the picture, with the money that they stand for. */
export function shownGraph(shown: Shown): GraphFile {
  const { title, description, made, picture, actors } = shown;
  const drawn = new Set(picture.nodes.map((node) => node.id));
  const ties = tiesBetween(shown, drawn);
  const currencies = [
    ...new Set(ties.flatMap((tie) => tie.sums.map((sum) => sum.currency))),
  ].sort();
  const money = currencies.flatMap((currency): Field[] => [
    { name: `amount_${currency}`, type: "double" },
    { name: `minor_${currency}`, type: "long" },
  ]);
  return {
    title,
    description,
    made,
    nodeFields: NODE_FIELDS,
    edgeFields: [...EDGE_FIELDS, ...money],
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
function tiesBetween(shown: Shown, drawn: ReadonlySet<string>): Tie[] {
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
    return shown.singles.flatMap((row): Tie[] => {
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
  const bundled = new Map<string, Tie>();
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

function moneyEdge(tie: Tie, currencies: readonly string[]): FileEdge {
  const amounts = currencies.flatMap((currency) => {
    const sum = tie.sums.find((one) => one.currency === currency);
    return sum ? [formatDecimal(BigInt(sum.amount), currency), sum.amount] : ["", ""];
  });
  return {
    id: tie.id,
    from: tie.from,
    to: tie.to,
    weight: roughAmount(tie.sums),
    values: [
      "transfer",
      String(tie.count),
      new Date(tie.first).toISOString(),
      new Date(tie.last).toISOString(),
      tie.transfer,
      ...amounts,
    ],
  };
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
