import { type Command, Option } from "commander";
import {
  type BankRow,
  type ClaimLedger,
  type PaymentSource,
  paymentSource,
  type TengePaid,
} from "../../contract/ledger.ts";
import { oneClaim } from "../claims/claims.store.ts";
import { cancelPayment, ledgerOfClaim, recordPayment } from "../claims/payments.store.ts";
import { followMoney } from "../claims/rework.store.ts";
import { formatDecimal, parseDecimal } from "../money/money.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

interface PayFlags {
  readonly amount?: string;
  readonly tenge?: string;
  readonly rate?: string;
  readonly rateDay?: string;
  readonly rateSource?: string;
  readonly rateSourceKk?: string;
  readonly penalty?: string;
  readonly day: string;
  readonly source: PaymentSource;
  readonly receipt: string;
  readonly payer?: string;
  readonly apart?: string;
}

interface UnpayFlags {
  readonly payment: string;
  readonly reason: string;
}

const BY = "command line";

/** `case ledger`, `case pay` and `case unpay`: what came back of the loss behind a claim. */
export function registerLedger(command: Command): void {
  ofClaim(command, "ledger", "What came back of the loss behind a claim, and what is outstanding.")
    // Nothing is changed.
    .action(
      action(async (context, caseId: string, claim: string) => {
        await withDatabase(context, async ({ queries }) =>
          show(await ledgerOfClaim(queries, { caseId, claim }), context.json),
        );
      }),
    );
  ofClaim(command, "pay", "Write down a payment on a claim; never more than is owed.")
    .option("--amount <sum>", "like 1500.50, in the currency of the claim")
    .option("--tenge <sum>", "tenge that came on a claim in another currency, as on the receipt")
    .option("--rate <tenge>", "with --tenge: tenge for one unit, like 523.45")
    .option("--rate-day <day>", "the day of that rate; else the day of the payment")
    .option("--rate-source <text>", "where that rate is from")
    .option("--rate-source-kk <text>", "the same in Kazakh, for papers in that language")
    .option("--penalty <sum>", "how much of it is penalty; else what is left once the debt is paid")
    .requiredOption("--day <day>", "the day on which the money came, like 2026-03-05")
    .addOption(
      new Option("--source <who>", "who paid").choices(paymentSource.options).default("dropper"),
    )
    .requiredOption("--receipt <text>", "number of the receipt or payment order")
    .option("--payer <iin>", "IIN or key of the defendant who paid, on a claim against several")
    .option("--apart <why>", "why it is another payment than the bank's row of the same sum")
    .action(
      action(async (context, caseId: string, claim: string, flags: PayFlags) => {
        await withDatabase(
          context,
          async (database) => {
            const at = { caseId, claim };
            const { currency } = await oneClaim(database.queries, at);
            const who = { by: BY, at: Date.now() };
            const payment = {
              ...flags,
              amount: sumIn(currency, flags.amount),
              penalty: sumIn(currency, flags.penalty),
              tenge: tengeIn(flags),
            };
            const paid = () => recordPayment(database.queries, at, payment, who);
            const ledger = await followMoney(database, who, paid, () => ({ claims: [claim] }));
            show(ledger, context.json);
          },
          { what: "recordPayment", target: `${caseId} ${claim}` },
        );
      }),
    );
  ofClaim(command, "unpay", "Take back a payment that was entered by mistake.")
    .requiredOption("--payment <id>", "number of the payment, as case ledger shows it")
    .requiredOption("--reason <text>", "why it does not count, in a sentence")
    .action(
      action(async (context, caseId: string, claim: string, flags: UnpayFlags) => {
        await withDatabase(
          context,
          async (database) => {
            const at = { caseId, claim, payment: flags.payment };
            const who = { by: BY, at: Date.now() };
            const taken = () => cancelPayment(database.queries, at, flags.reason, who);
            const ledger = await followMoney(database, who, taken, () => ({ claims: [claim] }));
            show(ledger, context.json);
          },
          { what: "cancelPayment", target: `${caseId} ${claim} ${flags.payment}` },
        );
      }),
    );
}

function ofClaim(command: Command, name: string, description: string): Command {
  return withCommonOptions(
    command
      .command(name)
      .description(description)
      .argument("<case>", "number of the case")
      .argument("<claim>", "number of the claim"),
  );
}

/** The tenge of a payment with their rate; null where it came in the claim's own currency. */
function tengeIn(flags: PayFlags): TengePaid | null {
  const { tenge, rate, rateSource, rateDay = flags.day, rateSourceKk: sourceKk = null } = flags;
  const amount = sumIn("KZT", tenge);
  if (amount === null) return null;
  if (rate !== undefined && rateSource !== undefined)
    return { amount, rate, day: rateDay, source: rateSource, sourceKk };
  throw new WrongUse({
    code: "rate-missing",
    message: "A payment in tenge on a claim in another currency has a rate and its source.",
    remedy: 'Give them like this: --rate 523.45 --rate-source "nationalbank.kz"',
  });
}

/** Minor units of what a person typed; null where nothing was. */
function sumIn(currency: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const parsed = parseDecimal(text, currency);
  if (parsed.ok) return parsed.amount.toString();
  throw new WrongUse({
    code: "amount-unreadable",
    message: `${text} is no sum in ${currency}.`,
    remedy: "Give it like this: --amount 1500.50",
  });
}

function show(ledger: ClaimLedger, json: boolean): void {
  const { currency } = ledger;
  const decimal = (amount: string) => formatDecimal(BigInt(amount), currency);
  if (json) {
    const amounts = <One extends { amount: string }>(list: readonly One[]) =>
      list.map((one) => ({ ...one, amount: decimal(one.amount) }));
    const payments = amounts(ledger.payments).map((one) => ({
      ...one,
      uncounted: decimal(one.uncounted),
      penalty: decimal(one.penalty),
      tenge: one.tenge && { ...one.tenge, amount: formatDecimal(BigInt(one.tenge.amount), "KZT") },
    }));
    printJson({
      ok: true,
      ledger: {
        ...ledger,
        loss: decimal(ledger.loss),
        recovered: decimal(ledger.recovered),
        outstanding: decimal(ledger.outstanding),
        awarded: ledger.awarded && {
          sum: decimal(ledger.awarded.sum),
          penalty: decimal(ledger.awarded.penalty),
          together: decimal(ledger.awarded.together),
          refused: decimal(ledger.awarded.refused),
        },
        penalty: {
          due: decimal(ledger.penalty.due),
          paid: decimal(ledger.penalty.paid),
          outstanding: decimal(ledger.penalty.outstanding),
        },
        payments,
        plan: amounts(ledger.plan),
        debtors: ledger.debtors.map((one) => ({
          ...one,
          received: decimal(one.received),
          paid: decimal(one.paid),
        })),
      },
    });
    return;
  }
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(
    `loss ${decimal(ledger.loss)} ${currency}, came back ${decimal(ledger.recovered)} ${currency}`,
  );
  say(`outstanding on ${ledger.claim}: ${decimal(ledger.outstanding)} ${currency}`);
  const { awarded } = ledger;
  if (awarded !== null && awarded.penalty !== "0")
    say(
      `a court gave ${decimal(awarded.sum)} of the debt and ${decimal(awarded.penalty)} of penalty, ` +
        `together ${decimal(awarded.together)} ${currency}`,
    );
  if (awarded !== null && awarded.refused !== "0")
    say(`a court did not give ${decimal(awarded.refused)} ${currency} of the debt`);
  const { due, paid, outstanding } = ledger.penalty;
  if (due !== "0" || paid !== "0")
    say(
      `penalty ${decimal(due)} ${currency}, paid ${decimal(paid)}, outstanding ${decimal(outstanding)}`,
    );
  if (ledger.alternatives.length > 0)
    say(`the same loss is asked for by: ${ledger.alternatives.join(", ")}`);
  for (const one of ledger.payments) {
    const state = one.cancelled === null ? "" : `  taken back: ${one.cancelled.reason}`;
    const who = ledger.debtors.length > 1 && one.payer !== null ? ` (${one.payer})` : "";
    say(`  ${one.id} ${one.day} ${decimal(one.amount)} ${one.source}${who} ${one.receipt}${state}`);
    if (one.tenge !== null) {
      const { amount, rate, day, source } = one.tenge;
      const came = formatDecimal(BigInt(amount), "KZT");
      say(`    ${came} KZT came, at ${rate} of ${day} (${source})`);
    }
    if (one.penalty !== "0") say(`    ${decimal(one.penalty)} of it are penalty`);
    if (one.bankRow !== null) say(`    ${rowInWords(one.bankRow)} shows it; it counts once`);
    if (one.apart !== null) say(`    another payment than the bank's row: ${one.apart}`);
    if (one.uncounted !== "0") say(`    ${decimal(one.uncounted)} of it are in no ledger`);
  }
  for (const { id, day, amount, bankRow } of ledger.tengeFound) {
    const where = bankRow === null ? `the return ${id}` : rowInWords(bankRow);
    const tenge = `${formatDecimal(BigInt(amount), "KZT")} KZT`;
    say(`  ${day} ${tenge} look like a repayment (${where}); nobody has written them down`);
  }
  if (ledger.debtors.length > 1)
    for (const one of ledger.debtors)
      say(`  ${one.name ?? one.key}: received ${decimal(one.received)}, paid ${decimal(one.paid)}`);
  for (const one of ledger.plan) say(`  to be paid until ${one.day}: ${decimal(one.amount)}`);
}

/** The bank's row that shows a payment, as a person finds it again. */
function rowInWords({ transferId, at, file, row }: BankRow): string {
  return `the bank's row ${row} of ${file ?? "a file"} (${new Date(at).toISOString()}, ${transferId})`;
}
