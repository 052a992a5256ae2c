import type { Recognised as Answer } from "../../../contract/loading.ts";
import type { Database } from "../../neo4j/database.ts";
import { describeApart } from "../apart/read-apart.ts";
import { withScratch } from "../data-folder/scratch.ts";
import type { ReadOptions } from "../record/input-file.ts";
import { findSource } from "../sources/sources.store.ts";
import type { Upload } from "./uploaded-files.ts";

/** What an uploaded file is, said before anything is loaded. */
export function recogniseUpload(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  upload: Upload,
  options: ReadOptions,
): Promise<Answer> {
  return withScratch(dataDir, async (unpackInto) => {
    const { id, name, path, bytes, sha256 } = upload;
    const described = await describeApart({ name, path, bytes }, unpackInto, options);
    const alreadyLoaded = (await findSource(queries, sha256))?.state === "loaded";
    return { uploadId: id, fileName: name, bytes, ...described, alreadyLoaded };
  });
}
