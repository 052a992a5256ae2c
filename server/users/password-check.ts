import { audit } from "../audit/audit.ts";
import { UserError } from "../errors/user-error.ts";
import { dataSecret } from "../neo4j/data-secret.ts";
import type { Database } from "../neo4j/database.ts";
import type { Attempt, Backoff } from "./backoff.ts";
import { knownDevice } from "./device-marks.ts";
import { passwordFits } from "./passwords.ts";
import { spendCode, type UsedCode, wrongCode } from "./second-factor.store.ts";
import { findPerson, sameLogin } from "./users.store.ts";

/** Where somebody types a password. */
interface Place {
  readonly address: string;
  /** The content of the cookie that says who has signed in at this device before. */
  readonly device: string | undefined;
}

interface Dependencies {
  readonly database: Database;
  readonly backoff: Backoff;
}

type Known = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Checks passwords and codes with the brakes on, for one request. */
export function passwordCheck({ database, backoff }: Dependencies, { address, device }: Place) {
  const refused = (who: string, details: Record<string, string> = {}) =>
    audit(database, { who, what: "sign-in-refused", details: { from: address, ...details } });
  const attemptOf = async (login: string, passwordAt = 0): Promise<Attempt> => {
    const secret = await dataSecret(database.dataDir, "devices");
    return { login, address, device: knownDevice(secret, login, device), passwordAt };
  };

  /** A code after the right password; each counts once. UserError "wrong-code". */
  const requireCode = async (
    person: Pick<Known, "login" | "passwordAt">,
    code: string,
  ): Promise<UsedCode> => {
    const wait = backoff.attemptCode(person, Date.now());
    if (wait > 0) throw tooManyAttempts(wait);
    const used = await spendCode(database, person.login, code, Date.now());
    if (used === null) {
      await refused(person.login, { because: "code" });
      throw wrongCode();
    }
    backoff.forgiveCode(person);
    return used;
  };

  /**
   * The person whose password this is, else undefined. A one-time password has 100 bits: nobody
   * guesses it, so it is let through at once, however many wrong ones others typed. `code`
   * undefined = none is asked; null = one is asked and not given yet.
   */
  const requirePerson = async (
    given: string,
    password: string,
    code?: string | null,
  ): Promise<{ readonly person: Known; readonly used: UsedCode | null } | undefined> => {
    const login = sameLogin(given);
    const person = await findPerson(database.queries, login);
    const attempt = await attemptOf(login, person?.passwordAt);
    const wait = backoff.attempt(attempt, Date.now());
    if (wait > 0 && !person?.mustChangePassword) throw tooManyAttempts(wait);
    const fits = await passwordFits(person?.password, password);
    if (wait > 0 && !fits) throw tooManyAttempts(wait);
    if (!person || !fits || person.disabled) {
      // A typed text that is nobody's login stays out of the log.
      await refused(person?.login ?? "unknown");
      return undefined;
    }
    if (code === undefined || person.factor === null) {
      backoff.forgive(attempt);
      return { person, used: null };
    }
    try {
      if (code === null) throw codeNeeded();
      const used = await requireCode(person, code);
      backoff.forgive(attempt);
      return { person, used };
    } catch (refusal) {
      // Where it had to wait it was not counted either.
      if (wait === 0) backoff.takeBack(attempt);
      throw refusal;
    }
  };
  return { requirePerson, requireCode };
}

export function codeNeeded(): UserError {
  return new UserError({
    code: "code-needed",
    status: 401,
    message: "The password is right; this person also needs a code of the second factor.",
    remedy: "Send login, password and code together.",
  });
}

function tooManyAttempts(wait: number): UserError {
  const seconds = Math.ceil(wait / 1000);
  return new UserError({
    code: "too-many-attempts",
    status: 429,
    message: `Too many wrong passwords or codes; the next attempt is possible in ${seconds} s.`,
    remedy: "Wait, then type slowly; an admin can give a new one-time password.",
    params: { seconds },
  });
}
