import type { WrittenParty } from "../statement-items.ts";
import { type Element, find, findAll, firstOf, textAt } from "./element.ts";

export interface OwnAccount {
  readonly number: string;
  readonly currency: string;
  readonly party: WrittenParty;
}

/** The account a statement is about, with its owner and bank. */
export function ownAccount(statement: Element | undefined): OwnAccount {
  const account = find(statement, "Acct");
  const owner = find(account, "Ownr");
  const number = accountNumber(account);
  return {
    number,
    currency: textAt(account, "Ccy"),
    party: {
      account: number,
      name: firstOf(nameOf(owner), textAt(account, "Nm")),
      iin: iinOf(owner),
      bank: agentName(find(account, "Svcr")),
    },
  };
}

export function accountNumber(account: Element | undefined): string {
  const id = find(account, "Id");
  return firstOf(
    textAt(id, "IBAN"),
    textAt(id, "Othr", "Id"),
    textAt(id, "PrtryAcct", "Id"),
    textAt(id, "BBAN"),
  );
}

export type Role = "Dbtr" | "Cdtr";

/** Debtor or creditor of a transaction; the ultimate one stands in where only it is named. */
export function partyOf(transaction: Element | undefined, role: Role): WrittenParty {
  const parties = find(transaction, "RltdPties");
  const party = find(parties, role);
  const ultimate = find(parties, `Ultmt${role}`);
  return {
    account: accountNumber(find(parties, `${role}Acct`)),
    name: firstOf(nameOf(party), nameOf(ultimate), textAt(parties, `${role}Acct`, "Nm")),
    iin: firstOf(iinOf(party), iinOf(ultimate)),
    bank: agentName(find(transaction, "RltdAgts", `${role}Agt`)),
  };
}

export function isKnown(party: WrittenParty): boolean {
  return party.account !== "" || party.name !== "" || party.iin !== "";
}

/** Versions up to 07 hold the party itself, later ones a choice of party and agent. */
function nameOf(party: Element | undefined): string {
  return firstOf(textAt(party, "Nm"), textAt(party, "Pty", "Nm"), agentName(find(party, "Agt")));
}

/** An IIN or BIN among the identifications; others (a German creditor's id) are none. */
function iinOf(party: Element | undefined): string {
  const choices = [find(party, "Id"), find(party, "Pty", "Id")];
  for (const kind of ["PrvtId", "OrgId"]) {
    for (const choice of choices) {
      for (const other of findAll(find(choice, kind), "Othr")) {
        const id = textAt(other, "Id");
        if (/^\d{12}$/.test(id)) return id;
      }
    }
  }
  return "";
}

function agentName(agent: Element | undefined): string {
  const bank = find(agent, "FinInstnId");
  const fromParts = firstOf(textAt(bank, "BICFI"), textAt(bank, "BIC"), textAt(bank, "Nm"));
  return firstOf(fromParts, textAt(bank, "ClrSysMmbId", "MmbId"), textAt(bank, "CmbndId", "Nm"));
}
