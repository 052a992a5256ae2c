import type { Command } from "commander";
import { setJoint } from "../claims/joint.store.ts";
import { claimDocument, claimLine } from "./claim-output.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson } from "./output.ts";

/** `case join`: several defendants answer for one loss. */
export function registerJoin(command: Command): void {
  withCommonOptions(
    command
      .command("join")
      .description("Say who caused the harm of a draft together with its defendant, and why.")
      .argument("<case>", "number of the case")
      .argument("<claim>", "number of the claim")
      .option("--with <id...>", "people of the case, or holder keys; nobody: each answers alone")
      .requiredOption("--why <text>", "how they acted together, and what shows it"),
  ).action(
    action(
      async (context, caseId: string, claim: string, flags: { with?: string[]; why: string }) => {
        const wanted = { others: flags.with ?? [], why: flags.why };
        const changed = await withDatabase(
          context,
          ({ queries }) =>
            setJoint(queries, { caseId, claim }, wanted, { by: "command line", at: Date.now() }),
          { what: "setJoint", target: `${caseId} ${claim}` },
        );
        if (context.json) printJson({ ok: true, claim: claimDocument(changed) });
        else process.stdout.write(`${claimLine(changed)}\n`);
      },
    ),
  );
}
