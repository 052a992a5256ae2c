import { z } from "zod";
import { type ApprovalChange, approvalField, approvalPart } from "../../contract/claims.ts";
import { rateOf } from "../../contract/rates.ts";

const frozen = z.record(z.string(), z.unknown());
/** Parts of an approval (approval.ts) under the names the page has for them. */
const PARTS: Readonly<Record<string, ApprovalChange["part"]>> = {
  method: "claim",
  currency: "claim",
  why_not_self: "why-not-self",
  fee_basis: "fee",
  court_kk: "court",
  consent_kk: "consent",
  why_not_self_kk: "why-not-self",
  circumstances_kk: "circumstances",
  fee_basis_kk: "fee",
  rate_source_kk: "rate",
  co_defendants: "joint",
};

/** Fields of a party under the names the page has for them. */
const FIELDS: Readonly<Record<string, ApprovalChange["field"]>> = {
  birth_date: "birthDate",
  address_kk: "address",
  representative_kk: "representative",
};

/**
 * The parts in which what would be approved today differs from what was approved, with both texts
 * where they are words. An approval of an older version says nothing of the dossier, so that is not
 * compared.
 */
export function approvalChanges(approved: string, today: string): ApprovalChange[] {
  const { dossier: then, ...before } = frozen.parse(JSON.parse(approved));
  const { dossier: now, ...after } = frozen.parse(JSON.parse(today));
  return [
    ...changesIn(before, after),
    ...(then === undefined ? [] : changesIn(frozen.parse(then), frozen.parse(now ?? {}))),
  ];
}

/** The parts of the dossier that decide how much is asked, and whether the state fee is paid. */
export type PricePart = "penalty" | "rate" | "fee";

/**
 * The parts in which a demand or a filing of today would ask for other money than was approved. The
 * rates of a penalty are known only while something is `owed`.
 */
export function priceChanges(
  approved: string | undefined,
  today: string,
  owed: boolean,
): PricePart[] {
  if (approved === undefined) return [];
  const { dossier: then } = frozen.parse(JSON.parse(approved));
  const { dossier: now } = frozen.parse(JSON.parse(today));
  if (then === undefined) return [];
  const [before, after] = [frozen.parse(then), frozen.parse(now ?? {})];
  return (["penalty", "rate", "fee"] as const).filter((part) => {
    const [was, is] = [before[part] ?? null, after[part] ?? null];
    if (part === "rate") return !same(rateIn(was), rateIn(is));
    return part === "penalty" && !owed ? !same(termsIn(was), termsIn(is)) : !same(was, is);
  });
}

/** Millionths of "523.45, 2026-03-05, National Bank": another source is no other money. */
function rateIn(value: unknown): string | null {
  const [rate = ""] = typeof value === "string" ? value.split(", ") : [];
  return rateOf(rate)?.toString() ?? null;
}

/** The days of "2026-03-10 – 2026-05-31: 18 % (2026-01-26)", without the rates. */
function termsIn(value: unknown): string | null {
  return typeof value === "string" ? (value.split(": ")[0] ?? null) : null;
}

function changesIn(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): ApprovalChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    if (same(was, is)) return [];
    const known = approvalPart.safeParse(PARTS[name] ?? name);
    const part = known.success ? known.data : "claim";
    const inside = [was, is].map((value) => frozen.safeParse(value));
    const [old, fresh] = inside;
    if (!old?.success || !fresh?.success || Array.isArray(was)) return { part, ...words(was, is) };
    return Object.keys({ ...old.data, ...fresh.data }).flatMap((name) => {
      const [was, is] = [old.data[name] ?? null, fresh.data[name] ?? null];
      const field = approvalField.safeParse(FIELDS[name] ?? name);
      if (same(was, is)) return [];
      return { part, ...(field.success && { field: field.data }), ...words(was, is) };
    });
  });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Lists and steps are too long to be shown beside each other. */
function words(was: unknown, is: unknown): Pick<ApprovalChange, "was" | "is"> {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return { was: text(was), is: text(is) };
}
