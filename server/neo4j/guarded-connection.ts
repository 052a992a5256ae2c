import { setTimeout as pause } from "node:timers/promises";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { isUserError, UserError } from "../errors/user-error.ts";
import { type Connection, isConnectionLoss } from "./connection.ts";
import type { DatabaseState } from "./database.ts";

/**
 * The state of a database and the queries that respect it; the connection behind may be replaced at
 * any time.
 */
export interface GuardedConnection {
  readonly queries: Queries;
  state(): DatabaseState;
  message(): string;
  onState(listener: (state: DatabaseState, message: string) => void): () => void;
  set(state: DatabaseState, message?: string): void;
  /**
   * Puts a new connection in place; the old one is closed once nothing runs on it any more. The
   * driver, closed under a query that had found the restarted server by itself, never settles that
   * query's promise.
   */
  replace(connection: Connection): Promise<void>;
  connection(): Connection;
  close(): Promise<void>;
}

/** How long work that may wait does so before giving up. */
const PATIENCE = 5 * 60_000;

export function guardConnection(
  first: Connection,
  whileRecovering: "wait" | "refuse",
): GuardedConnection {
  let connection = first;
  let state: DatabaseState = "starting";
  let message = "The database is starting.";
  let closed = false;
  const running = new Map<Connection, number>();
  const retired = new Set<Connection>();
  const listeners = new Set<(state: DatabaseState, message: string) => void>();

  const refusal = (cause?: unknown) =>
    new UserError({
      code: state === "unavailable" ? "database-unavailable" : "database-recovering",
      message: message || "The connection to the database broke; it is being restored.",
      remedy:
        state === "unavailable"
          ? "Do what the message says; the product connects again by itself."
          : "Try again in half a minute; nothing that was saved is lost.",
      status: 503,
      cause,
    });
  /** Returns when queries may run; throws when they should not be tried. */
  const admit = async () => {
    if (closed) throw new Error("the database was closed");
    const deadline = performance.now() + (whileRecovering === "wait" ? PATIENCE : 0);
    for (; state !== "ready"; await pause(100)) {
      if (closed || performance.now() >= deadline) throw refusal();
    }
  };
  const begin = () => {
    running.set(connection, (running.get(connection) ?? 0) + 1);
    return connection;
  };
  const end = (used: Connection) => {
    const left = (running.get(used) ?? 1) - 1;
    running.set(used, left);
    if (left > 0) return;
    running.delete(used);
    if (retired.delete(used)) void used.close().catch(() => {});
  };
  const guarded = async <Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> => {
    await admit();
    const used = begin();
    try {
      return await work(used.queries);
    } catch (error) {
      if (isUserError(error) || !isConnectionLoss(error)) throw error;
      throw refusal(error);
    } finally {
      end(used);
    }
  };
  const stream = async function* (
    ...words: Parameters<Queries["stream"]>
  ): AsyncGenerator<unknown[]> {
    await admit();
    const used = begin();
    try {
      yield* used.queries.stream(...words);
    } catch (error) {
      throw isConnectionLoss(error) ? refusal(error) : error;
    } finally {
      end(used);
    }
  };
  const queries: Queries = {
    read: (name, parameters, row) => guarded((q) => q.read(name, parameters, row)),
    write: (name, parameters, row) => guarded((q) => q.write(name, parameters, row)),
    run: (name, parameters) => guarded((q) => q.run(name, parameters)),
    autoCommit: (name, parameters, row) => guarded((q) => q.autoCommit(name, parameters, row)),
    schema: (statements) => guarded((q) => q.schema(statements)),
    ask: (text, limits) => guarded((q) => q.ask(text, limits)),
    inBatches: (statement) => guarded((q) => q.inBatches(statement)),
    transaction: <Result>(work: (transaction: TransactionQueries) => Promise<Result>) =>
      guarded((q) => q.transaction(work)),
    stream,
  };
  return {
    queries,
    state: () => state,
    message: () => message,
    connection: () => connection,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next, text = "") => {
      if (next === state && text === message) return;
      state = next;
      message = text;
      for (const listener of listeners) listener(state, message);
    },
    replace: async (next) => {
      const old = connection;
      connection = next;
      if (running.has(old)) retired.add(old);
      else await old.close();
    },
    close: async () => {
      closed = true;
      for (const old of retired) await old.close();
      await connection.close();
    },
  };
}
