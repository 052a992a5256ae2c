import type { Command } from "commander";
import { type Recomputation, recomputePackage } from "../evidence/recompute.ts";
import { action, withCommonOptions } from "./context.ts";
import { EXIT, printJson } from "./output.ts";

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("recompute")
      .description(
        "Work the amounts of an evidence package out again from its own data. Needs no database.",
      )
      .argument("<package>", "folder or ZIP"),
  ).action(
    action(async (context, path: string) => {
      const found = await recomputePackage(path);
      if (context.json) printJson({ ok: found.agrees, ...found });
      else for (const line of recomputationLines(found)) process.stdout.write(`${line}\n`);
      return found.agrees ? EXIT.done : EXIT.failed;
    }),
  );
}

/** The result as a person reads it: first the state of the data, then each claim, then the faults. */
export function recomputationLines(found: Omit<Recomputation, "agrees">): string[] {
  const { asOf, claims, tracedAgain, faults } = found;
  const state = asOf === null ? "no date is stated" : `as of ${asOf}`;
  return [
    `Recomputed from the data in the package (${state}). Data loaded later are not in it.`,
    tracedAgain === null
      ? "The tracing rules were not applied again: the package has no movements for it."
      : `${(tracedAgain.agrees ? "agrees" : "DIFFERS").padEnd(8)} traces    ` +
        `every rule applied again to ${tracedAgain.movements} movements`,
    ...claims.flatMap((claim) => {
      const { currency, stated, recomputed, byData } = claim;
      const verdict = claim.agrees ? "agrees" : "DIFFERS";
      const sums = `stated ${stated}, recomputed ${recomputed ?? "-"} ${currency}`;
      const line = `${verdict.padEnd(8)} ${claim.claim.padEnd(9)} ${sums}`;
      const { cameBack, outstanding } = claim.balance ?? {};
      return [
        line,
        ...(cameBack === undefined
          ? []
          : [`         came back ${cameBack}, outstanding ${outstanding} ${currency}`]),
        ...(byData === null
          ? []
          : [`         these data give ${byData} ${currency}; kept as it is with a reason`]),
      ];
    }),
    ...faults,
  ];
}
