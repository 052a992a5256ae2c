import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import type { FileAnswer } from "../api/handlers.ts";

export function isFileAnswer(answer: unknown): answer is FileAnswer {
  if (typeof answer !== "object" || answer === null) return false;
  const { fileName, media, body } = answer as Partial<FileAnswer>;
  if (typeof fileName !== "string" || typeof media !== "string") return false;
  return typeof body === "string" || Buffer.isBuffer(body) || body instanceof Readable;
}

/**
 * Sends a file to be saved; a stream that fails half-way breaks the connection, so that nobody
 * takes half for whole.
 */
export async function sendFile(response: Response, file: FileAnswer): Promise<void> {
  response.status(200).set({
    "Content-Type": file.media,
    "Content-Disposition": attachment(file.fileName),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  if (file.body instanceof Readable) await pipeline(file.body, response);
  else response.end(file.body);
}

export function discardFile(answer: unknown): void {
  if (isFileAnswer(answer) && answer.body instanceof Readable) answer.body.destroy();
}

/** RFC 6266 with the extended form of RFC 5987 for names outside ASCII. */
export function attachment(name: string): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach a header
    .replace(/[\u0000-\u001f\u007f"\\/]/g, "_")
    .replace(/[^\u0020-\u007e]/g, "_");
  const extended = encodeURIComponent(name.replace(/[/\\]/g, "_")).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}
