import { DAY } from "../../../time/instant.ts";
import type { ParsedInstant } from "../../../time/iso.ts";
import { parseIsoInstant } from "../../../time/iso.ts";
import { ASSUMED_ZONE } from "../statement-items.ts";
import { type Element, find, firstOf, textAt } from "./element.ts";

/**
 * A date choice (`Dt` or `DtTm`); some banks put the time into `Dt`. Null where there is none or it
 * is no date.
 */
export function dateOf(choice: Element | undefined): ParsedInstant | null {
  return parseDate(firstOf(textAt(choice, "DtTm"), textAt(choice, "Dt")));
}

/** xsd:date may carry a zone ("2026-03-04+05:00"). */
export function parseDate(text: string): ParsedInstant | null {
  const zoned = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (zoned) {
    const midnight = parseIsoInstant(
      `${zoned[1]}T00:00:00${zoned[2]}`,
      ASSUMED_ZONE.name,
      ASSUMED_ZONE.offset,
    );
    return midnight === null ? null : { ...midnight, dayOnly: true };
  }
  return parseIsoInstant(text, ASSUMED_ZONE.name, ASSUMED_ZONE.offset);
}

/** The text of a date choice, for messages. */
export function dateText(choice: Element | undefined): string {
  return firstOf(textAt(choice, "DtTm"), textAt(choice, "Dt"), choice?.text.trim() ?? "");
}

/**
 * When the transaction happened: its own time where it has one on the booking day, because a batch
 * is booked at its last moment; else the booking.
 */
export function happenedAt(transaction: Element | undefined, booked: ParsedInstant): ParsedInstant {
  const related = find(transaction, "RltdDts");
  const own = parseDate(firstOf(textAt(related, "TxDtTm"), textAt(related, "AccptncDtTm")));
  if (own === null || own.dayOnly) return booked;
  return dayOf(own, booked) === dayOf(booked, booked) ? own : booked;
}

function dayOf({ instant }: ParsedInstant, { zone }: ParsedInstant): number {
  const offset =
    parseIsoInstant(`1970-01-01T00:00:00${zone}`, ASSUMED_ZONE.name, ASSUMED_ZONE.offset)
      ?.instant ?? 0;
  return Math.floor((instant - offset) / DAY);
}
