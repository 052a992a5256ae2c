import { guardedXml } from "../../../xml/guarded.ts";
import { createIdentifiers } from "../../cells/identifiers.ts";
import type { InputFile, ItemReader, ReadOptions } from "../../record/input-file.ts";
import type { LoadItem } from "../../record/load-item.ts";
import { brokenFile } from "../broken-file.ts";
import { fileBytes } from "../file-bytes.ts";
import { messageCollector } from "./camt-message.ts";

/**
 * ISO 20022 cash management: camt.052 (report), 053 (statement), 054 (notification), all versions.
 */
export const camtReader: ItemReader = { format: "camt", recognises, items };

const ROOTS = /camt\.05[234]\.|<(?:[\w.-]+:)?BkToCstmr(?:AcctRpt|Stmt|DbtCdtNtfctn)/;

function recognises(head: Buffer): boolean {
  const bytes = head.subarray(0, 16_384);
  const wide = bytes.includes(0)
    ? bytes.toString("latin1").replaceAll("\0", "")
    : bytes.toString("latin1");
  return (
    /^\s*(?:\ufeff|\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(wide) &&
    ROOTS.test(wide)
  );
}

async function* items(file: InputFile, options: ReadOptions): AsyncGenerator<readonly LoadItem[]> {
  let batch: LoadItem[] = [];
  const collector = messageCollector(file.name, createIdentifiers(false), (taken) =>
    batch.push(...taken),
  );
  const xml = guardedXml(
    file.name,
    collector.events(() => xml),
  );
  for await (const chunk of fileBytes(file, options)) {
    xml.write(chunk);
    if (batch.length >= 1_000) {
      yield batch;
      batch = [];
    }
  }
  xml.end();
  if (!collector.seen()) {
    const remedy = "Load bank statements, reports or notifications (camt.052, 053, 054).";
    throw brokenFile(file.name, "camt-nothing", "there is no statement in the XML.", remedy);
  }
  if (batch.length > 0) yield batch;
}
