import { WrongUse } from "./wrong-use.ts";

/** Parses a smallest sum of the command line. */
export function wholeUnits(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new WrongUse({
    code: "smallest-not-whole",
    message: `${text} is no whole sum.`,
    remedy: "Give whole tenge without spaces, for example --smallest 10000.",
  });
}
