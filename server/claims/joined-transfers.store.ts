import { z } from "zod";
import { UserError } from "../errors/user-error.ts";
import type { Database } from "../neo4j/database.ts";
import { lockMoney, lossesChanged } from "./record.ts";

const standingRow = z.object({ transfer: z.string(), names: z.array(z.string()) });

/**
 * A person says that these transfers are the same as others that stay: their losses go. Refused,
 * with the entries by name, where claims past draft, payments, blocks or returns stand on them.
 */
export async function joinedTransfersLeaveRoom(
  { queries }: Database,
  ids: readonly string[],
  at: number,
): Promise<void> {
  await queries.transaction(async (asking) => {
    await lockMoney(asking, { at });
    const standing = await asking.run("claims/standing-on", { ids }, standingRow);
    const [first] = standing;
    if (first === undefined) return lossesChanged(asking, ids);
    const entries = [...new Set(standing.flatMap(({ names }) => names))].join(", ");
    const transfer = standing.map((one) => one.transfer).join(", ");
    throw new UserError({
      code: "pair-under-money",
      status: 409,
      message: `Transfer ${transfer} would go, and this stands on it: ${entries}.`,
      remedy:
        "Take these payments, blocks and returns back first, take the claims back to draft or " +
        "withdraw them, and write them down again for the transfer that stays.",
      params: { transfer, entries },
    });
  });
}
