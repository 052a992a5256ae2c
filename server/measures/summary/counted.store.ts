import { z } from "zod";
import type { FigureId, FigureRecord } from "../../../contract/measures-summary.ts";
import { count, text } from "../../../graph-queries/row-values.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import { askedClaims } from "../../cases/cases.store.ts";
import type { NamedClaim } from "../../cases/claimed-together.ts";
import { ledgerNow } from "../../claims/ledger.store.ts";
import { readFiling } from "../../dossier/filing.ts";
import { foldName } from "../../identity/names.ts";
import { identifiedDroppers } from "../../overview/overview.store.ts";
import { dayOf, dayText } from "../../time/day.ts";
import {
  claimedRecords,
  demandRecords,
  penaltyClaimedRecords,
  penaltyRecords,
  recoveredRecords,
} from "./claim-records.ts";

/** The data that figures are counted from beside the register; read once for a summary. */
export interface Counted {
  readonly claims: readonly NamedClaim[];
  /** Records of the figures that are not entries of the register. */
  readonly records: ReadonlyMap<FigureId, readonly FigureRecord[]>;
  /** Suspended loans: which entry is the first of how many victims. */
  readonly victims: ReadonlyMap<string, { readonly count: number } & Placed>;
}
interface Placed {
  readonly day: string;
  readonly district: string | null;
}

const CLAIMED: readonly FigureId[] = ["claimed", "withdrawn", "claimed-again"];
const PENALTY: readonly FigureId[] = ["penalty-claimed"];
const BACK: readonly FigureId[] = ["recovered", "penalty-recovered"];
const OF_CLAIMS: readonly FigureId[] = [...CLAIMED, ...PENALTY, ...BACK, "suits", "demands"];

const NOTHING_BACK = { recoveries: [], payments: [] };

/** Reads what these figures need and no more: claims and the ledger are the costly parts. */
export async function countedFrom(
  queries: Queries,
  figures: readonly FigureId[],
): Promise<Counted> {
  const wants = (...some: readonly FigureId[]) => some.some((id) => figures.includes(id));
  const [claims, ledger, droppers, loans, penalties] = await Promise.all([
    wants(...OF_CLAIMS) ? askedClaims(queries, null) : [],
    wants(...BACK) ? ledgerNow({ run: queries.read }, "all") : NOTHING_BACK,
    wants("droppers") ? identifiedDroppers(queries, { from: null, until: null }, null) : [],
    wants("loans") ? queries.read("measures/loans", {}, loanRow) : [],
    wants(...PENALTY) ? queries.read("measures/filed-penalties", {}, penaltyRow) : [],
  ]);
  const { claimed, withdrawn, again } = claimedRecords(wants(...CLAIMED) ? claims : []);
  return {
    claims,
    victims: firstVictims(loans),
    records: new Map([
      ["claimed", claimed],
      ["withdrawn", withdrawn],
      ["claimed-again", again],
      ["recovered", recoveredRecords(claims, ledger)],
      ["penalty-claimed", penaltyClaimedRecords(claims, penalties)],
      ["penalty-recovered", penaltyRecords(claims, ledger)],
      ["demands", demandRecords(claims)],
      ["droppers", droppers.map(dropperRecord)],
    ]),
  };
}

function dropperRecord(one: Awaited<ReturnType<typeof identifiedDroppers>>[number]): FigureRecord {
  return {
    key: one.person,
    day: dayText(dayOf(one.at)),
    about: one.name ?? one.account ?? one.person,
    case: one.case,
    claim: null,
    measure: null,
    account: one.account,
    bank: null,
    district: one.district,
    paper: null,
    court: null,
    paperSum: null,
    count: 1,
    sums: [],
  };
}

const penaltyRow = z
  .object({ claim: z.string(), at: count, filing: z.string() })
  .transform(({ claim, at, filing }) => ({
    ...{ claim, at, amount: readFiling(filing).penalty?.amount ?? 0n },
  }));

const loanRow = z.object({
  id: z.string(),
  day: count,
  district: text,
  names: z.array(z.string()),
  iins: z.array(z.string()),
  items: count,
});

/**
 * A victim counts once, at the first loan that was suspended; an entry without names counts its
 * own.
 */
function firstVictims(loans: readonly z.output<typeof loanRow>[]): Counted["victims"] {
  const seen = new Set<string>();
  return new Map(
    loans.map(({ id, day, district, names, iins, items }) => {
      const keys = names.map((name, at) => iins[at] || foldName(name));
      const fresh = [...new Set(keys)].filter((key) => !seen.has(key));
      for (const key of fresh) seen.add(key);
      const victims = names.length === 0 ? items : fresh.length;
      return [id, { count: victims, day: dayText(day), district }];
    }),
  );
}
