import { createReadStream } from "node:fs";
import { constants, copyFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import type { CaseFile } from "../../contract/case-files.ts";
import { addFile, filesOfCase, fileWithPath, removeFile } from "../case-files/case-files.store.ts";
import { formatInstant } from "../time/instant.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";
import { WrongUse } from "./wrong-use.ts";

interface AttachFlags {
  readonly about: string;
  readonly claim?: string;
  readonly payment?: string;
}

/** `case files`, `case attach`, `case detach`, `case file`: files of a case. */
export function registerFiles(command: Command): void {
  withCommonOptions(
    command
      .command("files")
      .description("The files of a case with their SHA-256.")
      .argument("<case>", "number of the case"),
  ).action(
    action(async (context, id: string) => {
      const { files } = await withDatabase(context, (database) => filesOfCase(database, id));
      print(context.json, files);
    }),
  );
  withCommonOptions(
    command
      .command("attach")
      .description("Put a file into a case: a consent, a receipt, an answer on paper.")
      .argument("<case>", "number of the case")
      .argument("<path>", "the file")
      .requiredOption("--about <text>", "what it is, in a few words")
      .option("--claim <claim>", "the claim it belongs to")
      .option("--payment <payment>", "the payment it is the receipt of; needs --claim"),
  ).action(
    action(async (context, id: string, path: string, flags: AttachFlags) => {
      const wanted = { ...flags, name: basename(path) };
      const { files } = await withDatabase(
        context,
        (database) => addFile(database, id, wanted, createReadStream(path), now(), context.signal),
        { what: "addCaseFile", target: id },
      ).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ENOENT" || error.code === "EISDIR" ? noFile(path) : error;
      });
      print(context.json, files);
    }),
  );
  withCommonOptions(
    command
      .command("detach")
      .description("Take a file out of a case; its hash and the reason stay written down.")
      .argument("<case>", "number of the case")
      .argument("<file>", "number of the file")
      .requiredOption("--reason <text>", "why, in a sentence"),
  ).action(
    action(async (context, id: string, file: string, { reason }: { reason: string }) => {
      const at = { caseId: id, file };
      const { files } = await withDatabase(
        context,
        (database) => removeFile(database, at, reason, now()),
        { what: "removeCaseFile", target: `${id} ${file}` },
      );
      print(context.json, files);
    }),
  );
  withCommonOptions(
    command
      .command("file")
      .description("Write a file of a case out, compared with its SHA-256 first.")
      .argument("<case>", "number of the case")
      .argument("<file>", "number of the file")
      .requiredOption("--out <path>", "where to write it; nothing is written over"),
  ).action(
    action(async (context, id: string, file: string, { out }: { out: string }) => {
      const found = await withDatabase(
        context,
        (database) => fileWithPath(database, { caseId: id, file }),
        { what: "caseFile", target: `${id} ${file}` },
      );
      await copyFile(found.path, out, constants.COPYFILE_EXCL);
      if (context.json) return printJson({ ok: true, out, sha256: found.sha256 });
      tell(`${found.name}, sha256 ${found.sha256}, written to ${out}.`);
    }),
  );
}

const now = () => ({ by: "command line", at: Date.now() });

function print(json: boolean, files: readonly CaseFile[]): void {
  if (json) printJson({ ok: true, files: files.map(fileDocument) });
  else if (files.length === 0) tell("The case has no files.");
  else for (const one of files) process.stdout.write(`${fileLine(one)}\n`);
}

function fileDocument({ at, removed, ...file }: CaseFile) {
  return {
    ...file,
    at: formatInstant(at),
    removed: removed && { ...removed, at: formatInstant(removed.at) },
  };
}

function fileLine(file: CaseFile): string {
  const of = [file.claim, file.payment].filter((one) => one !== null).join(", ");
  const gone = file.removed === null ? "" : `  taken out: ${file.removed.reason}`;
  return `${file.id.padEnd(9)} ${file.sha256.slice(0, 16)}  ${file.name}: ${file.about}${of === "" ? "" : ` (${of})`}${gone}`;
}

function noFile(path: string): WrongUse {
  return new WrongUse({
    code: "no-such-file",
    message: `${path} is no file.`,
    remedy: "Give the path of the document.",
  });
}
