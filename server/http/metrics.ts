import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { UserError } from "../errors/user-error.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Database } from "../neo4j/database.ts";
import { freeBytes } from "../neo4j/disk.ts";

/** Counts what the server does, for Prometheus. No address, name, number or text of a request. */
export interface Metrics {
  /** A request was answered. */
  answered(endpoint: string, status: number, milliseconds: number): void;
  /** A fault of ours, logged. */
  fault(): void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
}

export function openMetrics(database: Database, jobs: Jobs): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "dropper_graph_request_seconds",
    help: "Time until a request was answered, by endpoint of the API and class of status",
    labelNames: ["endpoint", "status"],
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10, 30],
    registers,
  });
  const faults = new Counter({
    name: "dropper_graph_faults_total",
    help: "Faults of the program, each in the log",
    registers,
  });
  new Gauge({
    name: "dropper_graph_database_ready",
    help: "1 = the database answers, 0 = it is recovering",
    registers,
    collect() {
      this.set(database.state() === "ready" ? 1 : 0);
    },
  });
  new Gauge({
    name: "dropper_graph_jobs",
    help: "Listed jobs by kind and state",
    labelNames: ["kind", "state"],
    registers,
    collect() {
      this.reset();
      for (const { kind, state } of jobs.list()) this.inc({ kind, state });
    },
  });
  new Gauge({
    name: "dropper_graph_disk_free_bytes",
    help: "Free bytes on the disk of the data folder",
    registers,
    async collect() {
      this.set(await freeBytes(database.dataDir));
    },
  });
  return {
    answered: (endpoint, status, milliseconds) =>
      requests.observe({ endpoint, status: `${Math.floor(status / 100)}xx` }, milliseconds / 1000),
    fault: () => faults.inc(),
    text: () => registry.metrics(),
  };
}

export const CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/**
 * Serves them on loopback, on a port of their own: they need no signing in, and the port that people
 * use never shows them. Port 0 = a free one.
 */
export async function listenForMetrics(
  metrics: Metrics,
  port: number,
): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((request, response) => {
    const known = request.url === "/metrics" && request.method === "GET";
    if (!known) return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { "content-type": CONTENT_TYPE }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? taken(port) : error),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function taken(port: number): UserError {
  return new UserError({
    code: "port-taken",
    message: `Port ${port} of 127.0.0.1 is taken by another program.`,
    remedy: "Give another port with --metrics-port.",
    params: { port },
  });
}
