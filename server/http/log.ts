import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { type DestinationStream, destination, type Logger, pino } from "pino";

/** One file is kept beside the current one. */
const LARGEST = 20 * 1024 * 1024;

/**
 * The server's log: JSON lines in DATA/logs/server.log, readable by this user only. No addresses,
 * no parameters, no IIN.
 */
export function openLog(dataDir: string): Logger {
  const folder = join(dataDir, "logs");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "server.log");
  if (existsSync(path) && statSync(path).size > LARGEST)
    renameSync(path, join(folder, "server.1.log"));
  return makeLog(destination({ dest: path, mode: 0o600, sync: false }));
}

/** The log on any stream; texts pass through `withoutPersons`. */
export function makeLog(stream: DestinationStream): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        error: (error: unknown) =>
          error instanceof Error
            ? {
                name: error.name,
                message: withoutPersons(error.message),
                stack: withoutPersons(error.stack ?? ""),
              }
            : withoutPersons(String(error)),
      },
    },
    stream,
  );
}

/**
 * Hides twelve-digit numbers (IIN, BIN) and Kazakh account numbers in text that came from somewhere
 * else.
 */
export function withoutPersons(text: string): string {
  return text
    .replace(/(?<!\d)\d{12}(?!\d)/g, "[12 digits]")
    .replace(/\bKZ\d{2}[0-9A-Z]{16}\b/g, "[account]");
}
