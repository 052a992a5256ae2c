/**
 * `npm run start` (npm start): set-up from nothing, then `dropper-graph serve` with the words given
 * after --.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { provideForNeo4j } from "./install.mjs";
import { installPackages, project, script } from "./steps.mjs";

await script(async () => {
  await installPackages();
  await build();
  await provideForNeo4j();
  const { main } = await import(pathToFileURL(join(project, "dist/server/cli/main.js")).href);
  await main(["serve", ...process.argv.slice(2)]);
  return process.exitCode;
});
