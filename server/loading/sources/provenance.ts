import { saidOrNull } from "../../../contract/clean-text.ts";
import { UserError } from "../../errors/user-error.ts";
import { daysFromCivil } from "../../time/iso.ts";

/** How a file came to the office: without it a row is worth little in court. null = not said. */
export interface Provenance {
  /** Number of the request the file answers. */
  readonly requestNumber: string | null;
  /** Day of the request, YYYY-MM-DD. */
  readonly requestDate: string | null;
  /** Who sanctioned the request: prosecutor or court, with number and day. */
  readonly sanctionedBy: string | null;
  /** Who handed the file over. */
  readonly handedBy: string | null;
}

export const PROVENANCE = ["requestNumber", "requestDate", "sanctionedBy", "handedBy"] as const;

/** What a person gave, without blanks; a day that is none is a UserError. */
export function provenanceOf(
  given: { readonly [Key in keyof Provenance]?: string | null | undefined },
): Provenance {
  const requestDate = saidOrNull(given.requestDate);
  if (requestDate !== null && !isDay(requestDate)) {
    throw new UserError({
      code: "request-date",
      message: `${requestDate} is no day of the form YYYY-MM-DD.`,
      remedy: "Give the day of the request like this: 2026-03-05.",
      params: { day: requestDate },
    });
  }
  return {
    requestNumber: saidOrNull(given.requestNumber),
    requestDate,
    sanctionedBy: saidOrNull(given.sanctionedBy),
    handedBy: saidOrNull(given.handedBy),
  };
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  return daysFromCivil(Number(year), Number(month), Number(day)) !== null;
}
