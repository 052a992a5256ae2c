import type { Occasion } from "../network/matched-payments.ts";
import { WAY } from "../network/money-rows.ts";
import { CONSTANTS } from "../parameters.ts";
import { addAll, type Context, once, raise } from "./context.ts";
import { inOrder, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import {
  beyondEverybody,
  columnRows,
  moneyRows,
  oneWayReceipts,
  passedOn,
  passingRelations,
} from "./money-passed-on.ts";
import { notTrade } from "./ordinary-trade.ts";

/** Receipts joined into one payment, or one receipt paid out in pieces, within two days. */
export function groupIndicator(kind: Occasion["kind"]): Indicator {
  const points = once((context) => {
    const rows = moneyRows(context);
    const found = new Float64Array(context.flow.accounts);
    for (const occasion of passedOn(context).occasions) {
      if (occasion.kind !== kind) continue;
      found[accountOf(context, occasion)]! += kind === "gather" ? 1 : movedOn(context, occasion);
    }
    const own = notTrade(context);
    for (let account = 0; account < found.length; account += 1)
      found[account] = rows.firm[account] === 1 ? 0 : found[account]! * own[account]!;
    const chances = oneWayReceipts(context).map((count) => Math.max(1, count));
    return beyondEverybody(found, chances, CONSTANTS.matched.groupFloor);
  });
  return {
    family: kind,
    parameters: CONSTANTS.matched,
    points,
    explain: (context, account) => {
      const rows = moneyRows(context);
      const own = passedOn(context).occasions.filter(
        (occasion) => occasion.kind === kind && accountOf(context, occasion) === account,
      );
      if (own.length === 0) return undefined;
      const received = columnRows(
        rows,
        own.flatMap((occasion) => occasion.received),
      );
      const paid = columnRows(
        rows,
        own.flatMap((occasion) => occasion.paid),
      );
      return {
        code: kind === "gather" ? "gathered" : "split",
        params: {
          times: own.length,
          receipts: received.length,
          payments: paid.length,
          ...sumOf(rows.columns, received),
        },
        rows: inOrder([...received, ...paid]),
      };
    },
    carry: (context, into) => {
      const rows = moneyRows(context);
      const own = points(context);
      const passing = passingRelations(context);
      const carried = new Float64Array(into.length);
      for (const occasion of passedOn(context).occasions) {
        if (occasion.kind !== kind) continue;
        const value = Math.min(CONSTANTS.matched.mostCarried, own[accountOf(context, occasion)]!);
        for (const place of [...occasion.received, ...occasion.paid]) {
          const relation = context.relationOfRow[rows.row[place]!]!;
          if (relation !== -1 && passing[relation] === 1) raise(carried, relation, value);
        }
      }
      addAll(into, carried);
    },
  };
}

/** The account that paid: of several, the last. */
function accountOf(context: Context, occasion: Occasion): number {
  return moneyRows(context).from[occasion.paid.at(-1) as number]!;
}

/** Share of the pieces that left the accounts or were passed on; a foreman's crew keeps its pay. */
function movedOn(context: Context, { paid }: Occasion): number {
  const rows = moneyRows(context);
  const { again } = passedOn(context);
  const out = paid.filter((place) => rows.way[place] === WAY.out).length;
  const more = paid.filter((place) => again[place] === 1).length;
  return Math.max(out / paid.length, Math.min(1, (2 * more) / paid.length));
}
