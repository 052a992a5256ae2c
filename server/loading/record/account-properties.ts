import { isUnnumberedHolder, unnumberedHolderKey } from "../../identity/holder-key.ts";
import { isBin } from "../../identity/iin.ts";
import { foldName } from "../../identity/names.ts";
import { type AccountFacts, type HolderFacts, holderFactsOf, WEIGHT } from "./account-facts.ts";
import { exitKindOf, isMasked } from "./account-key.ts";
import { byWeight, firstOf, type SourceFacts, writeSourceFacts } from "./source-facts.ts";

/** The shown properties of an account; null removes one. */
export function accountProperties(
  key: string,
  sources: readonly SourceFacts<AccountFacts>[],
): Record<string, unknown> {
  const ranked = byWeight(sources);
  const exit = exitKindOf(key);
  const openedAt = firstOf(ranked, "openedAt");
  const onlyCounterparty = ranked.every((one) => one.facts.weight === WEIGHT.counterparty);
  const extra: Record<string, string> = {};
  for (const one of [...ranked].reverse()) Object.assign(extra, one.facts.extra);
  return {
    number: key,
    bank: firstOf(ranked, "bank") ?? null,
    currency: firstOf(ranked, "currency") ?? null,
    openedAt: openedAt === undefined ? null : BigInt(openedAt),
    kind: exit ?? firstOf(ranked, "kind") ?? null,
    phone: firstOf(ranked, "phone") ?? null,
    deviceId: firstOf(ranked, "deviceId") ?? null,
    masked: isMasked(key) ? true : null,
    stub: exit === null && onlyCounterparty ? true : null,
    sourceRecords: writeSourceFacts(sources),
    ...Object.fromEntries(Object.entries(extra).map(([name, value]) => [`x_${name}`, value])),
  };
}

/**
 * Key of the holder of an account: IIN or BIN, else the account itself where at least a name is
 * known.
 */
export function holderKeyOf(
  key: string,
  sources: readonly SourceFacts<AccountFacts>[],
): string | null {
  if (exitKindOf(key) !== null) return null;
  const ranked = byWeight(sources);
  const iin = firstOf(ranked, "iin");
  if (iin !== undefined) return iin;
  return firstOf(ranked, "name") === undefined ? null : unnumberedHolderKey(key);
}

/** The shown properties of a holder; null removes one. */
export function holderProperties(
  key: string,
  sources: readonly SourceFacts<HolderFacts>[],
): Record<string, unknown> {
  const ranked = byWeight(sources);
  const name = firstOf(ranked, "name");
  const number = isUnnumberedHolder(key) ? null : key;
  const kind =
    firstOf(ranked, "kind") ??
    (number === null ? "unknown" : isBin(number) ? "organisation" : "person");
  return {
    key,
    iin: number !== null && !isBin(number) ? number : null,
    bin: number !== null && isBin(number) ? number : null,
    name: name ?? null,
    nameKey: name === undefined ? null : foldName(name),
    kind,
    sourceRecords: writeSourceFacts(sources),
  };
}

/** The properties of the holder of one account that gives no IIN. */
export function unnumberedHolderProperties(
  key: string,
  sources: readonly SourceFacts<AccountFacts>[],
): Record<string, unknown> {
  return holderProperties(
    key,
    sources.map(({ sequence, facts }) => ({ sequence, facts: holderFactsOf(facts) })),
  );
}
