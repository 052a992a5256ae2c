/** The command line on the code as it lies in dist: nothing is installed or built first. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { project } from "./steps.mjs";

const { main } = await import(pathToFileURL(join(project, "dist/server/cli/main.js")).href);
await main(process.argv.slice(2));
