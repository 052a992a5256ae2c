import { totalmem } from "node:os";

const MEBIBYTE = 1024 * 1024;

/** Memory of the managed server in MiB. */
export interface Memory {
  readonly heap: number;
  readonly pageCache: number;
}

/**
 * A quarter of the machine is for the heap and a sixth for the page cache, at most 6 GiB and 8 GiB.
 * The rest is for our own process, which holds the transfers as columns. `DROPPER_GRAPH_HEAP_MB`
 * caps both.
 */
export function memoryFor(environment: NodeJS.ProcessEnv = process.env): Memory {
  const limited = process.constrainedMemory();
  const machine = Math.min(totalmem(), limited > 0 ? limited : Number.POSITIVE_INFINITY) / MEBIBYTE;
  const asked = Number(environment.DROPPER_GRAPH_HEAP_MB);
  const cap = asked >= 256 ? asked : Number.POSITIVE_INFINITY;
  return {
    heap: Math.floor(Math.min(Math.max(machine / 4, 512), 6144, cap)),
    pageCache: Math.floor(Math.min(Math.max(machine / 6, 128), 8192, cap)),
  };
}

/**
 * Further lines of neo4j.conf as `DROPPER_GRAPH_NEO4J_SETTINGS` gives them, divided by semicolons.
 * Neo4j checks them itself: a setting it does not know, or one that stands above, stops its start.
 */
export function furtherSettings(environment: NodeJS.ProcessEnv = process.env): string[] {
  const given = (environment.DROPPER_GRAPH_NEO4J_SETTINGS ?? "").split(/[;\n]/);
  return given.map((line) => line.trim()).filter((line) => line !== "");
}

/**
 * neo4j.conf of the managed server. It listens on the loopback address only and reports nothing to
 * anyone.
 */
export function configuration(
  port: number,
  memory: Memory,
  further: readonly string[] = furtherSettings(),
): string {
  return [
    "# Written by Dropper Graph at every start; changes here are lost.",
    "server.default_listen_address=127.0.0.1",
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    "server.http.enabled=false",
    "server.https.enabled=false",
    "dbms.usage_report.enabled=false",
    `server.memory.heap.max_size=${memory.heap}m`,
    `server.memory.pagecache.size=${memory.pageCache}m`,
    // Small logs: the store is the truth, and a full disk comes later.
    "db.tx_log.rotation.size=64M",
    "db.tx_log.rotation.retention_policy=1 files",
    // Once the databases are closed, Bolt would still wait twice five seconds for newcomers.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period=0",
    ...further,
    "",
  ].join("\n");
}

/** JVM options of Neo4j's own launcher for the server. */
export function jvmOptions(memory: Memory): string[] {
  return [
    `-Xmx${memory.heap}m`,
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+DisableExplicitGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Dfile.encoding=UTF-8",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
  ];
}
