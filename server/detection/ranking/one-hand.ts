import { type Context, once } from "../indicators/context.ts";
import { operatedTogether } from "../indicators/operated-together.ts";
import { sharedContacts } from "../indicators/shared-contact.ts";

/** Other accounts of the same phone or device, or of the device that took it over; by account. */
export const besideInOneHand = once((context: Context): ReadonlyMap<number, readonly number[]> => {
  const found = new Map(
    [...sharedContacts(context).with].map(([account, { accounts }]) => [account, accounts]),
  );
  for (const [account, { accounts }] of operatedTogether(context)) {
    const all = new Set([...(found.get(account) ?? []), ...accounts]);
    found.set(
      account,
      [...all].sort((a, b) => a - b),
    );
  }
  return found;
});
