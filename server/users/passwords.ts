import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { UserError } from "../errors/user-error.ts";

/**
 * argon2id (the library's default) above OWASP's least: 64 MiB, 3 passes; about 0.1 s off the event
 * loop.
 */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** Shortest password a person may choose; the web says the same (web/pages/sign-in). */
const SHORTEST = 12;
const LONGEST = 256;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

/** The hash of a password nobody has: an unknown login then costs as much time as a known one. */
let nobody: Promise<string> | undefined;

/**
 * Whether the password fits; `kept` undefined = there is no such person, which takes the same time
 * and is never true.
 */
export async function passwordFits(kept: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(oneTimePassword());
  const fits = await verify(kept ?? (await nobody), password.normalize("NFC"));
  return fits && kept !== undefined;
}

/** No letters or digits that look alike on paper. */
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** 20 letters in four groups, 100 bits: to be read out and typed once. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

/** Refuses passwords that would be guessed first. UserError "weak-password". */
export function requireStrong(password: string, login: string): void {
  const plain = password.normalize("NFC").toLowerCase();
  const weak = (message: string) =>
    new UserError({
      code: "weak-password",
      status: 422,
      message,
      remedy: `Choose at least ${SHORTEST} characters; a sentence of several words is good.`,
      params: { least: SHORTEST },
    });
  if ([...plain].length < SHORTEST) throw weak("The new password is too short.");
  if (plain.length > LONGEST) throw weak(`The new password is longer than ${LONGEST} characters.`);
  if (plain.includes(login.toLowerCase())) throw weak("The new password contains the login.");
  if (new Set(plain).size < 5) throw weak("The new password repeats too few characters.");
  if (isRun(plain)) throw weak("The new password is a run of neighbouring characters.");
}

/** "abcdefghijkl", "123456789012", "987654321098": every step the same. */
function isRun(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => (code - (codes[at] ?? 0) + 10) % 10));
  return steps.size === 1;
}
