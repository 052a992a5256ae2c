import type { SearchHit, TransferRow } from "../../contract/exploring.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { hiddenParameters, NOTHING_HIDDEN } from "../api/hidden.ts";
import { accountHit, caseRow, holderHit, reportHit, transferRecord } from "./picture-rows.ts";
import { readIntent } from "./search.ts";

/** Accounts with the same last characters among which a beginning is looked for. */
const MOST_OF_AN_ENDING = 1_000n;

/**
 * One search over accounts, holders, reports and cases; best kinds of match first, at most `limit`.
 * Cases and reports that are hidden are not found.
 */
export async function search(
  queries: Queries,
  query: string,
  limit: number,
  hidden = NOTHING_HIDDEN,
): Promise<SearchHit[]> {
  const intent = readIntent(query);
  const most = BigInt(limit);
  const none = Promise.resolve([]);
  const { hiddenCases, hiddenReports } = hiddenParameters(hidden);
  const { accountPrefix, accountEnding } = intent;
  // "KZ86…3042": both ends of one number.
  const bothEnds =
    accountPrefix !== null && accountEnding !== null && accountPrefix !== accountEnding;
  const { phone, reference, payment } = intent;
  const [byPhone, byReference, byPayment, ...byNumberAndName] = await Promise.all([
    phone === null
      ? none
      : queries.read("exploring/search-phones", { phone, limit: most }, accountHit),
    reference === null
      ? none
      : queries.read("exploring/search-references", { reference, limit: most }, transferRecord),
    payment === null
      ? none
      : queries.read(
          "exploring/search-payments",
          {
            amount: payment.amount,
            since: BigInt(payment.since),
            until: BigInt(payment.until),
            limit: most,
          },
          transferRecord,
        ),
    intent.iin === null
      ? none
      : queries.read("exploring/search-holders-by-iin", { iin: intent.iin }, holderHit),
    accountPrefix === null || bothEnds
      ? none
      : queries.read(
          "exploring/search-accounts",
          { prefix: accountPrefix, limit: most },
          accountHit,
        ),
    accountEnding === null
      ? none
      : queries.read(
          "exploring/search-account-endings",
          { suffix: accountEnding, limit: bothEnds ? MOST_OF_AN_ENDING : most },
          accountHit,
        ),
    intent.words === null
      ? none
      : queries.read("exploring/search-holders", { words: intent.words, limit: most }, holderHit),
    queries.read(
      "exploring/search-reports",
      { prefix: intent.text, limit: most, hiddenReports },
      reportHit,
    ),
    queries.read(
      "exploring/search-cases",
      { text: intent.text.toLowerCase(), limit: most, hiddenCases },
      caseRow,
    ),
  ]);
  const [byIin, byPrefix, byEnding, byWords, reports, cases] = byNumberAndName;
  const hits: SearchHit[] = [
    ...byPhone.map(accountToHit),
    ...byReference.map(transferToHit),
    ...byPayment.map(transferToHit),
    ...byIin.map(holderToHit),
    ...reports.map(
      (hit): SearchHit => ({
        kind: "report",
        id: hit.id,
        title: hit.id,
        detail: hit.name,
        accounts: hit.accounts,
        reports: [hit.id],
      }),
    ),
    ...byPrefix.map(accountToHit),
    ...byWords.map(holderToHit),
    ...byEnding
      .filter((hit) => !bothEnds || hit.number.startsWith(accountPrefix))
      .map(accountToHit),
    ...cases.map(
      (hit): SearchHit => ({
        kind: "case",
        id: hit.id,
        title: hit.title,
        detail: null,
        accounts: [],
      }),
    ),
  ];
  const seen = new Set<string>();
  return hits
    .filter((hit) => !seen.has(`${hit.kind}\n${hit.id}`) && seen.add(`${hit.kind}\n${hit.id}`))
    .slice(0, limit);
}

function accountToHit(hit: {
  number: string;
  name: string | null;
  bank: string | null;
  reports: string[];
}): SearchHit {
  return {
    kind: "account",
    id: hit.number,
    title: hit.number,
    detail: hit.name,
    accounts: [hit.number],
    ...victimIn(hit.reports),
  };
}

/** Reports of a victim, so that a person can follow the stolen money at once. */
function victimIn(reports: readonly string[]): Pick<SearchHit, "reports"> {
  return reports.length === 0 ? {} : { reports: [...new Set(reports)].sort() };
}

function transferToHit(transfer: TransferRow): SearchHit {
  return {
    kind: "transfer",
    id: transfer.id,
    title: transfer.id,
    detail: transfer.purpose,
    accounts: [transfer.from, transfer.to],
    transfer,
  };
}

function holderToHit(hit: {
  key: string;
  name: string | null;
  iin: string | null;
  accounts: string[];
  reports: string[];
}): SearchHit {
  return {
    kind: "holder",
    id: hit.key,
    title: hit.name ?? hit.key,
    detail: hit.iin,
    accounts: hit.accounts,
    ...victimIn(hit.reports),
  };
}
