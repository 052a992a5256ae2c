import { CONSTANTS } from "../parameters.ts";
import { type Context, exceptEstablished, once } from "./context.ts";
import { rowsOfAccount, sumOf } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";
import { unusualShare } from "./unusual-share.ts";

/** The usual limits are sums of this currency. */
const LIMITS_IN = "KZT";

/** Within a tenth below a usual limit. */
function isBelowLimit(amount: number): boolean {
  const { limits, from } = CONSTANTS.belowLimit;
  return limits.some((limit) => amount < limit && amount >= limit * from);
}

/** Just below a limit, on a brief relation or out of the accounts. */
function isSplit({ columns, relations, relationOfRow }: Context): (row: number) => boolean {
  return (row) => {
    const relation = relationOfRow[row]!;
    const brief = relation === -1 || relations.brief[relation] === 1;
    const isTenge = columns.currencies[columns.currency[row]!] === LIMITS_IN;
    return brief && isTenge && isBelowLimit(Number(columns.amount[row]));
  };
}

/** Sums split to stay below a usual limit: more such receipts than its peers have. */
export const belowLimit: Indicator = {
  family: "structuring",
  parameters: CONSTANTS.belowLimit,
  points: once((context) => {
    const points = unusualShare(
      context.columns,
      context.all,
      context.peers,
      isSplit(context),
      true,
    );
    return weighedByLift(context, exceptEstablished(context, points));
  }),
  explain: (context, account) => {
    const { columns, input } = context;
    const split = isSplit(context);
    const rows = rowsOfAccount(columns, account, input).filter(
      (row) => columns.to[row] === account && split(row),
    );
    return {
      code: "below-limit",
      params: { transfers: rows.length, ...sumOf(columns, rows) },
      rows,
    };
  },
};
