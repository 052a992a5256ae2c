/** How benches print: one line a figure, seconds to two digits. */
export function line(what: string, seconds: number, more = ""): void {
  process.stdout.write(`${what.padEnd(44)} ${seconds.toFixed(2).padStart(8)} s  ${more}\n`);
}

export async function measured<Result>(
  what: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const begun = performance.now();
  const result = await work();
  line(what, (performance.now() - begun) / 1000);
  return result;
}

/** The most memory this process ever had resident. */
export function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** Seconds between one announced phase and the next. */
export function phases(): { enter(phase: string): void; finish(): [string, number][] } {
  const begun: [string, number][] = [];
  return {
    enter: (phase) => {
      if (begun.at(-1)?.[0] !== phase) begun.push([phase, performance.now()]);
    },
    finish: () => {
      const end = performance.now();
      return begun.map(([phase, at], index) => [
        phase,
        ((begun[index + 1]?.[1] ?? end) - at) / 1000,
      ]);
    },
  };
}
