import { DAY, HOME_ZONE, HOUR, offsetMilliseconds } from "../../time/instant.ts";
import { CONSTANTS } from "../parameters.ts";
import { exceptEstablished, once } from "./context.ts";
import { rowsOfAccount } from "./explained-rows.ts";
import type { Indicator } from "./indicator.ts";
import { weighedByLift } from "./lift.ts";
import { unusualShare } from "./unusual-share.ts";

const ZONE = offsetMilliseconds(HOME_ZONE) ?? 0;

/** A booking at midnight sharp is a date without a time: it says nothing of the night. */
function isNight(instant: number): boolean {
  const sinceMidnight = (((instant + ZONE) % DAY) + DAY) % DAY;
  return sinceMidnight > 0 && sinceMidnight / HOUR < CONSTANTS.night.endsHour;
}

/** More transfers at night than its peers make. */
export const night: Indicator = {
  family: "night",
  parameters: CONSTANTS.night,
  points: once((context) => {
    const { columns, all, peers } = context;
    const atNight = (row: number) => isNight(columns.bookedAt[row]!);
    const points = unusualShare(columns, all, peers, atNight);
    return weighedByLift(context, exceptEstablished(context, points));
  }),
  explain: ({ columns, input }, account) => {
    const own = rowsOfAccount(columns, account, input);
    const rows = own.filter((row) => isNight(columns.bookedAt[row]!));
    return { code: "night", params: { transfers: rows.length, of: own.length }, rows };
  },
};
