/**
 * `npm run pictures -- FOLDER [WORD]`: every page of the demo, and every panel of a case and its
 * claims standing open, in three languages, light and dark, 1440 and 1024 wide, as PNG files to look
 * at. The pictures are taken by the browser tests that read them; WORD names one of these tests.
 *
 * `npm run pictures -- --guide`: the pictures of the guide anew, into docs/guide/pictures.
 */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { run, script } from "./steps.mjs";

await script(async () => {
  const [folderName = "pictures", ...words] = process.argv.slice(2);
  if (folderName === "--guide") {
    process.env.DROPPER_GRAPH_GUIDE_PICTURES = resolve("docs/guide/pictures");
    const wanted = "at the door|ask the bank for them|has its pictures taken";
    return run(process.execPath, [
      "setup/test.mjs",
      ...["--project", "e2e", "tests/e2e/pages.e2e.test.ts", "-t", wanted],
    ]);
  }
  const folder = resolve(folderName);
  mkdirSync(folder, { recursive: true });
  process.env.DROPPER_GRAPH_PICTURES = folder;
  return run(process.execPath, [
    "setup/test.mjs",
    "--project",
    "e2e",
    ...(words.length > 0 ? words : ["pages", "claim-panels"]),
  ]);
});
