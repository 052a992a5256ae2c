import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import neo4j, { type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import type { z } from "zod";
import { askTyped, type QuestionAnswer, type QuestionLimits } from "./typed-question.ts";

/**
 * Runs the .cypher files of this folder by name ("loading/merge-transfers") and checks every row
 * with a zod schema. Integers come back as bigint (the driver is opened with useBigInt), parameters
 * may hold bigint.
 */
export interface Queries {
  read<Row>(name: string, parameters: QueryParameters, row: z.ZodType<Row>): Promise<Row[]>;
  write<Row>(name: string, parameters: QueryParameters, row: z.ZodType<Row>): Promise<Row[]>;
  /** A write whose answer nobody needs. */
  run(name: string, parameters?: QueryParameters): Promise<void>;
  /**
   * For CALL () { } IN TRANSACTIONS and schema commands, which need an auto-commit session. Not
   * retried.
   */
  autoCommit<Row>(name: string, parameters: QueryParameters, row: z.ZodType<Row>): Promise<Row[]>;
  /** Statements of a migration file as one transaction; a constraint needs one of its own. */
  schema(statements: readonly string[]): Promise<void>;
  /** One statement of a migration that commits in batches (CALL () { } IN TRANSACTIONS). Not retried. */
  inBatches(statement: string): Promise<void>;
  /**
   * Rows one by one as arrays in RETURN order, unchecked: for millions of them. Back-pressure by
   * the consumer's pace.
   */
  stream(
    name: string,
    parameters?: QueryParameters,
    options?: { fetchSize?: number },
  ): AsyncIterable<unknown[]>;
  /**
   * Several queries as one transaction, all or nothing; the callback may be called again after a
   * passing fault.
   */
  transaction<Result>(work: (transaction: TransactionQueries) => Promise<Result>): Promise<Result>;
  /** Cypher that a person typed: read-only, with limits (typed-question.ts). Not retried. */
  ask(text: string, limits: QuestionLimits): Promise<QuestionAnswer>;
}

export interface TransactionQueries {
  run<Row>(name: string, parameters: QueryParameters, row: z.ZodType<Row>): Promise<Row[]>;
}

type QueryParameters = Readonly<Record<string, unknown>>;

const texts = new Map<string, string>();

/** Where the .cypher files are, also for compiled code. */
export function queriesFolder(): string {
  // The compiled runner sits in dist/graph-queries; the .cypher files stay in graph-queries of the
  // project.
  const here = dirname(fileURLToPath(import.meta.url));
  const parent = dirname(here);
  return parent.endsWith("/dist") ? join(dirname(parent), "graph-queries") : here;
}

/**
 * A rule of several queries stands once, in a file of this folder. The line "// piece: NAME" of a
 * query, or of another piece, stands for it.
 */
const PIECES = "pieces";
const PIECE = /^( *)\/\/ piece: (\S+)$/gm;

/** The text of one query file, with its pieces. */
export function queryText(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(queriesFolder(), `${name}.cypher`), "utf8");
  const whole = text.replace(PIECE, (_, indent: string, piece: string) =>
    queryText(`${PIECES}/${piece}`).replaceAll(/^(?=.)/gm, indent),
  );
  texts.set(name, whole);
  return whole;
}

/**
 * Opens the runner on a driver made with `useBigInt: true`. Each session knows what the ones before
 * it wrote: a server of a cluster answers only once it has seen that (Neo4j's bookmarks).
 */
export function openQueries(driver: Driver, database: string): Queries {
  const bookmarkManager = neo4j.bookmarkManager();
  const execute = async <Row>(
    session: Session,
    mode: "read" | "write",
    name: string,
    parameters: QueryParameters,
    row: z.ZodType<Row>,
  ): Promise<Row[]> => {
    const work = async (transaction: ManagedTransaction) =>
      collect(await transaction.run(queryText(name), parameters), row);
    return mode === "read" ? session.executeRead(work) : session.executeWrite(work);
  };
  const withSession = async <Result>(
    access: "READ" | "WRITE",
    work: (session: Session) => Promise<Result>,
  ) => {
    const session = driver.session({ database, defaultAccessMode: access, bookmarkManager });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  };
  return {
    read: (name, parameters, row) =>
      withSession("READ", (session) => execute(session, "read", name, parameters, row)),
    write: (name, parameters, row) =>
      withSession("WRITE", (session) => execute(session, "write", name, parameters, row)),
    run: async (name, parameters = {}) => {
      await withSession("WRITE", (session) =>
        session.executeWrite(async (transaction) => {
          await transaction.run(queryText(name), parameters);
        }),
      );
    },
    autoCommit: (name, parameters, row) =>
      withSession("WRITE", async (session) =>
        collect(await session.run(queryText(name), parameters), row),
      ),
    schema: (statements) =>
      withSession("WRITE", (session) =>
        session.executeWrite(async (transaction) => {
          for (const statement of statements) await transaction.run(statement);
        }),
      ),
    inBatches: (statement) =>
      withSession("WRITE", async (session) => {
        await session.run(statement);
      }),
    stream: (name, parameters = {}, options = {}) =>
      streamRows(
        () =>
          driver.session({
            database,
            defaultAccessMode: "READ",
            fetchSize: options.fetchSize ?? 10_000,
            bookmarkManager,
          }),
        name,
        parameters,
      ),
    ask: (text, limits) => askTyped(driver, database, text, limits),
    transaction: (work) =>
      withSession("WRITE", (session) =>
        session.executeWrite((transaction) =>
          work({
            run: async (name, parameters, row) =>
              collect(await transaction.run(queryText(name), parameters), row),
          }),
        ),
      ),
  };
}

function collect<Row>(
  result: { records: readonly { toObject(): Record<string, unknown> }[] },
  row: z.ZodType<Row>,
): Row[] {
  return result.records.map((record) => row.parse(record.toObject()));
}

async function* streamRows(
  open: () => Session,
  name: string,
  parameters: QueryParameters,
): AsyncGenerator<unknown[]> {
  const session = open();
  try {
    for await (const record of session.run(queryText(name), parameters)) {
      yield [...record.values()];
    }
  } finally {
    await session.close();
  }
}
