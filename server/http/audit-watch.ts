import type { Logger } from "pino";
import { verifyAudit } from "../audit/audit.ts";
import { keptCheckpoints, makeCheckpoint } from "../audit/checkpoints.ts";
import { officeSigner } from "../evidence/signing.ts";
import type { Database } from "../neo4j/database.ts";
import { DAY, HOUR } from "../time/instant.ts";

/**
 * Looks at the audit log when the server starts: what does not fit is an alarm for a person, and
 * nothing is mended. Then signs where the log stands, once a day. Returns how to stop.
 */
export async function watchAudit(
  database: Database,
  log: Logger,
  tell: (line: string) => void,
): Promise<() => void> {
  const { ok, problems } = await verifyAudit(database);
  if (!ok) {
    const [first] = problems;
    const line =
      `ALARM: the audit log does not fit in ${problems.length} places ` +
      `(${first?.kind} at ${first?.seq}, …). See it with: doctor --deep. ` +
      "An answer is given with: doctor --deep --answer REASON.";
    log.error({ audit: line });
    tell(line);
  }
  const daily = async () => {
    const last = (await keptCheckpoints(database.dataDir)).at(-1)?.at ?? 0;
    if (Date.now() - last < DAY) return;
    await makeCheckpoint(database, await officeSigner(database.dataDir), Date.now());
  };
  const quietly = () => daily().catch((error) => log.error({ error }, "no checkpoint"));
  await quietly();
  const timer = setInterval(() => void quietly(), HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
