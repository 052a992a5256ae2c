/**
 * An outgoing number without the signs that people write around it: "№ 15-7/98" and "15-7/98" are
 * one number (graph-queries/measures/letters-with-number.cypher does the same).
 */
export function numberKey(number: string): string {
  return number.toLowerCase().replace(/[№ \u00a0]/g, "");
}
