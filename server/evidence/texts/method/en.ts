import { rules } from "../../../../contract/texts/en/rules.ts";
import type { MethodWords } from "./method-words.ts";

export const en: MethodWords = {
  tracing: (rule) => `HOW THE SUMS WERE FOUND, AND WHAT THEY CANNOT SHOW

DIRECT CLAIMS
The sum of a direct claim is made of the victim's own transfers that a crime report names. No rule
and no assumption is needed.

TRACED SUMS
${
  rule === null
    ? "No money was traced through other people's accounts in this case."
    : `Rule used in this case: ${rules[rule]}.
On an account the victims' money mixes with other money. A rule says which money leaves first; the
law does not name one. One case keeps to one rule.`
}

THE ALTERNATIVES
The same transfers can be followed by these rules:
- ${rules.fifo}: the money that came first leaves first;
- ${rules.lifo}: the money that came last leaves first;
- ${rules["pro-rata"]}: each payment takes a share of everything on the account;
- ${rules.libr}: the holder's own money leaves first;
- ${rules["pari-passu"]}: the same, and what remains is shared by what each victim paid in;
- ${rules["victim-favourable"]}: into another account the victims' money leaves first.
trace/accounts-*.csv states for every account the lowest (received_minimum) and highest
(received_maximum) sum over all these rules, and the part that is certain whatever the unknown
opening balances were (received_certain). The lowest sum does not depend on the choice of the rule.

HOW TO APPLY THE RULES AGAIN
movements/ holds all that the rules were applied to: every movement of the traced accounts in its
order (movements.csv), where the tracing stops (accounts.csv), the balances and the days of the
statements (balances.csv, days.csv), and whose accounts the victims' are (victims.csv). Third parties
stand under pseudonyms. "dropper-graph recompute" applies all rules to these tables and compares
every figure. With the tables it can also be done by hand or with a program of the expert's own.

LIMITS
- The calculation is arithmetic and has no rate of error of its own: every step can be checked by
  hand, and all steps add up to the smallest unit.
- It is as complete as the statements. Money that left by a statement not held stands under
  beyond_data.
- Where the opening balance of an account is not known it is counted as zero; the column
  opening_balance_known and the document of the claim say so.
- Tracing stops at cash, shops, exchanges and pooled accounts.
- A trace says which accounts the money reached. It says nothing about guilt or knowledge.
`,
  masked: {
    person: (number) => `Third person ${number}`,
    note: (
      of,
    ) => `DISCLOSURE COPY. Third persons stand under pseudonyms, the same in every file; withheld.csv says what was
masked or taken out. Sums, transfer numbers, files and rows are those of the whole package. The
SHA-256 of the whole package's manifest-sha256.txt is:
${of}
`,
  },
  withheld: {
    "rows-of-files": {
      what: "Other rows of the banks' files in sources.csv",
      why:
        "They are not about the money of this case and are a bank secret of others. The hash " +
        "in sources.csv binds the whole file, which the court can ask for.",
    },
    "unread-rows": {
      what: "Rows of these files that were not accepted",
      why:
        "They are no complete transfers (for example without a sum or a date). They stand in " +
        "the bank's file.",
    },
    "other-transfers": {
      what: "Other transfers of the accounts in accounts.csv",
      why: "No claim, report or trace of this case rests on them; they are data of third parties.",
    },
    "other-movements": {
      what: "Who stands behind the other movements in 2-calculation/movements",
      why:
        "They are needed to apply the tracing rules again. Time, sum, currency and order are as in " +
        "the bank's file. Names, account numbers, transfer numbers, files and purposes are left " +
        "out, because third parties have nothing to do with this case: other-a1, other-t1 and " +
        "other-v1 stand for an account, a transfer and another victim, the same in every table.",
    },
    "cited-transfers": {
      what: "Transfers that a reason in reasons.csv cites",
      why:
        "They show behaviour, not the victims' money, and name third parties. " +
        "withheld-transfers.csv lists them by number.",
    },
    "other-rules": {
      what: "Accounts that only another tracing rule would reach",
      why: "The case keeps to one rule; by it the victims' money did not reach them.",
    },
    "withdrawn-claims": {
      what: "Withdrawn claims",
      why: "The office does not ask for them any more.",
    },
    "empty-drafts": {
      what: "Drafts of claims without a sum",
      why: "By the data of today nothing is asked for by them.",
    },
    "removed-files": {
      what: "Attached files that were taken out of the case",
      why: "A person took them out and gave the reason, which is kept in the case.",
    },
    notes: {
      what: "Notes and tasks of the case",
      why: "They are internal work of the office and no evidence.",
    },
    "masked-persons": {
      what: "Persons under pseudonyms (disclosure copy)",
      why: "They are neither victims nor defendants of these claims.",
    },
    "masked-accounts": {
      what: "Accounts under pseudonyms (disclosure copy)",
      why: "They belong to third persons; a bank secret.",
    },
    "masked-purposes": {
      what: "Payment purposes taken out (disclosure copy)",
      why: "They are of transfers of third persons and may name them.",
    },
    "masked-findings": {
      what: "Accounts whose indicators were taken out (disclosure copy)",
      why: "They are accounts of third persons.",
    },
    "masked-files": {
      what: "Attached files left out (disclosure copy)",
      why: "Nobody has masked what stands in them. They are in the whole package.",
    },
    "masked-approvals": {
      what: "Approved texts left out (disclosure copy)",
      why: "They name third persons, and a changed text would no longer have its hash.",
    },
  },
};
