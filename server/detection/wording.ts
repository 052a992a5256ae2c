import { formatDecimal } from "../money/money.ts";

type Figures = Readonly<Record<string, string | number>>;

/** "4.2 M KZT" for a sentence; the exact amount travels beside it in the figures. */
export function shortMoney(
  amount: string | number | undefined,
  currency: string | number | undefined,
): string {
  const code = String(currency ?? "KZT");
  const value = Number(formatDecimal(BigInt(amount ?? 0), code));
  if (value >= 1e9) return `${(value / 1e9).toFixed(1)} bn ${code}`;
  if (value >= 1e6) return `${(value / 1e6).toFixed(1)} M ${code}`;
  if (value >= 1e4) return `${Math.round(value / 1e3)} k ${code}`;
  return `${Math.round(value)} ${code}`;
}

/** "38 min", "26 h", "9 days". */
export function shortTime(hours: string | number | undefined): string {
  const value = Number(hours ?? 0);
  if (value < 1) return `${Math.max(1, Math.round(value * 60))} min`;
  if (value < 72) return `${Math.round(value)} h`;
  return `${Math.round(value / 24)} days`;
}

const money = (figures: Figures) => shortMoney(figures.amount, figures.currency);

/** The English sentence of each reason; the web has the same in three languages. */
const REASONS: Readonly<Record<string, (figures: Figures) => string>> = {
  "burst-in": (f) =>
    `Received ${money(f)} from ${f.people} people who never dealt with it before, in ${shortTime(f.hours)}.`,
  "burst-out": (f) =>
    `Paid ${money(f)} to ${f.people} people it never dealt with before, in ${shortTime(f.hours)}.`,
  "burst-member": (f) =>
    `Took part with ${money(f)} in somebody's burst of strangers (${f.transfers} transfers).`,
  loops: (f) =>
    `Its strangers close ${f.loops} loops among ${f.accounts} accounts, ${money(f)} in all.`,
  cycle: (f) =>
    `Money came back to where it set out over ${f.accounts} accounts in ${shortTime(f.hours)}.`,
  chain: (f) =>
    `Money went from stranger to stranger over ${f.accounts} accounts in ${shortTime(f.hours)}.`,
  repeats: (f) =>
    `${f.transfers} transfers with ${f.pairs} partners repeat within three days and never again, ${money(f)}.`,
  "handed-on": (f) =>
    `Handed on ${f.percent} % of ${money(f)} from people it met in passing (${f.receipts} receipts), on ${f.times} occasions, half of them within ${shortTime(f.hours)}.`,
  "pass-through": (f) =>
    `${f.percent} % of ${money(f)} from ${f.receipts} receipts of strangers left again, half of them within ${shortTime(f.hours)}.`,
  "cash-out": (f) =>
    `${f.receipts} receipts of strangers (${money(f)}) left as cash or crypto within a day.`,
  night: (f) => `${f.transfers} of ${f.of} transfers between midnight and five.`,
  "below-limit": (f) => `${f.transfers} transfers just below a usual limit, ${money(f)} in all.`,
  "large-receipt": (f) =>
    `Received ${money(f)} at once from somebody it dealt with for a week at most.`,
  woken: (f) => `Silent for ${f.days} days, then ${f.transfers} transfers in a week (${money(f)}).`,
  young: (f) => `${f.days} days old when the first stranger paid.`,
  "shared-phone": (f) => `Its phone number serves ${f.accounts} more accounts of other people.`,
  "shared-device": (f) => `Its device serves ${f.accounts} more accounts of other people.`,
  "stolen-first": (f) =>
    `Received ${money(f)} that victims reported stolen (${f.reports} reports).`,
  "stolen-later": (f) =>
    `Received ${money(f)} in which reported stolen money was passed on (step ${f.hop}).`,
  listed: () => "Listed in the Anti-Fraud centre's base.",
  partner: (f) =>
    `Deals in conspicuous transfers with ${f.account}, which has ${Math.round(Number(f.points))} points itself.`,
};

const AGAINST: Readonly<Record<string, (figures: Figures) => string>> = {
  "known-partners": (f) =>
    `${f.percent} % of its money moved with partners it deals with again and again.`,
  "long-open": (f) => `The account has been open for ${f.years} years.`,
  "regular-income": (f) => `An organisation pays it regularly (${f.times} times).`,
  "daily-life": (f) => `It pays for daily life: ${f.transfers} card and shop payments.`,
  organisation: () => "It belongs to an organisation; business explains many partners.",
};

export function reasonSentence(code: string, figures: Figures): string {
  return REASONS[code]?.(figures) ?? code;
}

export function againstSentence(code: string, figures: Figures): string {
  return AGAINST[code]?.(figures) ?? code;
}

/** What innocent life could explain each reason: to be ruled out before anything else. */
export const INNOCENT: Readonly<Record<string, string>> = {
  "burst-in": "collection-or-sales",
  "burst-out": "payroll-or-refunds",
  "burst-member": "collection-or-sales",
  loops: "shared-circle",
  cycle: "debt-repaid",
  chain: "intermediary-favour",
  repeats: "paid-in-parts",
  "handed-on": "intermediary-favour",
  "pass-through": "living-hand-to-mouth",
  "cash-out": "prefers-cash",
  night: "night-work",
  "below-limit": "price-point",
  "large-receipt": "sold-something",
  woken: "seasonal-account",
  young: "new-customer",
  "shared-phone": "family",
  "shared-device": "family",
  "stolen-first": "seller-paid-by-thief",
  "stolen-later": "seller-paid-by-thief",
  listed: "listing-outdated",
  partner: "chance-acquaintance",
};
