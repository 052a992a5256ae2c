import neo4j, {
  type Driver,
  isDate,
  isDateTime,
  isDuration,
  isLocalDateTime,
  isLocalTime,
  isNode,
  isPath,
  isPoint,
  isRelationship,
  isTime,
  type Plan,
} from "neo4j-driver";

export interface QuestionLimits {
  readonly rows: number;
  readonly milliseconds: number;
}

/** Why typed Cypher was not run, by its plan. */
export interface QuestionRefusal {
  /** beyond = it reads files or addresses, or manages the server. */
  readonly why: "writes" | "beyond" | "procedure" | "no-plan";
  readonly what: string;
}

export type QuestionAnswer =
  | { readonly refused: QuestionRefusal }
  | {
      readonly refused?: undefined;
      readonly columns: readonly string[];
      /** Values of each row in the order of the columns; integers are bigint. */
      readonly rows: readonly (readonly unknown[])[];
      /** There were more rows than the limit. */
      readonly more: boolean;
    };

/**
 * Cypher that a person typed, read-only. Whether it may run is Neo4j's own word, not a list of
 * words: EXPLAIN plans it without running it, and the type and the steps of the plan decide. Then
 * it runs in a transaction that Neo4j itself holds to reading (access mode READ), with a time limit
 * of the server, and is rolled back.
 */
export async function askTyped(
  driver: Driver,
  database: string,
  text: string,
  limits: QuestionLimits,
): Promise<QuestionAnswer> {
  const session = driver.session({ database, defaultAccessMode: "READ", fetchSize: 1_000 });
  try {
    const refused = await refusalOf(session, text);
    if (refused !== null) return { refused };
    const transaction = await session.beginTransaction({ timeout: limits.milliseconds });
    try {
      const result = transaction.run(text);
      const columns = await result.keys();
      const rows: unknown[][] = [];
      for await (const record of result) {
        if (rows.length === limits.rows) return { columns, rows, more: true };
        rows.push([...record.values()].map(plainValue));
      }
      return { columns, rows, more: false };
    } finally {
      await transaction.rollback().catch(() => {});
    }
  } finally {
    await session.close();
  }
}

/** Steps of a plan that reach beyond the graph's data: files and addresses, the server's affairs. */
const BEYOND_THE_DATA = /^(?:LoadCSV|Show|Terminate|.*Administration|.*Command)/;
const PROCEDURE = /ProcedureCall/;

async function refusalOf(
  session: ReturnType<Driver["session"]>,
  text: string,
): Promise<QuestionRefusal | null> {
  const { summary } = await session.run(`EXPLAIN ${text}`);
  if (summary.queryType !== "r") return { why: "writes", what: summary.queryType };
  // PROFILE inside the text would have run it already.
  if (summary.plan === false) return { why: "no-plan", what: "" };
  const steps = stepsOf(summary.plan);
  const beyond = steps.find((step) => BEYOND_THE_DATA.test(step.operatorType));
  if (beyond) return { why: "beyond", what: beyond.operatorType.replace(/@.*$/, "") };
  const called = steps
    .filter((step) => PROCEDURE.test(step.operatorType))
    .map((step) => /^[\w.]+/.exec(String(step.arguments.Details ?? ""))?.[0] ?? "");
  if (called.length === 0) return null;
  const reading = await readingProcedures(session);
  const other = called.find((name) => !reading.has(name));
  return other === undefined ? null : { why: "procedure", what: other };
}

/** Neo4j's own procedures that read the graph; those of plug-ins may do anything. */
async function readingProcedures(session: ReturnType<Driver["session"]>): Promise<Set<string>> {
  const { records } = await session.run(
    "SHOW PROCEDURES YIELD name, mode WHERE mode = 'READ' AND name STARTS WITH 'db.' RETURN name",
  );
  return new Set(records.map((record) => String(record.get("name"))));
}

function stepsOf(plan: Plan): Plan[] {
  return [plan, ...(plan.children ?? []).flatMap(stepsOf)];
}

/** A value of the database as JSON can hold it; integers stay bigint. */
function plainValue(value: unknown): unknown {
  if (isNode(value)) return { labels: value.labels, ...plainProperties(value.properties) };
  if (isRelationship(value)) return { type: value.type, ...plainProperties(value.properties) };
  if (isPath(value)) {
    const parts = value.segments.flatMap(({ relationship, end }) => [relationship, end]);
    return [value.start, ...parts].map(plainValue);
  }
  if (neo4j.isInt(value)) return value.toBigInt();
  const written = [isDate, isDateTime, isDuration, isLocalDateTime, isLocalTime, isPoint, isTime];
  if (written.some((is) => is(value as object))) return String(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Uint8Array || value instanceof Int8Array) return [...value];
  if (typeof value === "object" && value !== null)
    return plainProperties(value as Record<string, unknown>);
  return value;
}

function plainProperties(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, plainValue(value)]),
  );
}
