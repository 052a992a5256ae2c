import { foldName } from "../../identity/names.ts";

export type Direction = "out" | "in";

/**
 * Words of a direction column, folded; a longer cell is told by its first word that stands here.
 * Data: add a bank's wording here.
 */
const WORDS: Readonly<Record<Direction, readonly string[]>> = {
  out: [
    "дебет",
    "дт",
    "д",
    "расход",
    "исходящии",
    "исходящий",
    "исходящая",
    "исходящее",
    "исходящие",
    "списание",
    "списания",
    "расходы",
    "расходные",
    "дебетовые",
    "отправлено",
    "отправка",
    "шыгыс",
    "шыгу",
    "debit",
    "dbit",
    "dr",
    "dt",
    "d",
    "db",
    "out",
    "outgoing",
    "outbound",
    "sent",
    "withdrawal",
    "расходная",
    "расходная операция",
    "выдача",
    "жиберилди",
  ],
  in: [
    "кредит",
    "кт",
    "к",
    "приход",
    "входящии",
    "входящий",
    "входящая",
    "входящее",
    "входящие",
    "зачисление",
    "зачисления",
    "поступление",
    "поступления",
    "приходы",
    "приходные",
    "кредитовые",
    "пополнение",
    "получено",
    "кирис",
    "credit",
    "crdt",
    "cr",
    "kt",
    "ct",
    "c",
    "in",
    "incoming",
    "inbound",
    "received",
    "deposit",
    "приходная",
    "приходная операция",
    "алынды",
  ],
};
const BY_WORD = new Map<string, Direction>(
  (Object.entries(WORDS) as [Direction, readonly string[]][]).flatMap(([direction, words]) =>
    words.map((word) => [foldName(word), direction] as const),
  ),
);
const known = new Map<string, Direction | null>();

/** Which way money went, seen from the statement's account; null where the text does not say. */
export function directionOf(text: string): Direction | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size > 1000) known.clear();
  const direction = find(text.trim());
  known.set(text, direction);
  return direction;
}

function find(text: string): Direction | null {
  if (text === "-" || text === "−") return "out";
  if (text === "+") return "in";
  const folded = foldName(text);
  const whole = BY_WORD.get(folded) ?? BY_WORD.get(folded.replaceAll(" ", ""));
  if (whole !== undefined) return whole;
  const told = new Set(
    folded.split(" ").flatMap((word) => (word.length > 2 ? (BY_WORD.get(word) ?? []) : [])),
  );
  return told.size === 1 ? ([...told][0] ?? null) : null;
}
