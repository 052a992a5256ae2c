#!/usr/bin/env node
/**
 * The command line: `npx dropper-graph COMMAND`. Brings packages and compiled code up to date, then
 * hands over.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { installPackages, project, SetupError, say } from "./steps.mjs";

const NEEDS_WEB = ["serve", "demo"];

try {
  await installPackages();
  await build({ web: process.argv.slice(2).some((word) => NEEDS_WEB.includes(word)) });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(`error: ${error.message}`);
  process.exit(1);
}
const { main } = await import(pathToFileURL(join(project, "dist/server/cli/main.js")).href);
await main(process.argv.slice(2));
