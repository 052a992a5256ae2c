import type { InputFile, ItemReader, ReadOptions } from "../../record/input-file.ts";
import type { LoadItem } from "../../record/load-item.ts";
import { ASK_AGAIN, brokenFile } from "../broken-file.ts";
import { encodingOf } from "../text-lines.ts";
import { readFields } from "./fields.ts";
import { messageReader } from "./mt940-message.ts";

/**
 * SWIFT MT940 (customer statement) and MT942 (interim report), with or without the network's
 * envelope.
 */
export const mt940Reader: ItemReader = { format: "mt940", recognises, items };

function recognises(head: Buffer): boolean {
  const text = head.toString("latin1");
  if (/(?:^|\n|\{4:)\s*:20:/.test(text)) return /(?:^|\n)\s*:(?:25|28C?|60[FM]|61|34F):/.test(text);
  return /^\s*(?::60[FM]:[CD]\d{6}[A-Z]{3}|:25:|:61:\d{6})/.test(text);
}

async function* items(file: InputFile, options: ReadOptions): AsyncGenerator<readonly LoadItem[]> {
  const encoding = await encodingOf(file);
  if (encoding.startsWith("utf-16")) throw notOneText(file);
  await mustBeWhole(file, encoding, options);
  const reader = messageReader();
  for await (const fields of readFields(file, encoding, options)) {
    const batch = fields.flatMap((field) => reader.take(field));
    if (batch.length > 0) yield batch;
  }
  const left = reader.end();
  if (left.length > 0) yield left;
}

/**
 * Fields of one byte a letter in a file whose first bytes promise two: read as it promises, every
 * field would be overlooked.
 */
function notOneText(file: InputFile) {
  const what =
    "its fields are written one byte a letter, its first bytes say two: it was changed on the way.";
  return brokenFile(file.name, "mt940-mixed-encodings", what, ASK_AGAIN);
}

/**
 * The last statement must have its closing balance, else the file was cut off and operations may be
 * missing.
 */
async function mustBeWhole(file: InputFile, encoding: string, options: ReadOptions): Promise<void> {
  let open = false;
  const signal = options.signal ? { signal: options.signal } : {};
  for await (const fields of readFields(file, encoding, signal)) {
    for (const { tag } of fields) {
      if (/^60[FM]?$/.test(tag)) open = true;
      else if (/^62[FM]?$/.test(tag)) open = false;
    }
  }
  if (open) {
    throw brokenFile(
      file.name,
      "mt940-cut-off",
      "its last statement has no closing balance (:62F:): the file was cut off.",
      "Ask the bank for the file again.",
    );
  }
}
