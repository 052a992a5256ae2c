import type { z } from "zod";
import type { measures } from "../../contract/measures.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { Hidden } from "../api/hidden.ts";
import { groupBy } from "../exploring/sums.ts";
import { normaliseAccountNumber } from "../identity/iban.ts";
import { dayOf, dayText } from "../time/day.ts";
import { type KnownLoss, knownLosses } from "./fitting-losses.store.ts";
import { roomOf } from "./fitting-losses.ts";
import { standingWithLosses } from "./losses.store.ts";

type Asked = z.output<typeof measures.losses.query>;
type Choosable = z.output<typeof measures.losses.answer>["transfers"][number];

/** Stolen transfers that a person chooses from, for a block of an account, report or claim. */
export async function choosableLosses(
  queries: Queries,
  { account, reports, claim }: Asked,
  hidden: Hidden,
  now: number,
): Promise<Choosable[]> {
  const wanted = {
    accounts: account === undefined || account === "" ? [] : [normaliseAccountNumber(account)],
    reports: (reports ?? "")
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
    claims: claim === undefined || claim === "" ? [] : [claim],
  };
  if (Object.values(wanted).every((ids) => ids.length === 0)) return [];
  return queries.transaction(async (asking) => {
    const known = (await knownLosses(asking, wanted)).filter((one) => !isHidden(one, hidden));
    const named = known.map((one) => ({
      ...{ kind: "block" as const, block: null, case: null },
      ...{ transfer: one.transfer, claim: one.claim },
    }));
    const standing = await standingWithLosses(asking, named, null);
    return [...groupBy(known, (one) => one.transfer)].map(([id, all]): Choosable => {
      const [one] = all;
      if (one === undefined) throw new Error("A group of losses has none");
      const left = roomOf(id, dayText(dayOf(now)), standing);
      return {
        ...{ id, at: one.at, currency: one.currency, from: one.from, account: one.account },
        amount: String(standing.transfers.get(id)?.amount ?? 0n),
        left: String(left > 0n ? left : 0n),
        payer: one.victims.find(({ name }) => name !== "")?.name ?? null,
      };
    });
  });
}

/** It is only of cases of other people. */
function isHidden({ reports, case: caseId }: KnownLoss, hidden: Hidden): boolean {
  if (caseId !== null) return hidden.cases.has(caseId);
  return reports.length > 0 && reports.every((id) => hidden.reports.has(id));
}
