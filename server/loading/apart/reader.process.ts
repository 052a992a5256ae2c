import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { UserError } from "../../errors/user-error.ts";
import type { Failure, FromReader, ToReader } from "./messages.ts";

/** What reading one file for a person who waits may cost. */
export const READER_LIMITS = {
  /** Heap of the reading process. A million rows of XLSX stay under 360 MB, all told. */
  heapMegabytes: 512,
  /** All its memory, the heap and what lies beside it (unpacked parts of a PDF). */
  residentMegabytes: 900,
  /** A file that has not answered by then is refused; large ones get more. */
  seconds: 20,
  secondsPerMegabyte: 0.5,
  mostSeconds: 600,
  /** A load may be silent for this long between two batches of rows. */
  silentSeconds: 120,
  /** Files that are read at the same time for people who wait; the others wait their turn. */
  atOnce: 2,
} as const;

const MEGABYTE = 2 ** 20;

/** How long a person waits for the answer about a file of so many bytes, in milliseconds. */
export function patienceFor(bytes: number): number {
  const { seconds, secondsPerMegabyte, mostSeconds } = READER_LIMITS;
  return Math.min(mostSeconds, seconds + (bytes / MEGABYTE) * secondsPerMegabyte) * 1000;
}

/** A process that reads one file and answers one question about it. */
export interface ReaderProcess {
  /** The next message, within `patience` milliseconds; the process is killed if none comes. */
  next(patience: number): Promise<FromReader>;
  more(): void;
  /** Ends the process at once, whatever it is doing, and waits until it is gone. */
  kill(): Promise<void>;
}

/** The program that reads transfers, reports and the like. */
const READER = new URL("./reader.child.js", import.meta.url);

/**
 * Starts a reading process; an abort of `signal` kills it. `program` = what runs in it
 * (child-loop.ts), with questions of its own.
 */
export function startReader(
  question: unknown,
  file: string,
  signal: AbortSignal | undefined,
  program: URL = READER,
): ReaderProcess {
  signal?.throwIfAborted();
  const child = fork(fileURLToPath(program), [], {
    execArgv: [`--max-old-space-size=${READER_LIMITS.heapMegabytes}`],
    env: harmlessEnvironment(),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const waiting: FromReader[] = [];
  let error: unknown;
  let wake = () => {};
  let lastWords = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-4_000);
  });
  child.on("message", (message: FromReader) => {
    waiting.push(message);
    wake();
  });
  // An answer that cannot be sent ends the process too: none may outlive the wish for it.
  const end = (why: unknown) => {
    error ??= why;
    child.kill("SIGKILL");
    wake();
  };
  const watch = watchMemory(child, () => end(tookTooMuch(file)));
  const abort = () => end(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  child.on("error", end);
  // After the last message and the last word of stderr.
  const closed = new Promise<void>((resolve) => {
    child.on("close", (code, by) => {
      signal?.removeEventListener("abort", abort);
      clearInterval(watch);
      end(whyEnded(file, code, by, lastWords));
      resolve();
    });
  });
  try {
    ask(child, { kind: "ask", question });
  } catch (fault) {
    end(fault);
  }
  return {
    async next(patience) {
      const timer = setTimeout(() => end(tookTooLong(file)), patience);
      try {
        while (waiting.length === 0 && error === undefined)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      } finally {
        clearTimeout(timer);
      }
      signal?.throwIfAborted();
      const message = waiting.shift();
      if (message === undefined) throw error;
      if (message.kind === "failed") throw errorOf(message.failure);
      return message;
    },
    more: () => ask(child, { kind: "more" }),
    kill: () => {
      end(new Error("the reading process is not needed any more"));
      return closed;
    },
  };
}

const LOOK_EVERY_MILLISECONDS = 50;
const PAGE_BYTES = 4_096;

/**
 * Calls `tooMuch` when the process holds more memory than it may. Its heap has a limit of its own;
 * what is unpacked lies beside the heap. Only Linux tells (proc(5), statm); elsewhere the limits on
 * the heap and on time remain.
 */
function watchMemory({ pid }: ChildProcess, tooMuch: () => void): NodeJS.Timeout {
  const look = async () => {
    const statm = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
    const resident = Number(statm.split(" ")[1] ?? 0) * PAGE_BYTES;
    if (resident > READER_LIMITS.residentMegabytes * MEGABYTE) tooMuch();
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MILLISECONDS);
  timer.unref();
  return timer;
}

/** A process that has ended in between says so by its "close". */
function ask(child: ChildProcess, message: ToReader): void {
  if (child.connected) child.send(message, () => {});
}

/** Passwords of the database and the like are no business of a process that reads strange files. */
function harmlessEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "TMPDIR", "TMP", "TEMP", "TZ", "LANG", "LC_ALL", "SystemRoot"];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

function whyEnded(
  file: string,
  code: number | null,
  by: NodeJS.Signals | null,
  lastWords: string,
): Error {
  const outOfMemory = /heap out of memory|allocation failed/i.test(lastWords);
  // The system itself ends the largest process where memory runs out.
  if (outOfMemory || by === "SIGKILL") return tookTooMuch(file);
  return new Error(`The reading process ended with ${code ?? by}: ${lastWords}`);
}

function errorOf(failure: Failure): Error {
  return "user" in failure ? new UserError(failure.user) : new Error(failure.fault);
}

function tookTooLong(file: string): UserError {
  return new UserError({
    code: "file-takes-too-long",
    message: `${file} takes longer to read than a file of its size should.`,
    remedy:
      "Look at what the file is and ask the sender for it as CSV. If it is real and no PDF, load it with the command line, which waits.",
    params: { file },
  });
}

function tookTooMuch(file: string): UserError {
  return new UserError({
    code: "file-takes-too-much-memory",
    message: `${file} needs more than ${READER_LIMITS.heapMegabytes} MB of memory to be read; no bank's answer does.`,
    remedy: "Look at what the file is, and ask the sender for it as CSV or in parts.",
    params: { file },
  });
}
