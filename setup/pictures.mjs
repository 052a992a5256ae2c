/**
 * `npm run pictures -- FOLDER`: every page of the demo in three languages, light and dark, 1440 and
 * 1024 wide, as PNG files to look at. The pictures are taken by the browser test that reads them.
 */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { run, script } from "./steps.mjs";

await script(async () => {
  const folder = resolve(process.argv[2] ?? "pictures");
  mkdirSync(folder, { recursive: true });
  process.env.DROPPER_GRAPH_PICTURES = folder;
  return run(process.execPath, ["setup/test.mjs", "--project", "e2e", "pages"]);
});
