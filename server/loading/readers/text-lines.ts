import { createReadStream } from "node:fs";
import iconv from "iconv-lite";
import type { InputFile, ReadOptions } from "../record/input-file.ts";
import { brokenFile } from "./broken-file.ts";
import { detectEncoding } from "./encoding.ts";

/** No line of a statement is longer; a file without line ends is something else. */
const LONGEST_LINE = 1_000_000;

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** The file's encoding, judged on its first piece that is not plain ASCII. */
export async function encodingOf(file: InputFile): Promise<string> {
  for await (const chunk of createReadStream(file.path, {
    highWaterMark: 64 * 1024,
  }) as AsyncIterable<Buffer>) {
    const encoding = detectEncoding(chunk);
    if (encoding !== null) return encoding;
  }
  return "utf-8";
}

/**
 * The file's lines in a known encoding, in batches; line ends of any kind, byte order mark removed.
 */
export async function* readLines(
  file: InputFile,
  encoding: string,
  options: ReadOptions,
): AsyncGenerator<readonly Line[]> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let rest = "";
  let number = 0;
  let read = 0;
  const stream = createReadStream(file.path, {
    highWaterMark: 256 * 1024,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const split = (text: string, last: boolean): Line[] => {
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = last ? "" : (lines.pop() ?? "");
    if (rest.length > LONGEST_LINE || lines.some((line) => line.length > LONGEST_LINE)) {
      throw brokenFile(
        file.name,
        "line-too-long",
        `line ${number + lines.length + 1} is longer than ${LONGEST_LINE} characters.`,
        "The file is not the statement it says it is: look at it, and ask the sender for it again.",
      );
    }
    return lines.map((line) => ({ number: ++number, text: line }));
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const lines = split(rest + decoder.write(chunk), false);
    if (lines.length > 0) yield lines;
    read += chunk.length;
    options.onBytes?.(read);
  }
  const lines = split(rest + (decoder.end() ?? ""), true);
  if (lines.at(-1)?.text === "") lines.pop();
  if (lines.length > 0) yield lines;
}
