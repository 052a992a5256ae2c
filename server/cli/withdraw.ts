import type { Command } from "commander";
import { reworkAllDrafts } from "../claims/rework.store.ts";
import { listSources } from "../loading/sources/sources.store.ts";
import { withdraw } from "../loading/withdraw.ts";
import { reportsLeaveRoom } from "../reports/withdrawn-table.store.ts";
import { formatInstant } from "../time/instant.ts";
import { action, type CommandContext, withCommonOptions, withDatabase } from "./context.ts";
import { EXIT, printJson, tell } from "./output.ts";

interface WithdrawFlags {
  readonly reason?: string;
  readonly list: boolean;
}

export function register(program: Command): void {
  withCommonOptions(
    program
      .command("withdraw [source]")
      .description("Take one loaded file back out, whole; what another file also says stays.")
      .option("--reason <text>", "why it is taken out, in a sentence")
      .option("--list", "show what is loaded, with ids", false),
  ).action(
    action(async (context, which: string | undefined, flags: WithdrawFlags) => {
      if (flags.list) return showSources(context);
      if (which === undefined) {
        tell(
          "error: Name the file to take out: its id, the beginning of it, or its file name (--list shows them).",
        );
        return EXIT.wrongUse;
      }
      const source = await withDatabase(
        context,
        async (database) => {
          const at = Date.now();
          const reason = flags.reason ?? null;
          const taken = await withdraw(database, which, {
            withdrawnBy: "command line",
            at,
            reason,
            leaveRoom: reportsLeaveRoom,
          });
          await reworkAllDrafts(database, { by: "command line", at }, context.signal);
          return taken;
        },
        { what: "withdraw", target: which },
      );
      if (context.json)
        printJson({ ok: true, id: source.id, file: source.fileName, transfers: source.loaded });
      else process.stdout.write(`${source.fileName} (${source.id.slice(0, 12)}) is taken out.\n`);
      if (flags.reason === undefined) tell("No reason is noted. Next time give one with --reason.");
      return EXIT.done;
    }),
  );
}

async function showSources(context: CommandContext): Promise<number> {
  const sources = await withDatabase(context, (database) => listSources(database.queries));
  if (context.json) printJson({ sources });
  for (const source of context.json ? [] : sources) {
    const when = formatInstant(source.loadedAt);
    process.stdout.write(
      `${source.id.slice(0, 12)}  ${source.state.padEnd(9)}  ${when}  ${source.loaded}  ${source.fileName}\n`,
    );
  }
  return EXIT.done;
}
