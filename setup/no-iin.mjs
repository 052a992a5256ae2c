/**
 * The gate's last look: no IIN or BIN in any address that its tests asked for, nor in what its
 * servers logged and said. The tests put both into the folder that KEPT_FOR_THE_END names
 * (tests/support/kept-for-the-end.ts).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Before each text stands a line that says where it comes from. */
const WHERE = "\u0001";

/**
 * Year and month, then a day (IIN) or a digit from 4 to 6 (BIN): the number of a crime report may
 * have twelve digits, too.
 */
const BEGINS = /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|[4-6]\d)/;

/**
 * @param {string} text
 * @param {(digits: string) => boolean} isNumber tells whether the last of twelve digits fits
 * @returns {string[]} the numbers that stand in it, each once
 */
export function iinsIn(text, isNumber) {
  // The last part of a UUID may have twelve digits, too.
  const without = text.replace(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi, "");
  const found = without.match(/(?<![\dA-Za-z])\d{12}(?![\dA-Za-z])/g) ?? [];
  return [...new Set(found)].filter((digits) => BEGINS.test(digits) && isNumber(digits));
}

/**
 * @returns {{ texts: number, found: string[] }} the number of texts, and the numbers that none of
 * them may have
 */
export function lookThrough(folder, isNumber) {
  const found = new Set();
  let texts = 0;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    for (const part of readFileSync(join(folder, name), "utf8").split(WHERE).slice(1)) {
      texts += 1;
      const where = part.slice(0, part.indexOf("\n"));
      const text = decoded(part.slice(part.indexOf("\n") + 1));
      for (const number of iinsIn(text, isNumber)) found.add(`${number} in ${where}`);
    }
  }
  return { texts, found: [...found] };
}

/** An address writes letters and spaces as %20; what is no such writing stays as it is. */
function decoded(text) {
  return text.replace(/(?:%[\da-f]{2})+/gi, (written) => {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  });
}
