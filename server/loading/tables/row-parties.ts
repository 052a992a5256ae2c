import type { ExitKind } from "../../columns/columns.ts";
import { looksLikeKzIban } from "../../identity/iban.ts";
import { withoutInvisible } from "../../identity/invisible.ts";
import { normalisePhone } from "../../identity/phone.ts";
import { partyInName } from "../cells/embedded-identifiers.ts";
import { type Identifiers, isForeignAccount, saysNothing } from "../cells/identifiers.ts";
import { cellOf } from "../cells/refused-cell.ts";
import type { RawRow } from "../record/input-file.ts";
import type { Side, Warning } from "../record/load-item.ts";
import { nameOf, type OwnSide, type TablePlan } from "./table-plan.ts";

export type PartyReader = (row: RawRow, warnings: Warning[]) => Side;

const NOBODY: Side = {
  account: null,
  exit: null,
  name: null,
  iin: null,
  holderKind: "unknown",
  bank: null,
  phone: null,
};

/** Reads the columns of one party: from, to, own or other. */
export function partyReader(plan: TablePlan, role: "from" | "to" | "own" | "other"): PartyReader {
  const [account, name, iin, bank, phone] = ["account", "name", "iin", "bank", "phone"].map(
    (field) => plan.column(`${role}_${field}`),
  ) as [number, number, number, number, number];
  if (Math.max(account, name, iin, bank, phone) === -1) return () => NOBODY;
  const { identifiers } = plan;
  return (row, warnings) => {
    const accountText = cellOf(row, account);
    const iinText = cellOf(row, iin);
    const bankText = cellOf(row, bank);
    const phoneText = cellOf(row, phone);
    const facts = accountText === "" ? null : identifiers.account(accountText);
    const holder = iinText === "" ? null : identifiers.iin(iinText);
    if (facts !== null) warnAll(warnings, facts.warnings, plan, `${role}_account`, accountText);
    if (holder !== null) warnAll(warnings, holder.warnings, plan, `${role}_iin`, iinText);
    const nameCell = cellOf(row, name);
    const nameText = withoutInvisible(nameCell);
    if (nameText !== nameCell)
      warnAll(warnings, ["invisible-letters"], plan, `${role}_name`, nameCell);
    const side = {
      account: facts?.number ?? null,
      exit: null,
      name:
        nameText === "" || isDash(nameText) || saysNothing(nameText)
          ? null
          : identifiers.name(nameText),
      iin: holder?.iin ?? null,
      holderKind: holder?.holderKind ?? "unknown",
      bank:
        facts?.bank ?? (bankText === "" || isDash(bankText) ? null : identifiers.bank(bankText)),
      phone: facts?.phone ?? (phoneText === "" ? null : (normalisePhone(phoneText) ?? phoneText)),
    };
    return plan.canonical ? side : withNumbersInName(side, identifiers);
  };
}

/** Numbers that stand in the name's own cell; a column that says another number keeps its word. */
function withNumbersInName(side: Side, identifiers: Identifiers): Side {
  if (side.name === null) return side;
  const { name, account, iin } = partyInName(side.name);
  if ((account === null && iin === null) || differs(side.account, account)) return side;
  if (differs(side.iin, iin)) return side;
  const facts = account === null ? null : identifiers.account(account);
  const holder = iin === null ? null : identifiers.iin(iin);
  return completed(
    { ...side, name },
    {
      ...NOBODY,
      account: facts?.number ?? null,
      bank: facts?.bank ?? null,
      iin: holder?.iin ?? null,
      holderKind: holder?.holderKind ?? "unknown",
    },
  );
}

function differs(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left !== right;
}

/** The side with what another column says of it where it says nothing itself. */
export function completed(side: Side, more: Side): Side {
  return {
    ...side,
    account: side.account ?? more.account,
    name: side.name ?? more.name,
    iin: side.iin ?? more.iin,
    holderKind: side.iin === null && more.iin !== null ? more.holderKind : side.holderKind,
    bank: side.bank ?? more.bank,
    phone: side.phone ?? more.phone,
  };
}

function warnAll(
  warnings: Warning[],
  codes: readonly string[],
  plan: TablePlan,
  meaning: string,
  value: string,
): void {
  for (const code of codes) warnings.push({ code, column: nameOf(plan, meaning), value });
}

function isDash(text: string): boolean {
  return text.length <= 3 && /^[-–—.*]+$/.test(text);
}

/** The statement's own side: what the row's columns say, the rest from the heading. */
export function ownParty(party: Side, own: OwnSide | null): Side {
  if (own === null || (party.account !== null && party.account !== own.account)) return party;
  return {
    ...party,
    account: own.account,
    name: party.name ?? own.name,
    iin: party.iin ?? own.iin,
    holderKind: party.iin === null ? own.holderKind : party.holderKind,
    bank: party.bank ?? own.bank,
  };
}

/** Nothing at all is known of this side. */
export function isNobody(side: Side): boolean {
  return (
    side.account === null &&
    side.exit === null &&
    side.name === null &&
    side.iin === null &&
    side.phone === null
  );
}

/**
 * A side as it goes into the graph. It is abroad where a foreign number stands opposite a Kazakh
 * IBAN, and an exit of the stated kind where it has no number. Exits are one a bank and kind, and
 * the bank is the one the money leaves from, which every source of the row knows.
 */
export function withExit(side: Side, other: Side, exit: ExitKind | null): Side {
  const { account } = side;
  if (account?.startsWith("KZ")) return side;
  if (account === null)
    return exit === null ? side : { ...side, exit, bank: other.bank ?? side.bank };
  const isOtherAtHome = other.account !== null && looksLikeKzIban(other.account);
  if (!isOtherAtHome || !isForeignAccount(account)) return side;
  return { ...side, exit: "foreign", bank: other.bank ?? side.bank };
}
