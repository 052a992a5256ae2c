import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { makeBackup } from "../backup/make-backup.ts";
import { identitiesOf, makeBackupKey } from "../backup/recipients.ts";
import { restoreBackup } from "../backup/restore-backup.ts";
import { openFolder } from "../neo4j/folder.ts";
import { action, commandLineUser, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, tell } from "./output.ts";

const MEGABYTE = 1_000_000;

export function register(program: Command): void {
  registerKey(program);
  registerBackup(program);
  registerRestore(program);
}

function registerKey(program: Command): void {
  withCommonOptions(
    program
      .command("backup-key")
      .description("Make the office's key for backups: the secret half into a file to lock away.")
      .requiredOption("--out <file>", "new file for the secret key, best on a medium of its own"),
  ).action(
    action(async (context, flags: { out: string }) => {
      await openFolder(context.data, tell);
      const recipient = await makeBackupKey(context.data, resolve(flags.out));
      if (context.json) return printJson({ ok: true, recipient, file: flags.out });
      tell(`The secret key is in ${flags.out}. Without it no backup can be opened: lock it away.`);
      tell("From now on backups of this data folder are encrypted to its public key:");
      process.stdout.write(`${recipient}\n`);
    }),
  );
}

interface BackupFlags {
  readonly to: string;
  readonly keep?: number;
  readonly withKeys: boolean;
}

function registerBackup(program: Command): void {
  withCommonOptions(
    program
      .command("backup")
      .description(
        "Put the whole state into one encrypted file. A running server pauses for some seconds.",
      )
      .requiredOption("--to <folder>", "folder for the backup, best on another disk")
      .option("--keep <number>", "how many backups stay in that folder", parseKeep)
      .option("--with-keys", "put the office's signing key into it too", false),
  ).action(
    action(async (context, flags: BackupFlags) => {
      const made = await withDatabase(context, (database) =>
        makeBackup(database, {
          to: resolve(flags.to),
          keep: flags.keep,
          withKeys: flags.withKeys,
          by: commandLineUser(),
          at: Date.now(),
          log: tell,
        }),
      );
      const { manifest, ...told } = made;
      if (context.json) return printJson({ ok: true, ...told, facts: manifest.facts });
      tell(
        `${made.file}: ${Math.ceil(made.bytes / MEGABYTE)} MB, ${manifest.files.length} files, ` +
          `audit log up to entry ${made.auditSeq}; the database was stopped for ${made.pauseSeconds} s.`,
      );
      if (!manifest.facts.audit.intact)
        tell("Its audit log does not fit its mirror: run dropper-graph doctor --deep.");
      for (const name of made.removed) tell(`Removed, as ${flags.keep} are kept: ${name}`);
    }),
  );
}

interface RestoreFlags {
  readonly key: string;
  readonly rollBack: boolean;
}

function registerRestore(program: Command): void {
  withCommonOptions(
    program
      .command("restore <file>")
      .description("Put a backup in place of the data folder, which is kept beside it.")
      .requiredOption("--key <file>", "the secret key that backup-key wrote")
      .option("--roll-back", "also where the data folder knows more than the backup", false),
  ).action(
    action(async (context, file: string, flags: RestoreFlags) => {
      const { manifest, ...restored } = await restoreBackup({
        file: resolve(file),
        dataDir: context.data,
        identities: await identitiesOf(resolve(flags.key)),
        rollBack: flags.rollBack,
        by: commandLineUser(),
        at: Date.now(),
        log: tell,
      });
      if (context.json)
        return printJson({ ok: true, data: context.data, ...restored, facts: manifest.facts });
      tell(
        `${context.data} is the state of ${new Date(manifest.madeAt).toISOString()}: ` +
          `${manifest.files.length} files and every figure as when it was backed up.`,
      );
      if (restored.former !== null) tell(`What stood there before is kept in ${restored.former}.`);
      if (restored.from > restored.to)
        tell(`The audit log says: rolled back from ${restored.from} to ${restored.to}.`);
    }),
  );
}

export function parseKeep(text: string): number {
  const keep = Number(text);
  if (/^\d{1,4}$/.test(text) && keep >= 1) return keep;
  throw new InvalidArgumentError("Give a number from 1 to 9999.");
}
