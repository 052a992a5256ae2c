import { writeSnapshot } from "../../columns/snapshot.ts";
import { peakMegabytes } from "./bench-figures.ts";
import { measuredTown } from "./generated-town.ts";

/**
 * `node play-town.js SNAPSHOT TRANSFERS`: plays a town of the scenario generator and leaves its
 * columns as a snapshot file.
 */
const [path, transfers] = process.argv.slice(2);
if (path === undefined || !(Number(transfers) > 0))
  throw new Error("SNAPSHOT and TRANSFERS are needed");
const { columns } = measuredTown({ seed: 7, transfers: Number(transfers) });
writeSnapshot(path, columns, null);
process.stdout.write(`  building the columns took at most ${peakMegabytes()} MB resident\n`);
