import PizZip from "pizzip";
import type { FileAnswer } from "../api/handlers.ts";
import { ENTRY_DATE } from "./entry-date.ts";

/** A file of an archive; its path has "/" between folders. */
export interface ArchivedFile {
  readonly path: string;
  readonly body: Buffer;
}

/** A ZIP of small files, as an answer. The same files give the same bytes. */
export function archiveOf(fileName: string, files: readonly ArchivedFile[]): FileAnswer {
  const zip = new PizZip();
  for (const { path, body } of files)
    zip.file(path, body, { date: ENTRY_DATE, createFolders: false });
  return { fileName, media: "application/zip", body: zip.generate({ type: "nodebuffer" }) };
}
