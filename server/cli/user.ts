import { type Command, Option } from "commander";
import { may, type Role, role, USUAL_ROLE } from "../../contract/user-roles.ts";
import type { Database } from "../neo4j/database.ts";
import { resetFactor } from "../users/second-factor.store.ts";
import {
  addPerson,
  listPeople,
  resetPassword,
  sameLogin,
  updatePerson,
} from "../users/users.store.ts";
import { action, type CommandContext, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";

export function register(program: Command): void {
  const user = program
    .command("user")
    .description("people who may sign in: add, list, disable, enable, reset, reset-factor");
  withCommonOptions(user.command("add <login>"))
    .description("add a person and print the one-time password")
    .option("--name <name>", "name to show; the login unless given")
    .addOption(
      new Option("--role <role>", "what the person may do; prosecutor and head approve claims")
        .choices(role.options)
        .default(USUAL_ROLE),
    )
    .action(
      action((context, login: string, flags: { name?: string; role: Role }) =>
        change(context, "createUser", login, async ({ queries }) => {
          const made = await addPerson(queries, {
            login,
            name: flags.name ?? login,
            role: flags.role,
          });
          tellPassword(context, made);
          return { role: flags.role };
        }),
      ),
    );
  withCommonOptions(user.command("list"))
    .description("list people, their roles and when they were last seen")
    .action(action(list));
  withCommonOptions(user.command("disable <login>"))
    .description("let a person sign in no more; open sessions end at once")
    .action(action((context, login: string) => setDisabled(context, login, true)));
  withCommonOptions(user.command("enable <login>"))
    .description("let a disabled person sign in again")
    .action(action((context, login: string) => setDisabled(context, login, false)));
  withCommonOptions(user.command("reset <login>"))
    .description("print a new one-time password; open sessions end at once")
    .action(
      action((context, login: string) =>
        change(context, "resetPassword", login, async ({ queries }) => {
          tellPassword(context, await resetPassword(queries, login));
          return {};
        }),
      ),
    );
  withCommonOptions(user.command("reset-factor <login>"))
    .description("take a person's second factor away; open sessions end at once")
    .action(
      action((context, login: string) =>
        change(context, "resetSecondFactor", login, async (database) => {
          await resetFactor(database, login);
          if (context.json) printJson({ ok: true, login: sameLogin(login) });
          else tell(`${login} signs in with the password alone until a new one is set up.`);
          return {};
        }),
      ),
    );
}

async function list(context: CommandContext): Promise<void> {
  const people = await withDatabase(context, ({ queries }) => listPeople(queries));
  if (context.json) return printJson({ ok: true, users: people });
  if (people.length === 0) tell("Nobody yet; the first start of `serve` makes an admin.");
  if (people.length > 0 && !people.some((one) => !one.disabled && may("approve", one.role)))
    tell("Nobody may approve a claim yet. Add one: user add LOGIN --role prosecutor (or head)");
  for (const person of people) {
    const seen =
      person.lastSeenAt === null
        ? "never seen"
        : `seen ${new Date(person.lastSeenAt).toISOString()}`;
    const state = person.disabled
      ? "disabled"
      : person.mustChangePassword
        ? "one-time password"
        : "";
    process.stdout.write(
      `${person.login.padEnd(20)} ${person.role.padEnd(12)} ${seen.padEnd(30)} ${state.padEnd(17)} ${person.name}\n`,
    );
  }
}

function setDisabled(context: CommandContext, login: string, disabled: boolean): Promise<void> {
  return change(context, "updateUser", login, async ({ queries }) => {
    await updatePerson(queries, login, { disabled });
    if (context.json) printJson({ ok: true, login: sameLogin(login), disabled });
    else tell(disabled ? `${login} can sign in no more.` : `${login} can sign in again.`);
    return { disabled };
  });
}

/** One change to a person, in the audit log under the name the API uses for it. */
function change(
  context: CommandContext,
  what: string,
  login: string,
  work: (database: Database) => Promise<Record<string, string | boolean>>,
): Promise<void> {
  const act = { what, target: sameLogin(login) };
  return withDatabase(context, work, act).then(() => {});
}

function tellPassword(context: CommandContext, made: { login: string; password: string }): void {
  if (context.json) printJson({ ok: true, ...made });
  else process.stdout.write(`login     ${made.login}\npassword  ${made.password}\n`);
  tell(
    "The password is for the first sign-in only; the page then asks for one of the person's own.",
  );
}
