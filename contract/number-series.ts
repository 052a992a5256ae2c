/** The last figures of a number, with what stands before and behind them. */
const LAST_FIGURES = /^(.*?)(\d+)(\D*)$/s;

/**
 * So many outgoing numbers from the first one on: its last figures count up and keep their width
 * ("12-098/к", "12-099/к", "12-100/к"). A number without figures stays as it is.
 */
export function numberSeries(first: string, count: number): string[] {
  const found = LAST_FIGURES.exec(first.trim());
  return Array.from({ length: count }, (_, at) => {
    if (found === null) return first.trim();
    const [, before = "", figures = "", behind = ""] = found;
    const next = (BigInt(figures) + BigInt(at)).toString().padStart(figures.length, "0");
    return `${before}${next}${behind}`;
  });
}
