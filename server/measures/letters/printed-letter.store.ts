import { isUnsent } from "../../../contract/measures.ts";
import { type PaperFormat, type PaperLanguage, paperKind } from "../../../contract/papers.ts";
import type { Queries } from "../../../graph-queries/runner.ts";
import type { FileAnswer } from "../../api/handlers.ts";
import { unknown } from "../../cases/unknown.ts";
import { asItWasSent, printedBlocks } from "../../evidence/papers/outgoing.ts";
import { paperFiles } from "../../evidence/papers/papers.ts";
import { PAPER_WORDS } from "../../evidence/texts/papers/papers.ts";
import { historyRow } from "../measure-rows.ts";
import { keptWords, letterNotSent, printedFile } from "./kept-letters.store.ts";
import { sendingOf } from "./letters-register.ts";

/** A letter of claims that was sent, as it left the office, with its number and day. */
export async function printedLetter(
  queries: Queries,
  id: string,
  wanted: { readonly language?: PaperLanguage | undefined; readonly format: PaperFormat },
): Promise<FileAnswer> {
  const [found] = await queries.read("measures/one", { id }, historyRow);
  const kind = paperKind.safeParse(found?.m.letter).data;
  if (found === undefined || kind === undefined || found.m.claim === null)
    throw unknown("letter", id, "Look it up among the letters again.");
  const { letter = null, languages, state, bank } = found.m;
  if (letter === null || isUnsent(found.m)) throw letterNotSent(id);
  const of = { id, state, languages: languages ?? [] };
  const { language, written } = await keptWords(queries, of, wanted.language);
  const { dated, ...said } = asItWasSent(written, letter, sendingOf(found.m), language);
  const { titles, fileNames } = PAPER_WORDS[language];
  const paper = { title: titles[kind], draft: null, blocks: printedBlocks(said) };
  const name = [fileNames[kind], bank].filter(Boolean).join("-");
  const formats = [wanted.format];
  return printedFile(
    id,
    wanted.format,
    await paperFiles(paper, name, { formats, language, dated }),
  );
}
