/** How the tables of `bench -- sources` are written: Markdown, so that docs/detection.md takes them. */
export function writeTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  if (rows.length === 0) return;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  process.stdout.write(
    `\n${title}\n\n${line(head)}${line(head.map(() => "---"))}${rows.map(line).join("")}`,
  );
}

export function three(value: number): string {
  return value.toFixed(3);
}

/** At most one digit after the point. */
export function one(value: number): string {
  return String(Number(value.toFixed(1)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
