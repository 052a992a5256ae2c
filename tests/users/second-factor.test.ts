import { describe, expect, it } from "vitest";
import { openBackoff } from "../../server/users/backoff.ts";
import { newRecoveryCodes, recoveryHash } from "../../server/users/recovery-codes.ts";
import { seal, unseal } from "../../server/users/sealing.ts";
import {
  appAddress,
  codeAt,
  newSecret,
  secretBytes,
  stepOf,
  stepOfCode,
} from "../../server/users/totp.ts";

/** "12345678901234567890", the secret of the vectors of both RFCs, and the same in base32. */
const ASCII = Buffer.from("12345678901234567890");
const BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("one-time passwords", () => {
  it("are those of RFC 4226, appendix D", () => {
    const codes = Array.from({ length: 10 }, (_, step) => codeAt(ASCII, step));
    expect(codes.join(" ")).toBe(
      "755224 287082 359152 969429 338314 254676 287922 162583 399871 520489",
    );
  });

  it("are those of RFC 6238, appendix B", () => {
    const vectors: [number, string][] = [
      [59, "94287082"],
      [1111111109, "07081804"],
      [1111111111, "14050471"],
      [1234567890, "89005924"],
      [2000000000, "69279037"],
      [20000000000, "65353130"],
    ];
    for (const [seconds, code] of vectors)
      expect(codeAt(ASCII, stepOf(seconds * 1000), 8)).toBe(code);
  });

  it("come from a secret that people can type: base32, 160 bits, never the same twice", () => {
    expect(secretBytes(BASE32)).toEqual(ASCII);
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(secretBytes(one)).toHaveLength(20);
    expect(one).not.toBe(other);
  });

  it("count for the step before and after as well, and no further", () => {
    const now = 1_790_000_000_000;
    const at = (away: number) => stepOfCode(ASCII, codeAt(ASCII, stepOf(now) + away), now);
    expect([-1, 0, 1].map(at)).toEqual([-1, 0, 1].map((away) => stepOf(now) + away));
    expect([-2, 2].map(at)).toEqual([null, null]);
    for (const wrong of ["", "12345", "1234567", "abcdef", "１２３４５６"])
      expect(stepOfCode(ASCII, wrong, now)).toBeNull();
  });

  it("are set up by an address that apps read", () => {
    const address = new URL(appAddress(BASE32, "aigerim.s@office"));
    expect(address.protocol).toBe("otpauth:");
    expect(decodeURIComponent(address.pathname)).toContain("Dropper Graph:aigerim.s@office");
    expect(address.searchParams.get("secret")).toBe(BASE32);
    expect(address.searchParams.get("issuer")).toBe("Dropper Graph");
  });
});

describe("a sealed secret", () => {
  const key = Buffer.alloc(32, 7);

  it("opens with its key for its owner only, and not once a bit is changed", () => {
    const sealed = seal(key, "anna", BASE32);
    expect(sealed).not.toContain(BASE32);
    expect(seal(key, "anna", BASE32)).not.toBe(sealed);
    expect(unseal(key, "anna", sealed)).toBe(BASE32);
    expect(unseal(key, "boris", sealed)).toBeNull();
    expect(unseal(Buffer.alloc(32, 8), "anna", sealed)).toBeNull();
    for (const at of [0, 13, 30]) {
      const bytes = Buffer.from(sealed, "base64url");
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(unseal(key, "anna", bytes.toString("base64url"))).toBeNull();
    }
    expect(unseal(key, "anna", "short")).toBeNull();
  });
});

describe("recovery codes", () => {
  it("are ten different ones, and the same however a person types them", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    const [code = ""] = codes;
    const hash = recoveryHash(Buffer.alloc(32), "anna", code);
    const typed = ` ${code.toUpperCase().replace("-", " ")} `;
    expect(recoveryHash(Buffer.alloc(32), "anna", typed)).toBe(hash);
    expect(recoveryHash(Buffer.alloc(32), "boris", code)).not.toBe(hash);
  });
});

describe("the brake on codes", () => {
  const who = { login: "anna", address: "1.1.1.1", device: null, passwordAt: 1 };

  it("counts over all addresses, and is not cleared by the right password in between", () => {
    const brake = openBackoff();
    let now = 0;
    for (let guess = 0; guess < 10; guess += 1) {
      now += 1000;
      const from = { ...who, address: `1.1.1.${guess}` };
      expect(brake.attempt(from, now)).toBe(0);
      brake.takeBack(from);
      expect(brake.attemptCode(from, now)).toBe(0);
    }
    const elsewhere = { ...who, address: "9.9.9.9" };
    expect(brake.attempt(elsewhere, now)).toBe(0);
    expect(brake.attemptCode(elsewhere, now)).toBeGreaterThan(0);
    // A new password ends what somebody did who had the old one.
    expect(brake.attemptCode({ ...who, passwordAt: 2 }, now)).toBe(0);
  });

  it("takes back only the one attempt: wrong passwords before it still count", () => {
    const brake = openBackoff();
    for (let guess = 0; guess < 4; guess += 1) brake.attempt(who, guess);
    for (let right = 0; right < 3; right += 1) {
      expect(brake.attempt(who, 10 + right)).toBe(0);
      brake.takeBack(who);
    }
    brake.attempt(who, 20);
    expect(brake.attempt(who, 21)).toBeGreaterThan(0);
  });
});
