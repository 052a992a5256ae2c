import { z } from "zod";
import { endpoint } from "./endpoint.ts";

/**
 * A second factor beside the password: codes of an app (RFC 6238), and recovery codes on paper for
 * a lost telephone.
 */

/** "due" = the role needs one and the person has none yet: nothing else opens before. */
export const secondFactorState = z.enum(["off", "on", "due"]);

/** A code of the app, or a recovery code; spaces and dashes do not matter. */
export const signInCode = z.string().trim().min(6).max(40);
const password = z.string().min(1).max(1_000);
const codes = z.object({ codes: z.array(z.string()) });

export const secondFactor = {
  state: endpoint({
    name: "secondFactor",
    method: "GET",
    path: "/session/second-factor",
    summary: "Whether one's own second factor is on, and how many recovery codes are left",
    access: "user",
    about: "nobody",
    answer: z.object({ state: secondFactorState, codesLeft: z.number().int() }),
  }),
  begin: endpoint({
    name: "beginSecondFactor",
    method: "POST",
    path: "/session/second-factor/secret",
    summary: "A new secret for the app, shown once; it counts after a code of it was shown",
    access: "user",
    about: "nobody",
    body: z.object({ password }),
    /** `address` is what the QR code holds. */
    answer: z.object({ secret: z.string(), address: z.string() }),
  }),
  turnOn: endpoint({
    name: "turnOnSecondFactor",
    method: "POST",
    path: "/session/second-factor",
    summary:
      "Switch the second factor on with a first code; answers recovery codes, shown once; every other session of this person ends",
    access: "user",
    about: "nobody",
    body: z.object({ code: signInCode }),
    answer: codes,
  }),
  newCodes: endpoint({
    name: "newRecoveryCodes",
    method: "POST",
    path: "/session/second-factor/codes",
    summary: "New recovery codes in place of the old ones; needs a code",
    access: "user",
    about: "nobody",
    body: z.object({ code: signInCode }),
    answer: codes,
  }),
  turnOff: endpoint({
    name: "turnOffSecondFactor",
    method: "DELETE",
    path: "/session/second-factor",
    summary: "Switch the second factor off; needs a code",
    access: "user",
    about: "nobody",
    body: z.object({ code: signInCode }),
    answer: z.object({}),
  }),
} as const;
