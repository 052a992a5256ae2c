import { describe, expect, it } from "vitest";
import { type Attempt, openBackoff } from "../../server/users/backoff.ts";
import { knownDevice, withMark } from "../../server/users/device-marks.ts";
import {
  hashPassword,
  oneTimePassword,
  passwordFits,
  requireStrong,
} from "../../server/users/passwords.ts";

const ANNA = { login: "anna.k", name: "Анна Сейтқалиева" };

describe("passwords", () => {
  it("are kept as argon2id with at least 64 MiB, and the same one never as the same hash", async () => {
    const [one, two] = [
      await hashPassword("correct horse battery"),
      await hashPassword("correct horse battery"),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordFits(one, "correct horse battery")).toBe(true);
    expect(await passwordFits(one, "correct horse batterz")).toBe(false);
  });

  it("fit whichever way a letter with an accent was typed", async () => {
    expect(
      await passwordFits(await hashPassword("cafe\u0301 in Almaty"), "caf\u00e9 in Almaty"),
    ).toBe(true);
  });

  it("take about as long to refuse for an unknown person as for a known one, and never fit", async () => {
    const kept = await hashPassword("correct horse battery");
    await passwordFits(undefined, "warm up");
    const time = async (hash: string | undefined) => {
      const begun = performance.now();
      for (let times = 0; times < 3; times += 1)
        expect(await passwordFits(hash, "wrong")).toBe(false);
      return performance.now() - begun;
    };
    const [known, unknown] = [await time(kept), await time(undefined)];
    expect(unknown / known).toBeGreaterThan(0.3);
  });

  it("given for one time have 100 bits and no letters that look alike", () => {
    const made = new Set(Array.from({ length: 500 }, oneTimePassword));
    expect(made.size).toBe(500);
    for (const password of made)
      expect(password).toMatch(/^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$/);
  });

  it.each([
    ["too short", "short one"],
    ["the login inside", "my name is anna.k yes"],
    ["few letters", "abababababab"],
    ["a run of digits", "123456789012"],
    ["a run of letters", "abcdefghijklm"],
    ["endless", "correct horse ".repeat(40)],
    ["a common word with digits", "Password123!"],
    ["common words", "iloveyou1234"],
    ["letters written as signs", "P@ssw0rd2026!"],
    ["the product", "dropper-graph"],
    ["the product and a year", "DropperGraph2026"],
    ["a row of keys", "qwertyuiop123"],
    ["rows of keys in Russian", "йцукенфывапр"],
    ["the word for password on the other layout", "gfhjkm123456"],
    ["a Russian word and a year", "Пароль2026!!"],
    ["a Kazakh word and a year", "қазақстан2026"],
    ["the town and a year", "Almaty-2026-!"],
    ["the work", "прокуратура1"],
    ["the person's own name", "Сейтқалиева1!"],
    ["the name in Latin letters", "Seitkalieva-12"],
    ["a common word turned round", "drowssap1234"],
    ["the same word again", "Passw0rdPassw0rd"],
    ["a part of the login and a year", "anna.2026.anna"],
  ])("are refused when weak: %s", (_why, password) => {
    expect(() => requireStrong(password, ANNA)).toThrowError(
      expect.objectContaining({ code: "weak-password" }),
    );
  });

  it.each([
    "ақ қайың күзде сарғаяды",
    "nine grey herons walk slowly over the frozen river while lamps go out",
    "correct horse battery staple",
    "лампа поёт в четверг",
    "Tb7#kq9!vWz2",
    "vuxo-pelid-31-kraz",
    "chosen by me myself",
  ])("that nobody would try first are good: %s", (password) => {
    expect(() => requireStrong(password, ANNA)).not.toThrow();
  });

  it("made for one time are never found weak", () => {
    for (let times = 0; times < 200; times += 1)
      expect(() => requireStrong(oneTimePassword(), ANNA)).not.toThrow();
  });
});

describe("guessing", () => {
  const anna = (more: Partial<Attempt> = {}): Attempt => ({
    login: "anna",
    address: "10.0.0.1",
    device: null,
    passwordAt: 1,
    ...more,
  });

  it("costs nothing for five attempts, then twice as long each time, a quarter of an hour at most", () => {
    const backoff = openBackoff();
    let now = 1_000_000;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 25; attempt += 1) {
      const wait = backoff.attempt(anna(), now);
      waits.push(wait);
      if (wait > 0) {
        now += wait;
        expect(backoff.attempt(anna(), now)).toBe(0);
      }
    }
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(waits.slice(5, 8)).toEqual([2_000, 4_000, 8_000]);
    expect(Math.max(...waits)).toBe(15 * 60_000);
  });

  it("does not slip through when many attempts come at once", () => {
    const backoff = openBackoff();
    const let_in = Array.from({ length: 100 }, () => backoff.attempt(anna(), 5)).filter(
      (wait) => wait === 0,
    );
    expect(let_in).toHaveLength(5);
  });

  it("from elsewhere keeps nobody out: neither at another address nor at a known device", () => {
    const backoff = openBackoff();
    for (let times = 0; times < 500; times += 1) {
      backoff.attempt(anna({ address: `198.51.100.${times % 250}` }), times);
      backoff.attempt(anna(), times);
      backoff.attempt(anna({ login: `name${times}` }), times);
    }
    expect(backoff.attempt(anna(), 500)).toBeGreaterThan(0);
    expect(backoff.attempt(anna({ address: "10.0.0.2" }), 500)).toBe(0);
    expect(backoff.attempt(anna({ device: "her phone" }), 500)).toBe(0);
  });

  it("with a stolen device's mark is slowed like any other", () => {
    const backoff = openBackoff();
    const waits = Array.from({ length: 6 }, (_, at) =>
      backoff.attempt(anna({ device: "stolen", address: `10.0.0.${at}` }), 5),
    );
    expect(waits).toEqual([0, 0, 0, 0, 0, 2_000]);
  });

  it("many names from one address is slowed too, and signing in as oneself does not clear the way", () => {
    const backoff = openBackoff();
    let tried = 0;
    const me = anna({ login: "me", address: "10.0.0.9" });
    for (let name = 0; name < 200; name += 1) {
      if (backoff.attempt(anna({ login: `name${name}`, address: "10.0.0.9" }), 7) > 0) continue;
      tried += 1;
      if (tried % 10 === 0 && backoff.attempt(me, 7) === 0) backoff.forgive(me);
    }
    expect(tried).toBeLessThanOrEqual(30);
    expect(backoff.attempt(anna({ login: "somebody", address: "10.0.0.10" }), 7)).toBe(0);
  });

  it("is forgotten after the right password, with a new one, and after half an hour", () => {
    const backoff = openBackoff();
    for (let times = 0; times < 5; times += 1) backoff.attempt(anna(), 0);
    expect(backoff.attempt(anna(), 1)).toBeGreaterThan(0);
    expect(backoff.attempt(anna({ passwordAt: 2 }), 1)).toBe(0);
    expect(backoff.attempt(anna(), 31 * 60_000)).toBe(0);
    backoff.forgive(anna());
    for (let times = 0; times < 5; times += 1) expect(backoff.attempt(anna(), 40 * 60_000)).toBe(0);
  });
});

describe("the mark of a device", () => {
  const secret = Buffer.alloc(32, 1);

  it("is of one person and one office, and cannot be made up", () => {
    const cookie = withMark(secret, "anna", undefined);
    const device = knownDevice(secret, "anna", cookie);
    expect(device).toMatch(/^[\w-]{22}$/);
    expect(knownDevice(secret, "boris", cookie)).toBeNull();
    expect(knownDevice(Buffer.alloc(32, 2), "anna", cookie)).toBeNull();
    for (const made of ["", "~", `${device}.${"A".repeat(43)}`, "x".repeat(5_000), undefined])
      expect(knownDevice(secret, "anna", made)).toBeNull();
    expect(cookie).not.toContain("anna");
  });

  it("stays beside those of others who share the browser, five at most", () => {
    let cookie = withMark(secret, "p0", undefined);
    for (const login of ["p1", "p2", "p3", "p4"]) cookie = withMark(secret, login, cookie);
    const first = knownDevice(secret, "p0", cookie);
    expect(first).not.toBeNull();
    expect(knownDevice(secret, "p0", withMark(secret, "p0", cookie))).toBe(first);
    cookie = withMark(secret, "p5", cookie);
    expect(knownDevice(secret, "p0", cookie)).toBeNull();
    expect(knownDevice(secret, "p5", cookie)).not.toBeNull();
  });
});
