import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { cleanText, cleanTexts } from "../../../contract/clean-text.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { WantedStatement } from "../../../contract/letters.ts";
import { UserError } from "../../errors/user-error.ts";
import { bankCodeOf } from "../../identity/iban.ts";
import type { AccountFact } from "../case-facts.ts";
import { ENTRY_DATE } from "../entry-date.ts";
import { type SentAs, stateOfLetter } from "../papers/outgoing.ts";
import { reopenDocument } from "../reopen/reopen.ts";
import { dayFigures, writtenDay } from "../words/dates.ts";
import { bankAddressed } from "./bank-legal-names.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { builtInTemplate } from "./template.ts";
import { translationNote } from "./translation-note.ts";

export interface Letter {
  readonly fileName: string;
  readonly body: Buffer;
}

/** A letter before it is written: the register says by its state whether it was sent already. */
export interface PreparedLetter {
  /** As accounts have it; null = not known. */
  readonly bank: string | null;
  /** The same in every language; without number and days. */
  readonly state: string;
  /** With the number and day of the letter that was sent; null = with a blank for them. */
  write(sent: SentAs | null): Letter;
}

export interface LetterOptions {
  readonly language: DocumentLanguage;
  /** Numbers of crime reports in the register. Our own title of a case leaves no office. */
  readonly registered: readonly string[];
  /** The last day for the answer, YYYY-MM-DD; a blank where it is left to the person who signs. */
  readonly due?: string | undefined;
  /** Name and address of the office that asks; a blank where nobody has written them down. */
  readonly sender?: string | undefined;
  /** An office's own DOCX with the tags of template.ts, with its path for errors. */
  readonly template?: { readonly path: string; readonly bytes: Buffer } | undefined;
}

const NO_NUMBER = "____________";

/**
 * One letter to each bank, in the order of the banks' codes: the days asked for, by account and
 * day. Exits (cash, shops, abroad) and accounts that `facts` does not contain are left out.
 * UserError "nothing-to-request" where no account is left.
 */
export function statementRequests(
  wanted: readonly WantedStatement[],
  facts: readonly AccountFact[],
  options: LetterOptions,
): PreparedLetter[] {
  const factOf = new Map(facts.map((fact) => [fact.number, cleanTexts(fact)]));
  const byBank = new Map<string, WantedStatement[]>();
  for (const one of wanted) {
    const fact = factOf.get(one.account);
    if (fact === undefined || fact.exitKind !== null) continue;
    const bank = bankCodeOf(one.account) ?? fact.bank ?? "";
    byBank.set(bank, [...(byBank.get(bank) ?? []), one]);
  }
  if (byBank.size === 0) {
    throw new UserError({
      code: "nothing-to-request",
      message: "None of these is an account of a bank in the data, so there is no bank to ask.",
      remedy: "Choose accounts; cash, shops and exchanges have no statement.",
    });
  }
  const words = LETTER_WORDS[options.language];
  const template = options.template ?? {
    path: "the built-in letter",
    bytes: builtInTemplate(words),
  };
  return [...byBank].sort(byKey).map(([bank, rows]) => {
    const accounts = rows.sort(byAccount).map(({ account, from, until }, at) => ({
      n: at + 1,
      account,
      holder: factOf.get(account)?.holder?.name ?? "",
      iin: factOf.get(account)?.holder?.iin ?? "",
      from: dayFigures(from),
      until: until === null ? words.today : dayFigures(until),
    }));
    const name = bank === "" ? words.unknownBank : bankAddressed(bank, options.language);
    const said = {
      sender: cleanText(options.sender ?? words.sender),
      bank: name,
      case: cleanText(options.registered.join(", ")),
      due: options.due === undefined ? words.due : writtenDay(options.due),
      accounts,
    };
    const of = { kind: "statement-request" as const, claim: null, addressee: null };
    const asks = accounts.map((one, at) => ({ ...one, until: rows[at]?.until ?? null }));
    const state = stateOfLetter({ ...of, bank }, [said.case, options.due ?? null, asks]);
    const code = bank === "" ? "000" : bank.replace(/[^\p{L}\d]+/gu, "-");
    const fileName = `${words.fileName}-${code}.docx`;
    const write = (sent: SentAs | null) => {
      const numbered =
        sent === null
          ? words.numbered
          : [
              words.sentAs(sent.number ?? NO_NUMBER, writtenDay(sent.day)),
              translationNote(sent, options.language),
            ]
              .filter((one) => one !== null)
              .join(". ");
      const due = sent?.due == null ? said.due : writtenDay(sent.due);
      const body = filled(template, { ...said, due, numbered });
      reopenDocument(fileName, body);
      return { fileName, body };
    };
    return { bank: bank === "" ? null : bank, state, write };
  });
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

function byAccount(left: WantedStatement, right: WantedStatement): number {
  return left.account === right.account
    ? left.from - right.from
    : left.account < right.account
      ? -1
      : 1;
}

/** One error names every fault of a template, by the tag it concerns. */
function filled(
  { path, bytes }: { path: string; bytes: Buffer },
  data: Readonly<Record<string, unknown>>,
): Buffer {
  const unknown = new Set<string>();
  const nullGetter = ({ value = "" }: { value?: string }) => {
    unknown.add(`{${value}}`);
    return "";
  };
  try {
    const document = new Docxtemplater(new PizZip(bytes), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter,
    });
    document.render(data);
    if (unknown.size > 0) throw new Error(`there is nothing to put at ${[...unknown].join(", ")}.`);
    const zip = document.getZip();
    for (const entry of Object.values(zip.files)) (entry as { date: Date }).date = ENTRY_DATE;
    return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
  } catch (error) {
    const faults = (
      error as { properties?: { errors?: { properties?: { explanation?: string } }[] } }
    ).properties?.errors;
    const explanation =
      faults?.map((fault) => fault.properties?.explanation ?? "").join(" ") ??
      (error as Error).message;
    throw new UserError({
      code: "template-faulty",
      message: `The template ${path} cannot be filled in: ${explanation}`,
      remedy: "Correct the tags named, or remove the template to use the built-in letter.",
      status: 409,
      cause: error,
    });
  }
}

/**
 * `<data folder>/templates/statement-request.<language>.docx`: the office's own letter; undefined
 * where there is none.
 */
export async function officeTemplate(
  dataDir: string,
  language: DocumentLanguage,
): Promise<LetterOptions["template"]> {
  const path = join(dataDir, "templates", `statement-request.${language}.docx`);
  try {
    return { path, bytes: await readFile(path) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
