import type { Command } from "commander";
import { demoLogin, demoMembers, demoOffice } from "../demo/login.ts";
import { prepareDemo } from "../demo/prepare.ts";
import type { Database } from "../neo4j/database.ts";
import { defaultDataDir } from "../neo4j/database.ts";
import { action, type CommandContext, withCommonOptions, withDatabase } from "./context.ts";
import { tell } from "./output.ts";
import { startProgress } from "./progress.ts";
import {
  type Login,
  type ServeFlags,
  serveUntilStopped,
  withServedDatabase,
  withServeOptions,
} from "./serve.ts";

export function register(program: Command): void {
  withServeOptions(withCommonOptions(program.command("demo"), `${defaultDataDir()}-demo`))
    .description(
      "load a made-up town into a database of its own, find its droppers, open a case with claims, then serve",
    )
    .action(
      action(async (context, flags: ServeFlags) => {
        await withServedDatabase(context, async (database) => {
          // Joins the server just started; loading waits where serving would refuse.
          await withDatabase(context, (patient) => prepare(context, patient));
          await serveUntilStopped(context, flags, database, () => login(database));
        });
      }),
    );
}

async function prepare(context: CommandContext, database: Database): Promise<void> {
  const progress = startProgress("Loading", "rows");
  await prepareDemo(database, {
    signal: context.signal,
    tell,
    progress: (rows) => (rows === null ? progress.finish() : progress.update(rows, null)),
  });
}

async function login(database: Database): Promise<Login> {
  // The first person in a database is its admin.
  const admin = await adminLogin(database);
  const others = await demoOffice(database);
  await demoMembers(database, [admin.login, ...others.map((one) => one.login)]);
  return { ...admin, others };
}

async function adminLogin(database: Database): Promise<Login> {
  const { login: name, password, changed } = await demoLogin(database);
  if (!changed)
    return { login: name, password, note: "for this demo only; the same at the next one" };
  return {
    login: name,
    password: "(the one you chose)",
    note: `forgotten? dropper-graph user reset ${name} --data ${database.dataDir}`,
  };
}
