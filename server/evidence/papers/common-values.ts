import type { BankPaper, PaperLanguage } from "../../../contract/papers.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { stateOf } from "../case-facts.ts";
import { bankAddressed } from "../letters/bank-legal-names.ts";
import { COMMON_WORDS } from "../texts/papers/common.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { textsOf } from "../texts/texts.ts";
import { writtenDay } from "../words/dates.ts";
import { moneyAmount, moneyWords } from "../words/money.ts";
import { accountsAt, askedOfBank, receivedAt } from "./banks.ts";
import { sharedPlaces, sumOnce } from "./counted-once.ts";
import { jointReason, paidAccounts } from "./joint.ts";
import { blankIn, type Values } from "./markup.ts";
import { claimedLines, receivedOf, sumOf, sumsOn } from "./sums.ts";
import { namesOf, officeFields, type PaperFacts, transfers } from "./values.ts";

type Elements = Values["lists"][string];

/** Of one letter to a bank: what it is, in which language, about claims of one currency. */
export interface CommonFacts {
  readonly kind: BankPaper;
  readonly bank: string;
  readonly language: PaperLanguage;
  /** The claims in their order; their rows have its numbers. */
  readonly all: readonly [PaperFacts, ...PaperFacts[]];
}

/** Every field and list that a letter about several claims may name (docs/papers.md). */
export function commonValues(of: CommonFacts): Values {
  const { bank, language, all } = of;
  const [first] = all;
  const { currency } = first.claim;
  const money = (amount: bigint) => moneyAmount(amount, currency, language);
  const spelled = (amount: bigint) => moneyWords(amount, currency, language);
  const received = receivedOnce(all, bank);
  const asked = askedOnce(all, bank);
  const repaid = repaidOnce(all);
  const reports = reportsOf(all);
  const others = rowsOf(of, (one) => {
    return (stateOf(one.facts, one.claim)?.alternativeNames ?? []).length > 0;
  });
  return {
    fields: {
      ...officeFields(first),
      "bank.name": bankAddressed(bank, language),
      "bank.sum": received === 0n ? null : money(received),
      "bank.sum.words": received === 0n ? null : spelled(received),
      "bank.left": money(asked),
      "bank.left.words": spelled(asked),
      repaid: repaid === 0n ? null : money(repaid),
      reports: reports.join(", ") || null,
      "reports.by": reports.length === 0 ? null : PAPER_WORDS[language].reportsBy(reports),
      "as-of": writtenDay(first.day),
      alternatives: others,
      "counted-once": sharedPlaces(all, bank).some((places) => places.length > 0) ? "1" : null,
    },
    lists: {
      "bank-accounts": accountRows(of),
      claims: claimRows(of),
      "joint-claims": jointRows(of),
      rules: ruleRows(of),
      "traced-transfers": all.flatMap((one, at) =>
        one.claim.method === "direct"
          ? []
          : transfers(one, language, numbersAt(one, of)).map((row) => ({
              ...row,
              n: String(at + 1),
            })),
      ),
    },
    blanks: { ...PAPER_WORDS[language].blanks, ...COMMON_WORDS[language].blanks },
  };
}

/** Minor units that came to the bank by all claims; a loss that several ask for counts once. */
function receivedOnce(all: readonly PaperFacts[], bank: string): bigint {
  return sumOnce(all, { part: (one) => receivedAt(one, bank), room: "lost", bank });
}

/** The most that all claims ask of the bank together, counted in the same way. */
export function askedOnce(all: readonly PaperFacts[], bank: string): bigint {
  return sumOnce(all, { part: (one) => askedOfBank(one, bank), room: "left", bank });
}

/** All that came back of their losses, counted in the same way. */
function repaidOnce(all: readonly PaperFacts[]): bigint {
  const back = (one: PaperFacts) => sumsOn(one, "today").repaid;
  const received = (one: PaperFacts) => receivedOf(one.claim);
  const whole = sumOnce(all, { part: received, room: "lost", bank: null });
  const left = (one: PaperFacts) => received(one) - back(one);
  return whole - sumOnce(all, { part: left, room: "left", bank: null });
}

/** Crime reports of the claims, each once, by their numbers. */
export function reportsOf(all: readonly PaperFacts[]): string[] {
  const numbers = new Set(all.flatMap(({ claim }) => claim.reports));
  return [...numbers].sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
}

/** The notice of return names no account to which nothing came. */
function isReached({ kind }: Pick<CommonFacts, "kind">): boolean {
  return kind === "return-notice";
}

function numbersAt(one: PaperFacts, of: CommonFacts): ReadonlySet<string> {
  return new Set(accountsAt(one, of.bank, isReached(of)).map(({ account }) => account.number));
}

/** The rows of some claims; null = of none. */
function rowsOf({ all, language }: CommonFacts, is: (one: PaperFacts) => boolean): string | null {
  const numbers = all.flatMap((one, at) => (is(one) ? [String(at + 1)] : []));
  return numbers.length === 0 ? null : COMMON_WORDS[language].rows(numbers);
}

/** A sum in a table is never broken over two lines. */
function inCell(amount: bigint, currency: string, language: PaperLanguage): string {
  return moneyAmount(amount, currency, language).replaceAll(" ", "\u00a0");
}

/** One row an account, with what came to it by all claims; the last row adds them up. */
function accountRows(of: CommonFacts): Elements {
  const { bank, language, all } = of;
  const found = all.flatMap((one) =>
    accountsAt(one, bank, isReached(of)).map((row) => ({ ...row, one })),
  );
  const numbers = [...new Set(found.map(({ account }) => account.number))].sort();
  const money = (amount: bigint) => inCell(amount, all[0].claim.currency, language);
  const once = (some: typeof found) => {
    const sumsFor = (of: PaperFacts) =>
      some.flatMap(({ one, sum: amount }) => (one === of ? [{ amount }] : []));
    const part = (one: PaperFacts) => sumOf(sumsFor(one));
    return sumOnce([...new Set(some.map(({ one }) => one))], { part, room: "lost", bank });
  };
  const rows = numbers.map((number, at) => {
    const own = found.filter(({ account }) => account.number === number);
    const holder = own[0]?.holder;
    const booked = own.flatMap(({ one }) => claimedLines(one.claim)).map((line) => line.bookedAt);
    return {
      n: String(at + 1),
      number,
      holder: holder?.name || null,
      iin: holder?.iin ?? null,
      reports: reportsOf(own.map(({ one }) => one)).join(", ") || null,
      first: booked.length === 0 ? null : writtenDay(dayText(dayOf(Math.min(...booked)))),
      received: money(once(own)),
    };
  });
  // A request for statements says no sums of accounts.
  if (rows.length < 2 || of.kind === "statement-request") return rows;
  const { total } = COMMON_WORDS[language];
  const received = money(once(found));
  const none = { n: "", holder: "", iin: "", reports: "", first: "" };
  return [...rows, { ...none, number: total, received }];
}

/** One row a claim; the last row adds up what came to this bank and what is asked of it. */
function claimRows(of: CommonFacts): Elements {
  const { bank, language, all } = of;
  const { total, elsewhere, toOthers, payee, sameLoss, jointly } = COMMON_WORDS[language];
  const shared = sharedPlaces(all, bank);
  const money = (amount: bigint) => inCell(amount, all[0].claim.currency, language);
  const rows = all.map((one, at) => {
    const { victim } = one.dossier;
    const here = receivedAt(one, bank);
    const name = victim.name || blankIn("victim.name");
    const others = (shared[at] ?? []).map((place) => String(place + 1));
    const said = [
      ...(others.length === 0 ? [] : [sameLoss(others)]),
      ...(one.claim.joint === null ? [] : [jointly]),
    ];
    const other = one.claim.joint === null ? elsewhere : toOthers;
    const noted = (who: string) => (said.length === 0 ? who : `${who} (${said.join("; ")})`);
    return {
      n: String(at + 1),
      victim: noted(name),
      payee: noted(payee(name, victim.iin ?? blankIn("victim.iin"))),
      accounts: one.claim.victim.accounts.join(", ") || null,
      reports: one.claim.reports.join(", ") || null,
      to: [...numbersAt(one, of)].join(", ") || null,
      received: here > 0n ? money(here) : other(money(receivedOf(one.claim))),
      asked: money(askedOfBank(one, bank)),
      back: COMMON_WORDS[language].line,
    };
  });
  const none = { n: "", payee: total, accounts: "", reports: "", to: "" };
  const sums = {
    received: money(receivedOnce(all, bank)),
    asked: money(askedOnce(all, bank)),
  };
  return [...rows, { ...none, victim: total, ...sums, back: COMMON_WORDS[language].line }];
}

/** Of each row with joint defendants: to whose accounts the money came, and why they all answer. */
function jointRows({ all, language }: CommonFacts): Elements {
  const { paid } = COMMON_WORDS[language];
  return all.flatMap((one, at) => {
    if (one.claim.joint === null) return [];
    const accounts = paidAccounts(one, language).map(({ number, holder, bank, received }) =>
      paid({
        number: number ?? "",
        said: [holder, bank].flatMap((word) => word ?? []),
        sum: received ?? "",
      }),
    );
    return [
      {
        n: String(at + 1),
        paid: accounts.join("; ") || null,
        names: namesOf(one.dossier) || null,
        why: jointReason(one.claim, language),
      },
    ];
  });
}

/** Each rule by which money was followed, with the rows of its claims. */
function ruleRows(of: CommonFacts): Elements {
  const { language, all } = of;
  const traced = all.flatMap(({ claim }) =>
    claim.method === "direct" || claim.joint !== null ? [] : [claim.method],
  );
  const { methods } = textsOf(language);
  return [...new Set(traced)].map((method) => ({
    rows: rowsOf(of, ({ claim }) => claim.method === method && claim.joint === null),
    said: PAPER_WORDS[language].traced(methods[method]),
  }));
}
