import { hasValidIbanChecksum } from "../../../identity/iban.ts";
import { foldName } from "../../../identity/names.ts";
import { normalisePhone } from "../../../identity/phone.ts";
import type { WrittenParty } from "../statement-items.ts";

/** The other side as far as a row's details tell. */
export interface PrintedParty extends WrittenParty {
  readonly phone: string | null;
}

const ACCOUNT = /(?<![A-Z0-9])KZ\d{2}[A-Z0-9]{16}(?![A-Z0-9])/g;
const PHONE = /\+?[78][\s(-]*7\d{2}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/;
const LABEL = String.raw`(?:ФИО\s*[\\/]\s*Наименование|Наименование|ФИО|Т\.?А\.?Ә\.?\s*[\\/]\s*Атауы|ИИН\s*[\\/]\s*БИН|БИН\s*[\\/]\s*ИИН|ЖСН\s*[\\/]\s*БСН|IIN\s*[\\/]\s*BIN|ИИН|БИН|ЖСН|БСН|Банк(?:і)?|Bank|Сч[её]т-корреспондент|Корреспондент-шот|Correspondent account|Сч[её]т|Шот|Плательщик|Төлеуші|Payer|Получатель|Алушы|Receiver|Recipient|Beneficiary|Отправитель|Жіберуші|Sender|Назначение(?: платежа)?|Төлем мақсаты|Purpose|КНП|КБе|Референс|Reference|Код авторизации|Full name|Name)`;
const LABELLED = new RegExp(String.raw`(${LABEL})\s*:\s*(.*?)(?=\s*[;,]?\s*${LABEL}\s*:|$)`, "giu");

const NAME_LABELS = /^(?:фио|наименование|т а а|аты|full name|name)/u;
const IIN_LABELS = /^(?:иин|бин|жсн|бсн|iin|bin)/u;
const BANK_LABELS = /^(?:банк|bank)/u;
const PAYER_LABELS = /^(?:плательщик|толеуши|payer|отправитель|жиберуши|sender)/u;
const PAYEE_LABELS = /^(?:получатель|алушы|receiver|recipient|beneficiary)/u;
const PARTY_LABELS =
  /фио|наименование|атауы|банк|bank|иин|бин|жсн|iin|коррес|плательщик|толеуши|payer|отправитель|жиберуши|sender|получатель|алушы|receiver|recipient|beneficiary|name/u;

/** "по номеру счета ТОО Ромашка": the name follows the words. */
const BEFORE_NAME =
  /^(?:по номеру сч[её]та|шот нөмірі бойынша|by account number|на сч[её]т|от|from|кому)\s+(?=\p{Lu})/iu;
/** The bank says that money came from elsewhere and not from whom. */
const NOBODY =
  /^(?:(?:со? счета|с карты) другого банка|баска банктин (?:шотынан|картасынан)|from (?:an )?(?:other|another) bank(?: s)? (?:account|card)|from (?:an )?(?:account|card) (?:of|in|with|at) (?:an ?)?other bank|перевод на другую карту|поступление перевода|перевод с карты на карту|другой банк)$/u;

const NOTHING: PrintedParty = {
  account: "",
  name: "",
  iin: "",
  bank: "",
  phone: null,
};

/**
 * Who is on the other side. Most forms hide it: a first name and an initial, four digits of a card.
 * What is hidden stays a name; it is never taken for the number of an account.
 */
export function partyOf(
  details: string,
  direction: "in" | "out",
  own: string | null,
): PrintedParty {
  const text = details.trim();
  if (text === "" || NOBODY.test(foldName(text))) return NOTHING;
  const account =
    (text.match(ACCOUNT) ?? []).find((found) => found !== own && hasValidIbanChecksum(found)) ?? "";
  const phone = PHONE.exec(text)?.[0];
  const normal = phone === undefined ? null : normalisePhone(phone);
  const labelled = labelledParty(text, direction);
  if (labelled !== null) return { ...labelled, account, phone: normal };
  const name = nameIn(text, account, normal === null ? "" : (phone ?? ""));
  return { account, name, iin: "", bank: "", phone: normal };
}

/** Parts of the details with a label before them; null where none names a party. */
function labelledParty(text: string, direction: "in" | "out"): PrintedParty | null {
  const parts = [...text.matchAll(LABELLED)].map(
    ([, label = "", value = ""]) => [foldName(label), value.replace(/[;,\s]+$/, "")] as const,
  );
  if (!parts.some(([label]) => PARTY_LABELS.test(label))) return null;
  const value = (labels: RegExp) => parts.find(([label]) => labels.test(label))?.[1] ?? "";
  const party = value(direction === "in" ? PAYER_LABELS : PAYEE_LABELS);
  const iin = /\d{12}/.exec(value(IIN_LABELS))?.[0] ?? "";
  const name = withoutAccount(value(NAME_LABELS) || party);
  return { ...NOTHING, name, iin, bank: value(BANK_LABELS) };
}

function nameIn(text: string, account: string, phone: string): string {
  const bare = [account, phone]
    .filter((part) => part !== "")
    .reduce((rest, part) => rest.replace(part, " "), text);
  // "Ахметов Асхат Серикович . Безвозмездный перевод"
  const [before = ""] = bare.split(/\s+\.\s+/);
  const name = before.replace(BEFORE_NAME, "").replace(/\s+/g, " ").trim();
  return /[\p{L}*]/u.test(name) ? name : "";
}

function withoutAccount(text: string): string {
  return text.replace(ACCOUNT, " ").replace(/\s+/g, " ").trim();
}
