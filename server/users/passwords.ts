import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { UserError } from "../errors/user-error.ts";
import { bitsToGuess } from "./guessable.ts";

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

/** Five letters, 24 bits. */
export function letterGroup(): string {
  return Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** 20 letters in four groups, 100 bits: to be read out and typed once. */
export function oneTimePassword(): string {
  return Array.from({ length: 4 }, letterGroup).join("-");
}

/** The guesses of a few years with the hashes in hand (argon2id, 0.1 s a guess). */
const LEAST_BITS = 36;

/**
 * Refuses passwords that would be guessed first: short ones, and what common words, the product's,
 * the person's own and rows of keys make up. UserError "weak-password".
 */
export function requireStrong(
  password: string,
  person: { readonly login: string; readonly name: string },
): void {
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
  if (plain.includes(person.login.toLowerCase()))
    throw weak("The new password contains the login.");
  if (new Set(plain).size < 5) throw weak("The new password repeats too few characters.");
  if (bitsToGuess(plain, wordsOf(person)) < LEAST_BITS)
    throw weak("The new password is made of what is tried first.");
}

/** Parts of a login and a name that somebody who knows the person would try. */
function wordsOf({ login, name }: { readonly login: string; readonly name: string }): string[] {
  const parts = `${login} ${name}`
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const words = parts.filter((part) => [...part].length >= 3);
  const inLatin = words.flatMap((word) => [inLatinLetters(word, "y"), inLatinLetters(word, "i")]);
  return [...words, ...inLatin];
}

/** As people write Cyrillic names in Latin letters. */
const IN_LATIN: Readonly<Record<string, string>> = {
  ...{ а: "a", ә: "a", б: "b", в: "v", г: "g", ғ: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z" },
  ...{ и: "i", і: "i", к: "k", қ: "k", л: "l", м: "m", н: "n", ң: "n", о: "o", ө: "o" },
  ...{ п: "p", р: "r", с: "s", т: "t", у: "u", ұ: "u", ү: "u", ф: "f", х: "kh", һ: "h", ц: "ts" },
  ...{ ч: "ch", ш: "sh", щ: "sch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya" },
};

/** `short`: how й is written, which people do either way. */
function inLatinLetters(word: string, short: "y" | "i"): string {
  return [...word]
    .map((letter) => (letter === "й" ? short : (IN_LATIN[letter] ?? letter)))
    .join("");
}
