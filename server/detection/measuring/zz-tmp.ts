import { readSource } from "./read-source.ts";
import { caseFigures } from "./case-figures.ts";
import { evaluate } from "./evaluate.ts";
import { detect } from "../run/detect.ts";
const reportsToo = !process.argv.includes("--no-reports");
for (const set of process.argv.slice(2).filter((w) => !w.startsWith("--"))) {
  const all: Record<string, number[]> = {};
  const add = (k: string, v: number) => (all[k] ??= []).push(v);
  const dirs = set.includes("case_") ? [set] : [0, 1, 2, 3].map((d) => set.replace("*", `d${d}`));
  for (const dir of dirs) {
    const source = await readSource(dir);
    const result = detect(source.columns, { since: -Infinity, until: Infinity, reports: reportsToo ? source.reports : [], listed: [], statements: source.statements ?? [] });
    const f = caseFigures(source, result);
    for (const [k, v] of Object.entries(f)) if (typeof v === "number") add(k, v);
    f.first.forEach((v, i) => add(`first${(i + 1) * 10}`, v));
    add("purity", evaluate(source.columns, result, source.truth).meanPurity);
  }
  const sum = (k: string) => all[k]!.reduce((a, b) => a + b, 0);
  const mean = (k: string) => sum(k) / dirs.length;
  console.log(`${set.split("/").at(-1)}: held ${sum("held")} droppers ${sum("droppers")} named ${sum("named")} right ${sum("namedRight")} (named ${(sum("namedRight") / sum("droppers")).toFixed(3)} precision ${(sum("namedRight") / Math.max(1, sum("named"))).toFixed(3)}) innocents ${sum("innocentsNamed")}/${sum("innocents")} victims ${sum("calledVictim")} first ${["first10", "first20", "first30"].map((k) => mean(k).toFixed(1)).join("/")} request ${mean("request").toFixed(3)} [${all.request!.map((x) => x.toFixed(2))}] clusters ${mean("clusters")} min ${Math.min(...all.clusters!)} purity ${mean("purity").toFixed(3)} ARI ${mean("randIndex").toFixed(3)} pv ${sum("possibleVictims")} right ${sum("possibleVictimsRight")}`);
}
