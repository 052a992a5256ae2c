import type { Command } from "commander";
import { setJoint } from "../claims/joint.store.ts";
import { claimDocument, claimLine } from "./claim-output.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson } from "./output.ts";

interface Flags {
  readonly with?: string[];
  readonly why: string;
  readonly whyKk?: string;
}

/** `case join`: several defendants answer for one loss. */
export function registerJoin(command: Command): void {
  withCommonOptions(
    command
      .command("join")
      .description("Say who caused the harm of a draft together with its defendant, and why.")
      .argument("<case>", "number of the case")
      .argument("<claim>", "number of the claim")
      .option("--with <id...>", "people of the case, or holder keys; nobody: each answers alone")
      .option("--why <text>", "how they acted together, and what shows it", "")
      .option("--why-kk <text>", "the same in Kazakh, for papers in Kazakh; one of both is needed"),
  ).action(
    action(async (context, caseId: string, claim: string, flags: Flags) => {
      const { why, whyKk = null } = flags;
      const wanted = { others: flags.with ?? [], why, whyKk };
      const changed = await withDatabase(
        context,
        ({ queries }) =>
          setJoint(queries, { caseId, claim }, wanted, { by: "command line", at: Date.now() }),
        { what: "setJoint", target: `${caseId} ${claim}` },
      );
      if (context.json) printJson({ ok: true, claim: claimDocument(changed) });
      else process.stdout.write(`${claimLine(changed)}\n`);
    }),
  );
}
