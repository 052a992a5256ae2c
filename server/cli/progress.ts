/**
 * Progress of long work on stderr: a bar with rate and time left on a terminal, a line every few
 * seconds otherwise.
 */
export interface Progress {
  update(done: number, total: number | null): void;
  /** Ends the bar, leaving its last state in view. */
  finish(): void;
}

interface Target {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR = 24;
/** Milliseconds between two pictures, on a terminal and in a log. */
const PACE = { terminal: 100, log: 5_000 };

export function startProgress(
  title: string,
  unit: string,
  target: Target = process.stderr,
  now = () => performance.now(),
): Progress {
  const begun = now();
  const terminal = target.isTTY === true;
  let shown = terminal ? Number.NEGATIVE_INFINITY : begun;
  let last: { done: number; total: number | null } | undefined;
  const draw = () => {
    if (last === undefined) return;
    const text = describe(title, unit, last.done, last.total, (now() - begun) / 1000, terminal);
    target.write(
      terminal ? `\r\u001b[K${text.slice(0, (target.columns ?? 120) - 1)}` : `${text}\n`,
    );
  };
  return {
    update: (done, total) => {
      last = { done, total };
      if (now() - shown < (terminal ? PACE.terminal : PACE.log)) return;
      shown = now();
      draw();
    },
    finish: () => {
      draw();
      if (terminal && last !== undefined) target.write("\n");
    },
  };
}

/** "Loading ████░░░░ 42 %  1,234,000 rows  48,200/s  0:31 left" */
export function describe(
  title: string,
  unit: string,
  done: number,
  total: number | null,
  seconds: number,
  bar: boolean,
): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const parts = [title];
  if (total !== null && total > 0) {
    const share = Math.min(done / total, 1);
    const full = Math.round(share * BAR);
    if (bar) parts.push("█".repeat(full) + "░".repeat(BAR - full));
    parts.push(`${Math.floor(share * 100)} %`);
  }
  parts.push(`${whole(done)} ${unit}`, `${whole(rate)}/s`);
  if (total !== null && rate > 0 && done < total)
    parts.push(`${clock((total - done) / rate)} left`);
  else parts.push(`${clock(seconds)} taken`);
  return parts.join("  ");
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

function clock(seconds: number): string {
  const rounded = Math.round(seconds);
  const [hours, minutes, rest] = [
    Math.floor(rounded / 3600),
    Math.floor(rounded / 60) % 60,
    rounded % 60,
  ];
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
