/**
 * Colours of victims in a trace: enough to tell eight apart on both themes, then shared; names and
 * lists carry the rest.
 */
const HUES = [
  "#4c88ee",
  "#c47518",
  "#1f8a6e",
  "#8a50a3",
  "#cc1c48",
  "#7a8b2f",
  "#2a8ba6",
  "#a8643f",
] as const;

export function victimColors(victims: readonly string[]): ReadonlyMap<string, string> {
  return new Map(victims.map((victim, index) => [victim, HUES[index % HUES.length] ?? HUES[0]]));
}
