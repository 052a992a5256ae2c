import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { useCases, useClaims } from "../../data/cases.ts";
import { useMeasures } from "../../data/measures.ts";
import { useLanguage } from "../../i18n/use-language.ts";

/** One thing that a field of the register may name: its id, and what a person knows it by. */
interface Choice {
  readonly value: string;
  readonly label: string;
}
type ChoiceField = "case" | "claim" | "account" | "block";

/** What is named in the fields so far. */
interface Named {
  readonly case: string;
  readonly claim: string;
}

/**
 * Things that the fields may name: open cases; claims and accounts of the chosen case, or of the
 * chosen claim; blocks of the register. Nobody has to know an id.
 */
export function useChoices(named: Named): Readonly<Record<ChoiceField, readonly Choice[]>> {
  const language = useLanguage();
  const all = useCases().data?.cases ?? [];
  const known = all.some(({ id }) => id === named.case);
  const claims = useClaims(named.case, known).data?.claims ?? [];
  const asked = claims.some(({ id }) => id === named.claim)
    ? claims.filter(({ id }) => id === named.claim)
    : claims;
  const blocks = useMeasures({ kind: "block" }).data?.pages.flatMap(({ rows }) => rows) ?? [];
  const money = (amount: string, currency: string) => formatMoney(amount, currency, language, true);
  const said = (parts: readonly (string | null | false | undefined)[]) =>
    parts.filter(Boolean).join(", ");
  const accounts = asked.flatMap(({ defendant }) =>
    defendant.accounts.map((value) => ({
      value,
      label: said([formatAccount(value), defendant.name]),
    })),
  );
  return {
    case: all.map(({ id, title }) => ({ value: id, label: title })),
    claim: claims.map(({ id, victim, defendant, amount, currency }) => ({
      value: id,
      label: said([`${victim.name ?? ""} → ${defendant.name ?? ""}`, money(amount, currency)]),
    })),
    account: once(accounts),
    block: blocks.map(({ id, day, amount, currency, persons, account }) => ({
      value: id,
      label: said([
        formatIsoDay(day, language),
        amount && money(amount, currency),
        persons[0]?.name,
        account && formatAccount(account),
      ]),
    })),
  };
}

function once(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((one) => [one.value, one])).values()];
}
