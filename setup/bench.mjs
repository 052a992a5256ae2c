/**
 * `npm run bench -- NAME [WORDS…]`: builds the server and runs one bench; a bench is a module that
 * exports `bench(words)`.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { installPackages, project, SetupError, script } from "./steps.mjs";

const BENCHES = {
  audit: "server/audit/bench.js",
  cold: "server/detection/measuring/cold-bench.js",
  communities: "server/detection/measuring/communities-bench.js",
  detect: "server/detection/measuring/detect-bench.js",
  explore: "server/http/explore-bench.js",
  load: "server/loading/bench.js",
  sessions: "server/loading/session-bench.js",
  rules: "server/detection/measuring/rules-bench.js",
  sources: "server/detection/measuring/sources-bench.js",
  trace: "server/tracing/bench.js",
  town: "server/detection/measuring/seeds-bench.js",
};

await script(async () => {
  const [name = "", ...words] = process.argv.slice(2);
  const file = BENCHES[name];
  if (!file)
    throw new SetupError(
      `No bench is called "${name}". There are: ${Object.keys(BENCHES).join(", ")}.`,
    );
  await installPackages();
  await build({ web: false });
  const { bench } = await import(pathToFileURL(join(project, "dist", file)).href);
  await bench(words);
});
