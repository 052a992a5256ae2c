import { open } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { cleaned, type Known } from "./cleaned.ts";

const MOST_LINES = 500;
/** Much more than so many lines are long. */
const MOST_BYTES = 1024 * 1024;

/** The fields that are of the program; a line's other ones say who it was, and go. */
const line = z.object({
  time: z.string().optional(),
  level: z.number().optional(),
  endpoint: z.string().optional(),
  status: z.number().optional(),
  ms: z.number().optional(),
  msg: z.string().optional(),
  error: z
    .union([
      z.string(),
      z.object({
        name: z.string().optional(),
        message: z.string().optional(),
        stack: z.string().optional(),
      }),
    ])
    .optional(),
});

/** The last lines of the server's log, without anything of anybody. */
export async function lastLines(folder: string, known: Known): Promise<string> {
  const text = await endOf(join(folder, "server.log"));
  const lines = text.split("\n").filter((one) => one !== "");
  return lines
    .slice(-MOST_LINES)
    .map((one) => `${JSON.stringify(withoutPeople(one, known))}\n`)
    .join("");
}

function withoutPeople(text: string, known: Known): unknown {
  const read = line.safeParse(jsonOf(text));
  if (!read.success) return { unreadable: true };
  const { time, endpoint, msg, error, ...figures } = read.data;
  const words = (one: string | undefined) =>
    one === undefined ? {} : { text: cleaned(one, known) };
  return {
    // Both are written by the program itself; anything else at their place is not.
    ...(time !== undefined && /^[\dT:.Z+-]{1,30}$/.test(time) && { time }),
    ...(endpoint !== undefined && /^[A-Za-z]{1,60}$/.test(endpoint) && { endpoint }),
    ...figures,
    ...(msg !== undefined && { msg: words(msg).text }),
    ...(error !== undefined && {
      error:
        typeof error === "string"
          ? words(error).text
          : Object.fromEntries(Object.entries(error).map(([name, one]) => [name, words(one).text])),
    }),
  };
}

async function endOf(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return "";
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - MOST_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const text = buffer.subarray(0, bytesRead).toString("utf8");
    return from === 0 ? text : text.slice(text.indexOf("\n") + 1);
  } finally {
    await file.close();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
