import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { dataSecret } from "../neo4j/data-secret.ts";
import { DAY } from "../time/instant.ts";
import { keyedHash, type LookLine, looksFiles, looksFolder, readLookLine } from "./looks.ts";

export interface LooksWanted {
  /** Any of these numbers and words; undefined = whoever was looked at. */
  readonly whom?: readonly string[] | undefined;
  /** The beginning of a login. */
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  readonly case?: string | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

/** Looks that fit, the newest first. Files of other days are not opened. */
export async function searchLooks(dataDir: string, wanted: LooksWanted): Promise<LookLine[]> {
  const key = await dataSecret(dataDir, "looks");
  const hashes = wanted.whom?.map((one) => keyedHash(key, one));
  const found: LookLine[] = [];
  for (const name of await looksFiles(dataDir)) {
    if (!mayHold(name, wanted)) continue;
    const text = await readFile(join(looksFolder(dataDir), name), "utf8");
    for (const line of text.split("\n")) {
      if (line === "" || (hashes && !hashes.some((hash) => line.includes(hash)))) continue;
      const look = readLookLine(line);
      if (look !== null && fits(look, wanted, hashes)) found.push(look);
    }
  }
  return found.sort((a, b) => b.at - a.at);
}

/** A file has the looks of the day in its name, in UTC, and what came in that minute after it. */
function mayHold(name: string, { from = 0, until = Number.POSITIVE_INFINITY }: LooksWanted) {
  const day = Date.parse(`${name.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) || (day + 2 * DAY > from && day < until);
}

function fits(look: LookLine, wanted: LooksWanted, hashes: readonly string[] | undefined) {
  const { who, what, from, until } = wanted;
  return (
    (who === undefined || look.who.toLowerCase().startsWith(who.toLowerCase())) &&
    (what === undefined || look.what === what) &&
    (wanted.case === undefined || look.case === wanted.case) &&
    (from === undefined || look.at >= from) &&
    (until === undefined || look.at < until) &&
    (hashes === undefined || look.whom.some((one) => hashes.includes(one)))
  );
}
