import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSnapshot } from "../../columns/snapshot.ts";
import { detectInThread } from "../run/run-detection.ts";
import { line, measured, peakMegabytes, phases } from "./bench-figures.ts";

/**
 * `npm run bench -- detect [TRANSFERS] [THREADS]`: from a warm snapshot file to ranked clusters, as
 * a run does it. The town is of the scenario generator (fixtures/README.md), with a tenth as many
 * accounts. Another process plays the town, so that the memory told here is detection's own.
 */
export async function bench(words: readonly string[]): Promise<void> {
  const transfers = Number(words[0] ?? 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), "bench-detect-"));
  const path = join(folder, "columns.snapshot");
  try {
    await measured("town played into a snapshot, elsewhere", () => playElsewhere(path, transfers));
    const options = {
      since: Number.NEGATIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
      reports: [],
      listed: [],
    };
    const seen = phases();
    const begun = performance.now();
    const warm = await measured("  snapshot read", () => readSnapshot(path));
    if (!warm) throw new Error("the snapshot is not whole");
    const result = await detectInThread(warm.columns, options, {
      report: ({ phase }) => seen.enter(phase),
      ...(words[1] !== undefined && { threads: words[1] === "1" ? 1 : 2 }),
    });
    const seconds = (performance.now() - begun) / 1000;
    for (const [phase, took] of seen.finish()) line(`  ${phase}`, took);
    line("warm snapshot to ranked clusters", seconds, `target 10 s for 1,000,000`);
    const { ranking, clusters } = result;
    process.stdout.write(
      `${result.transfers} transfers, ${ranking.length} accounts, ${clusters.length} clusters, at most ${peakMegabytes()} MB resident\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function playElsewhere(path: string, transfers: number): Promise<void> {
  const script = fileURLToPath(new URL("./play-generated-town.js", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=8192", script, path, String(transfers)],
    {
      stdio: "inherit",
    },
  );
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`the town was not played (${code})`);
}
