/**
 * `npm run dev`: the whole product while somebody works on it. A small made-up town in a data folder
 * of its own, the server started anew at each change of its code, the page changed in place. Words
 * after -- : --data DIR (default .dev in the project), --port N of the page, --inspect (debugger on
 * 9229).
 */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build, SERVER } from "./build.mjs";
import { provideForNeo4j } from "./install.mjs";
import { installPackages, project, SetupError, say, script } from "./steps.mjs";

/** Milliseconds without a further change before the server starts anew: editors save in bursts. */
const QUIET = 120;

await script(async () => {
  const options = {
    data: { type: "string" },
    port: { type: "string" },
    inspect: { type: "boolean" },
  };
  const { values } = parseArgs({ options });
  const dataDir = values.data ?? join(project, ".dev");
  await installPackages();
  await build({ web: false });
  await provideForNeo4j();
  // A town of a few thousand transfers.
  process.env.DROPPER_GRAPH_HEAP_MB ??= "512";
  // Held open here, so that a new server finds Neo4j running.
  const { openDatabase } = await import(compiled("server/neo4j/open.js"));
  const database = await openDatabase({ dataDir, log: say });
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop.abort());
  const server = await startServer(dataDir, values.inspect === true);
  const vite = await startPage(server.address, Number(values.port ?? 5173));
  const watchers = SERVER.map((folder) =>
    watch(join(project, folder), { recursive: true }, (_, name) => server.changed(folder, name)),
  );
  const { login } = server;
  say("");
  say(`  Work on this page:  ${vite.resolvedUrls?.local[0]}`);
  say(`  login ${login.login}, password ${login.password}`);
  say("  A change in web/ shows at once; one in server/ starts the server anew. Ctrl-C stops it.");
  say("");
  await new Promise((resolve) => {
    if (stop.signal.aborted) resolve();
    stop.signal.addEventListener("abort", resolve);
  });
  for (const watcher of watchers) watcher.close();
  await vite.close();
  await server.stop();
  await database.close();
});

/** The demo's server: loads what is not loaded yet, then serves; started anew it only serves. */
async function startServer(dataDir, inspect) {
  const transpile = await import("./transpile.mjs");
  let port = "0";
  let timer;
  let changedFiles = new Set();
  let working = Promise.resolve();
  let running = await launch();
  if (!running.told) throw new SetupError("The server did not start, see above.");
  const { address, login } = running.told;
  port = String(running.told.port);

  async function launch() {
    const words = [
      ...(inspect ? ["--inspect"] : []),
      "--enable-source-maps",
      join(project, "setup/run-compiled.mjs"),
      ...[port === "0" ? "demo" : "serve", "--data", dataDir, "--port", port, "--json"],
    ];
    const child = spawn(process.execPath, words, {
      cwd: project,
      stdio: ["ignore", "pipe", "inherit"],
      // Ctrl-C reaches us; we end the server in order.
      detached: true,
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const told = await new Promise((resolve) => {
      createInterface(child.stdout).once("line", (line) => resolve(JSON.parse(line)));
      void ended.then(() => resolve(undefined));
    });
    const stop = async () => {
      child.kill("SIGTERM");
      await ended;
    };
    return { told, stop };
  }

  async function restart() {
    const files = changedFiles;
    changedFiles = new Set();
    const begun = performance.now();
    try {
      transpile.files(files);
    } catch (error) {
      say(String(error.message ?? error));
      return;
    }
    await running.stop();
    running = await launch();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    if (running.told) say(`The server runs with the change after ${seconds} s.`);
    else say("The server ended, see above; it starts again at the next change.");
  }

  return {
    address,
    login,
    changed: (folder, name) => {
      if (name === null || !/\.(ts|cypher|sql|json)$/.test(name)) return;
      changedFiles.add(join(folder, name));
      clearTimeout(timer);
      timer = setTimeout(() => {
        working = working.then(restart);
      }, QUIET);
    },
    stop: async () => {
      clearTimeout(timer);
      await working;
      await running.stop();
    },
  };
}

/** Vite with hot reload; what it does not serve itself it asks of the server. */
async function startPage(address, port) {
  process.env.DROPPER_GRAPH_API = address.replace(/\/$/, "");
  const { createLogger, createServer } = await import("vite");
  const logger = createLogger();
  const { error } = logger;
  // Expected for a moment each time the server starts anew.
  logger.error = (text, options) => {
    if (!text.includes("http proxy error")) error(text, options);
  };
  const kept = leavers();
  const server = await createServer({
    configFile: join(project, "vite.config.ts"),
    customLogger: logger,
    server: { port },
  });
  // Vite would end this process at once, and leave our server and Neo4j behind.
  for (const [source, event, listener] of leavers())
    if (!kept.some(([, , known]) => known === listener)) source.off(event, listener);
  return server.listen();
}

/** Listeners to a request to end, or to the end of the input. */
function leavers() {
  const on = (source, event) =>
    source.rawListeners(event).map((listener) => [source, event, listener]);
  return [...on(process, "SIGTERM"), ...on(process.stdin, "end")];
}

function compiled(path) {
  return pathToFileURL(join(project, "dist", path)).href;
}
