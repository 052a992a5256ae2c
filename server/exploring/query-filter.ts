import type { ExploreFilter } from "../../contract/exploring.ts";
import { HOME_ZONE, offsetMilliseconds } from "../time/instant.ts";

export const HOME_OFFSET = BigInt(offsetMilliseconds(HOME_ZONE) ?? 0);

export interface QueryFilter {
  readonly since: bigint | null;
  readonly until: bigint | null;
  readonly minimumAmount: bigint | null;
}

export function queryFilter(filter: ExploreFilter): QueryFilter {
  return {
    since: filter.since === undefined ? null : BigInt(filter.since),
    until: filter.until === undefined ? null : BigInt(filter.until),
    minimumAmount: filter.minimumAmount === undefined ? null : BigInt(filter.minimumAmount),
  };
}
