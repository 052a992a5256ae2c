import { PassThrough } from "node:stream";
import { type Role, role } from "../../contract/user-roles.ts";
import { openLooks } from "../../server/audit/looks.ts";
import { makeApp } from "../../server/http/app.ts";
import { listen } from "../../server/http/listen.ts";
import { makeLog } from "../../server/http/log.ts";
import { type Metrics, openMetrics } from "../../server/http/metrics.ts";
import type { Limits } from "../../server/http/request-limits.ts";
import type { Jobs } from "../../server/jobs/jobs.ts";
import { openJobs } from "../../server/jobs/registry.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { type Backoff, openBackoff } from "../../server/users/backoff.ts";
import { addPerson, storePassword } from "../../server/users/users.store.ts";
import { keepForTheEnd } from "./kept-for-the-end.ts";
import { testDatabase } from "./neo4j.ts";

/** The real app on a real port, in this process. */
export interface TestServer {
  readonly base: string;
  readonly jobs: Jobs;
  /** What the log got so far. */
  readonly metrics: Metrics;
  log(): string;
  close(): Promise<void>;
}

export async function startServer(
  database: Database,
  options: {
    limits?: Partial<Limits>;
    webFolder?: string;
    secure?: boolean;
    proxies?: number;
    backoff?: Backoff;
  } = {},
): Promise<TestServer> {
  const lines: string[] = [];
  const stream = new PassThrough().on("data", (chunk: Buffer) => lines.push(chunk.toString()));
  const jobs = openJobs();
  const looks = openLooks(database);
  const metrics = openMetrics(database, jobs);
  const app = makeApp({
    database,
    looks,
    metrics,
    jobs,
    backoff: options.backoff ?? openBackoff(),
    log: makeLog(stream),
    secure: options.secure ?? false,
    loopback: options.proxies === undefined,
    limits: { everything: 100_000, signIn: 100_000, costly: 100_000, ...options.limits },
    ...(options.proxies === undefined ? {} : { proxies: options.proxies }),
    ...(options.webFolder === undefined ? {} : { webFolder: options.webFolder }),
  });
  const listening = await listen(app, "127.0.0.1", 0);
  return {
    base: `http://127.0.0.1:${listening.port}`,
    jobs,
    metrics,
    log: () => lines.join(""),
    close: async () => {
      await Promise.all([listening.close(500), jobs.close()]);
      await looks.close();
      keepForTheEnd("a log", lines.join(""));
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind
  readonly json: any;
}

/** Somebody at a browser: keeps the cookies. */
export interface Visitor {
  cookie: string;
  /** False where a test puts IIN into addresses on purpose, to see that no log has them. */
  asksWithoutIin: boolean;
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export function visitor(base: string): Visitor {
  const self: Visitor = {
    cookie: "",
    asksWithoutIin: true,
    ask: async (method, path, body, headers = {}) => {
      if (self.asksWithoutIin) keepForTheEnd("an address", path);
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(self.cookie === "" ? {} : { cookie: self.cookie }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const jar = new Map(self.cookie.split("; ").map((one) => [one.split("=")[0], one]));
      for (const given of response.headers.getSetCookie()) {
        const [cookie = ""] = given.split(";");
        jar.set(cookie.split("=")[0], cookie);
      }
      self.cookie = [...jar.values()].filter((one) => one !== "").join("; ");
      const text = await response.text();
      const isJson = /json/.test(response.headers.get("content-type") ?? "");
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson ? JSON.parse(text) : undefined,
      };
    },
  };
  return self;
}

export const PASSWORD = "a sentence nobody guesses";

/** A person who has already chosen a password. */
export async function settledPerson(database: Database, login: string, role: Role): Promise<void> {
  await addPerson(database.queries, { login, name: `Person ${login}`, role });
  await storePassword(database.queries, login, PASSWORD, false);
}

export async function signedIn(base: string, login: string, password = PASSWORD): Promise<Visitor> {
  const person = visitor(base);
  const answer = await person.ask("POST", "/api/session", { login, password });
  if (answer.status !== 200) throw new Error(`${login} could not sign in: ${answer.text}`);
  return person;
}

/** One signed-in person of each role, `person-ROLE`. */
export async function personOfEachRole(
  database: Database,
  base: string,
): Promise<(role: Role) => Visitor> {
  const people = new Map<Role, Visitor>();
  for (const one of role.options) {
    await settledPerson(database, `person-${one}`, one);
    people.set(one, await signedIn(base, `person-${one}`));
  }
  return (one) => people.get(one) as Visitor;
}

/** The real app over the emptied shared database, and one person signed in to it. */
export interface Served {
  readonly database: Database;
  readonly server: TestServer;
  readonly me: Visitor;
  close(): Promise<void>;
}

export async function servedTo(login: string, ofRole: Role): Promise<Served> {
  const database = await testDatabase();
  const server = await startServer(database);
  await settledPerson(database, login, ofRole);
  const me = await signedIn(server.base, login);
  return {
    ...{ database, server, me },
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}
