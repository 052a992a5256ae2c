import { hasValidCheckDigit } from "../../contract/holder-number.ts";

/** A text that names a person by IIN or BIN: it stands in no address, which others keep. */
export function namesSomebody(text: string): boolean {
  return (text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []).some(hasValidCheckDigit);
}

/** Values that stand beside the address in the browser's history: reload and Back keep them. */
export type KeptWords = Readonly<Record<string, string>>;

export function keptIn(state: unknown): KeptWords {
  const kept: unknown =
    typeof state === "object" && state !== null && "kept" in state ? state.kept : null;
  if (typeof kept !== "object" || kept === null) return {};
  const texts = Object.entries(kept).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts) as KeptWords;
}

/** Address and history after changes; null or an empty text takes a value out. */
export function changedWords(
  before: URLSearchParams,
  keptBefore: KeptWords,
  changes: Readonly<Record<string, string | null>>,
): { readonly params: URLSearchParams; readonly state: { readonly kept: KeptWords } | null } {
  const params = new URLSearchParams(before);
  const kept: Record<string, string> = { ...keptBefore };
  for (const [key, value] of Object.entries(changes)) {
    delete kept[key];
    const isKept = value !== null && namesSomebody(value);
    if (isKept) kept[key] = value;
    if (isKept || value === null || value === "") params.delete(key);
    else params.set(key, value);
  }
  return { params, state: Object.keys(kept).length === 0 ? null : { kept } };
}
