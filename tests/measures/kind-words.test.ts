import { describe, expect, it } from "vitest";
import { isJoining, lettersNamed } from "../../server/measures/letters/kind-words.ts";

describe("letters by what they are called", () => {
  const CASES: readonly (readonly [string, readonly string[]])[] = [
    ["выписку", ["statement-request"]],
    ["запрос", ["statement-request", "block-request"]],
    ["приостановлении", ["freeze-request", "loan-suspension"]],
    ["претензии", ["demand"]],
    ["уведомлению", ["return-notice"]],
    ["блокирование", ["block-request"]],
    ["көшірмелерді", ["statement-request"]],
    ["хабарлама", ["return-notice", "incident"]],
    ["statement", ["statement-request"]],
    ["suspending", ["freeze-request", "loan-suspension"]],
    ["на", []],
    ["Блоков", []],
    ["Литвинова", []],
    ["722", []],
  ];
  for (const [typed, letters] of CASES)
    it(`"${typed}": ${letters.join(", ") || "none"}`, () => {
      expect(lettersNamed(typed)).toEqual(letters);
    });

  it("words that only join others tell nothing", () => {
    expect(["на", "туралы", "of", "Выписка"].map(isJoining)).toEqual([true, true, true, false]);
  });
});
