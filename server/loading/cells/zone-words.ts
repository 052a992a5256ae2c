import { foldName } from "../../identity/names.ts";
import { writtenOffset, type Zone } from "../../time/written.ts";

/** UTC or GMT, alone or with an offset: "UTC", "(UTC+5)", "GMT +05:00"; or the offset alone. */
const OFFSET =
  /(?<![\p{L}\d])(?:(?:UTC|GMT)(?:\s*([+\-−–]\s*\d{1,2}(?::?\d{2})?))?|([+-]\d{1,2}:\d{2}))(?![\p{L}\d])/giu;
/** Zones by their city in folded words; Moscow keeps UTC+3 since 2014-10-26. */
const MOSCOW = /(?:^| )(?:мск|msk|моск\p{L}*|moscow) /u;
const GREENWICH = /гринвич|greenwich/u;
const OF_TIME = /врем|уакыт|time/u;

/**
 * The zone a heading or a line above a table names; null where it names none, "several" where it
 * names more than one.
 */
export function zoneInText(text: string): Zone | "several" | null {
  const found = new Map<string, Zone>();
  for (const [, beside, alone] of text.matchAll(OFFSET)) {
    const sign = (beside ?? alone ?? "").replace(/\s/g, "").replace(/[−–]/, "-");
    const zone = writtenOffset(sign === "" ? "UTC" : sign);
    if (zone !== null) found.set(zone.name, zone);
  }
  const words = `${foldName(text)} `;
  if (GREENWICH.test(words)) found.set("Z", { name: "Z", offset: 0 });
  if (MOSCOW.test(words)) {
    const zone = writtenOffset("+03:00");
    if (zone !== null) found.set(zone.name, zone);
  }
  const [first] = found.values();
  return found.size > 1 ? "several" : (first ?? null);
}

/** The zone a line above the table gives for its times; other lines may name cities and firms. */
export function zoneOfLine(line: string): Zone | "several" | null {
  return OF_TIME.test(foldName(line)) ? zoneInText(line) : null;
}
