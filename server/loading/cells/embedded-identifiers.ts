import { hasValidIbanChecksum } from "../../identity/iban.ts";

/** What a cell with a name says beside the name. */
export interface NamedParty {
  readonly name: string;
  readonly account: string | null;
  readonly iin: string | null;
}

const HOLDS_NUMBER = /\d{12}|KZ\d{2}/i;
const LABELLED_IIN =
  /[\s,;(/]*(?:БИН\s*[/,]\s*ИИН|ИИН\s*[/,]\s*БИН|БСН\s*\/\s*ЖСН|ЖСН\s*\/\s*БСН|ИИН|БИН|ЖСН|БСН|IIN|BIN)\s*[:№#-]?\s*(\d{12})(?!\d)\)?/iu;
const LABELLED_ACCOUNT =
  /[\s,;(/]*(?:(?:ИИК|ЖСК|IBAN|сч[её]т|р\/с|шот)\s*[:№#-]?\s*)?(?<![A-Z0-9])(KZ\d{2}[A-Z0-9]{16})(?![A-Z0-9])\)?/iu;

/**
 * Banks put a party's numbers under its name: "ТОО Ромашка / ИИК: KZ… / БИН: 100140000003". The
 * labelled IIN or BIN and an account with right check digits are taken out; anything else stays part
 * of the name.
 */
export function partyInName(text: string): NamedParty {
  if (!HOLDS_NUMBER.test(text)) return { name: text, account: null, iin: null };
  const iin = LABELLED_IIN.exec(text);
  const withoutIin = iin === null ? text : text.replace(iin[0], " ");
  const found = LABELLED_ACCOUNT.exec(withoutIin);
  const number = found?.[1]?.toUpperCase() ?? null;
  const account = number !== null && hasValidIbanChecksum(number) ? number : null;
  const rest = account === null ? withoutIin : withoutIin.replace(found?.[0] ?? "", " ");
  const name = rest.replace(/\s+/g, " ").replace(/^[\s,;/]+|[\s,;/(]+$/g, "");
  return name === ""
    ? { name: text, account: null, iin: null }
    : { name, account, iin: iin?.[1] ?? null };
}
