import { UserError } from "../../errors/user-error.ts";
import { Neo4jAdminError } from "../../neo4j/admin.ts";

/**
 * A full disk in words, wherever it showed: our own files, the import; any other error as it is.
 */
export function explained(error: unknown, dataDir: string): unknown {
  const ours = (error as NodeJS.ErrnoException | null)?.code === "ENOSPC";
  const imports =
    error instanceof Neo4jAdminError && /no space left|not enough space/i.test(error.output);
  if (!ours && !imports) return error;
  return new UserError({
    code: "disk-full",
    message:
      "The disk became full while loading; what was begun is taken out again, what was loaded before is safe.",
    remedy: `Free about six times the size of the files on the disk of ${dataDir} and of the temporary folder, and load again.`,
    status: 507,
    cause: error,
  });
}
