import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.ts";
import { stampFault, stampRequest } from "./request.ts";

/** Gives the answer of a time-stamping service for these bytes: what a .tsr file holds. */
export type Stamp = (data: Uint8Array) => Promise<Buffer>;

const FILE = "timestamp.json";
const settings = z.strictObject({ url: z.url({ protocol: /^https?$/ }) });
/** An answer with two certificates has some 6 KB. */
const LARGEST = 256 * 1024;
const WAIT = 20_000;

/**
 * The service that the file timestamp.json of the data folder names: {"url": "…"}. null where there
 * is no such file: then packages carry no time stamp, and nothing is asked over the network.
 */
export async function stampService(dataDir: string): Promise<Stamp | null> {
  const text = await readFile(join(dataDir, FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const read = settings.safeParse(jsonOf(text));
  if (!read.success)
    throw new UserError({
      code: "timestamp-file",
      message: `${FILE} cannot be read: ${read.error.issues[0]?.message ?? "it is no JSON"}`,
      remedy: `Write it like this: {"url": "https://…"}. Without the file no stamp is asked for.`,
    });
  return (data) => stampFrom(read.data.url, data);
}

/** UserError "timestamp-refused": nothing is exported that was meant to be stamped and is not. */
async function stampFrom(url: string, data: Uint8Array): Promise<Buffer> {
  const request = stampRequest(data);
  let why: string | null;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/timestamp-query" },
      body: new Uint8Array(request.der),
      redirect: "error",
      signal: AbortSignal.timeout(WAIT),
    });
    const answer = response.ok ? await limited(response) : null;
    why = answer ? stampFault(answer, request) : `it answered ${response.status}`;
    if (answer && why === null) return answer;
  } catch (error) {
    why = error instanceof Error ? error.message : String(error);
  }
  throw new UserError({
    code: "timestamp-refused",
    status: 502,
    message: `The time-stamping service gave no stamp: ${why}.`,
    remedy: `Export again later, or take ${FILE} out of the data folder to export without a stamp.`,
    params: { why: why ?? "" },
  });
}

async function limited(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST) throw new Error("the answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
