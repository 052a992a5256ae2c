import { hasValidIbanChecksum } from "../../../identity/iban.ts";

/** What a field :86: says of the other side and the purpose; "" where it does not. */
export interface Details {
  readonly operation: string;
  readonly purpose: string;
  readonly name: string;
  readonly account: string;
  readonly bank: string;
  readonly iin: string;
  readonly extra: Readonly<Record<string, string>>;
}

/**
 * Field :86: is free by the standard; three habits are common: numbered parts, code words between
 * slashes, plain text.
 */
export function readDetails(lines: readonly string[], ownAccount: string): Details {
  const joined = lines.join("");
  const separator = /^\s*(?:\d{3})?\s?([?>~^<|@])\d\d/.exec(joined)?.[1];
  if (separator !== undefined) return numbered(joined, separator);
  if (CODE_WORD_FIRST.test(joined)) return codeWords(joined);
  return plain(lines, ownAccount);
}

const PURPOSE_PARTS = [
  "20",
  "21",
  "22",
  "23",
  "24",
  "25",
  "26",
  "27",
  "28",
  "29",
  "60",
  "61",
  "62",
  "63",
];
const KNOWN_PARTS = new Set(["00", "10", ...PURPOSE_PARTS, "30", "31", "32", "33", "38"]);
const PART_WIDTH = 27;

/** "166?00text?20purpose?21…?30bank?31account?32name?33…", with ? or another sign between. */
function numbered(text: string, separator: string): Details {
  const pieces = text.split(new RegExp(`[${separator === "^" ? "\\^" : separator}](?=\\d\\d)`));
  const code = pieces[0]?.trim() ?? "";
  const parts = new Map<string, string>();
  for (const piece of pieces.slice(1)) {
    const number = piece.slice(0, 2);
    const earlier = parts.get(number);
    parts.set(number, earlier === undefined ? piece.slice(2) : `${earlier}${piece.slice(2)}`);
  }
  const part = (number: string) => parts.get(number)?.trim() ?? "";
  const { purpose, tagged } = sepaPurpose(
    joinParts(PURPOSE_PARTS.flatMap((number) => parts.get(number) ?? [])),
  );
  const extra: Record<string, string> = { ...tagged };
  if (code !== "") extra.transactionCode = code;
  if (part("10") !== "") extra.primaNota = part("10");
  for (const [number, value] of parts) {
    if (!KNOWN_PARTS.has(number) && value.trim() !== "") extra[`detail${number}`] = value.trim();
  }
  return {
    operation: part("00"),
    purpose,
    name: joinParts(["32", "33"].flatMap((number) => parts.get(number) ?? [])),
    account: part("31") || part("38") || (tagged.IBAN ?? ""),
    bank: part("30") || (tagged.BIC ?? ""),
    iin: iinIn(purpose),
    extra,
  };
}

/** A full part runs on in the next; a shorter one was ended by a space or on purpose. */
function joinParts(parts: readonly string[]): string {
  let text = "";
  parts.forEach((piece, index) => {
    const runsOn = index === 0 || (parts[index - 1]?.length ?? 0) >= PART_WIDTH;
    text = runsOn ? text + piece : `${text.trimEnd()} ${piece.trimStart()}`;
  });
  return text.trim();
}

/** German banks tag the parts of a SEPA purpose: EREF+, KREF+, MREF+, CRED+, SVWZ+ … */
function sepaPurpose(text: string): { purpose: string; tagged: Record<string, string> } {
  const tagged: Record<string, string> = {};
  const pieces = text.split(
    /(?:^|\s*)\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\+/,
  );
  if (pieces.length === 1) return { purpose: text, tagged };
  for (let index = 1; index < pieces.length; index += 2) {
    const value = pieces[index + 1]?.trim() ?? "";
    if (value !== "") tagged[pieces[index] ?? ""] = value;
  }
  const { SVWZ, ...rest } = tagged;
  return { purpose: [pieces[0]?.trim(), SVWZ].filter((piece) => piece).join(" "), tagged: rest };
}

const WORDS =
  "TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|ORDP|BENM|ADDR|ACCW|ISDT|CNTP|PURP|ULTD|ULTC|RTRN|PREF|NRTX|SVCL|KREF|IIN|BIN|KNP";
const CODE_WORD_FIRST = new RegExp(`^\\s*/(?:${WORDS})/`);

/**
 * "/TRTP/…/IBAN/…/BIC/…/NAME/…/REMI/…/EREF/…"; /CNTP/account/bic/name/city/ gathers the other side.
 */
function codeWords(text: string): Details {
  const pieces = text.split(new RegExp(`/(${WORDS})/`));
  const words = new Map<string, string>();
  for (let index = 1; index < pieces.length; index += 2) {
    const word = pieces[index] ?? "";
    const value = (pieces[index + 1] ?? "").trim();
    const earlier = words.get(word);
    words.set(word, earlier ? `${earlier} ${value}`.trim() : value);
  }
  const word = (name: string) => (words.get(name) ?? "").replace(/\/+$/, "").trim();
  const [account = "", bic = "", name = ""] = word("CNTP").split("/");
  const extra: Record<string, string> = {};
  for (const used of [
    "EREF",
    "MARF",
    "CSID",
    "KREF",
    "PREF",
    "RTRN",
    "ISDT",
    "ADDR",
    "ULTD",
    "ULTC",
  ]) {
    if (word(used) !== "") extra[used] = word(used);
  }
  return {
    operation: word("TRTP") || word("TRCD"),
    purpose: word("REMI")
      .replace(/^(?:USTD|STRD)\/\//, "")
      .replace(/^\/+/, ""),
    name: word("NAME") || word("ORDP") || word("BENM") || name,
    account: word("IBAN") || word("ACCW") || account,
    bank: word("BIC") || bic,
    iin: word("IIN") || word("BIN"),
    extra,
  };
}

/** Plain text: lines of full width run on. An account is taken only if it can be nothing else. */
function plain(lines: readonly string[], ownAccount: string): Details {
  const purpose = joinLines(lines);
  const ibans = new Set(
    (purpose.toUpperCase().match(/\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g) ?? []).filter(
      hasValidIbanChecksum,
    ),
  );
  ibans.delete(ownAccount);
  const account = ibans.size === 1 ? ([...ibans][0] ?? "") : "";
  return { operation: "", purpose, name: "", account, bank: "", iin: iinIn(purpose), extra: {} };
}

const FULL_LINE = 60;

function joinLines(lines: readonly string[]): string {
  let text = "";
  let full = true;
  for (const line of lines) {
    if (line.trim() === "") continue;
    text += full ? line : ` ${line.trimStart()}`;
    full = line.length >= FULL_LINE && !/\s$/.test(line);
    text = full ? text : text.trimEnd();
  }
  return text.trim();
}

/** An IIN or BIN named as such, if the text names just one. */
function iinIn(text: string): string {
  const found = new Set(
    [...text.matchAll(/(?:ИИН|БИН|ЖСН|БСН|IIN|BIN)\D{0,3}(\d{12})(?!\d)/gi)].map(
      (match) => match[1] ?? "",
    ),
  );
  return found.size === 1 ? ([...found][0] ?? "") : "";
}
