import type { Preview } from "../../../contract/loading.ts";
import { type DescribedUpload, describeUpload } from "../reading/describe-upload.ts";
import { previewFile } from "../reading/preview.ts";
import {
  needsOwnProcess,
  readItems as readItemsHere,
  recogniseFile as recogniseHere,
} from "../reading/read-file.ts";
import type { InputFile, ReadOptions, Recognised } from "../record/input-file.ts";
import type { LoadItem } from "../record/load-item.ts";
import { answersInTurn, batchesApart, COMPILED } from "./exchange.ts";
import type { Answers, PlainOptions, Question } from "./messages.ts";

/**
 * Reading for a server: in a process of its own with limits on memory and time, so that no file can
 * hold up or end the server. The process ends when the person leaves. Where `options.apart` is not
 * set (the command line) the same work is done here, within the readers' own limits. Only a format
 * that no limit of a reader can hold (PDF) is read apart there too.
 */

/** What the file is; see read-file.ts. */
export async function recogniseFile(file: InputFile, options: ReadOptions): Promise<Recognised> {
  return (await mayReadHere(file, options))
    ? recogniseHere(file, options)
    : answerApart({ kind: "recognise", file, options: plain(options) }, options.signal);
}

/** What an uploaded file is, archives looked into; see describe-upload.ts. */
export function describeApart(
  file: InputFile,
  unpackInto: string,
  options: ReadOptions,
): Promise<DescribedUpload> {
  return isApart(options)
    ? answerApart({ kind: "describe", file, unpackInto, options: plain(options) }, options.signal)
    : describeUpload(file, unpackInto, options);
}

/** The first rows as they would be understood; see preview.ts. */
export function previewApart(
  file: InputFile,
  options: ReadOptions,
  corrected: Readonly<Record<string, string>> | undefined,
): Promise<Preview> {
  return isApart(options)
    ? answerApart({ kind: "preview", file, corrected, options: plain(options) }, options.signal)
    : previewFile(file, options, corrected);
}

/** Everything the file holds, in batches; see read-file.ts. */
export async function* readItems(
  file: InputFile,
  options: ReadOptions,
): AsyncGenerator<readonly LoadItem[]> {
  yield* (await mayReadHere(file, options))
    ? readItemsHere(file, options)
    : itemsApart(file, options);
}

function isApart(options: ReadOptions): boolean {
  return COMPILED && options.apart === true;
}

async function mayReadHere(file: InputFile, options: ReadOptions): Promise<boolean> {
  return !COMPILED || (options.apart !== true && !(await needsOwnProcess(file)));
}

const answered = answersInTurn();

function answerApart<Kind extends keyof Answers>(
  question: Question & { readonly kind: Kind },
  signal: AbortSignal | undefined,
): Promise<Answers[Kind]> {
  return answered(question, signal) as Promise<Answers[Kind]>;
}

async function* itemsApart(
  file: InputFile,
  options: ReadOptions,
): AsyncGenerator<readonly LoadItem[]> {
  const question: Question = { kind: "items", file, options: plain(options) };
  for await (const { items, bytes } of batchesApart(question, options.signal)) {
    options.onBytes?.(bytes);
    yield items as readonly LoadItem[];
  }
}

/** Only what reading needs crosses: a load brings more in the same object. */
function plain({ kind, mapping, mappingsDir, scratch }: ReadOptions): PlainOptions {
  return {
    ...(kind && { kind }),
    ...(mapping && { mapping }),
    ...(mappingsDir && { mappingsDir }),
    ...(scratch && { scratch }),
  };
}
