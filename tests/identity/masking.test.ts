import { describe, expect, it } from "vitest";
import { z } from "zod";
import { personal } from "../../contract/personal.ts";
import { masked, maskOf } from "../../server/identity/masking.ts";

describe("masking", () => {
  it("leaves the first letter of a word, and both ends of a number", () => {
    expect(maskOf("name", "Сейтқали Аружан")).toBe("С••••••• А•••••");
    expect(maskOf("iin", "900101400012")).toBe("90••••••••12");
    expect(maskOf("text", "За 900101400012, спасибо")).toBe("За 90••••••••12, спасибо");
    expect(maskOf("phone", "123")).toBe("•••");
  });

  it("keeps two people apart whose numbers look alike, and one person the same", () => {
    const [one, other] = ["900101400012", "900202300012"].map((iin) => maskOf("key", iin));
    expect(one).toMatch(/^90••••••••12 [0-9a-f]{6}$/);
    expect(one).not.toBe(other);
    expect(maskOf("key", "900101400012")).toBe(one);
  });

  it("masks the fields that a schema names, however deep they lie, and no other", () => {
    const schema = z.object({
      bank: z.string(),
      rows: z.array(z.object({ holder: personal("name").nullable().default(null) })),
      by: z.record(z.string(), personal("iin")),
      either: z.union([z.object({ a: z.number() }), z.object({ name: personal("name") })]),
    });
    const value = {
      bank: "Банк",
      rows: [{ holder: "Ли" }, { holder: null }],
      by: { x: "900101400012" },
      either: { name: "Ан" },
    };
    expect(masked(schema, value)).toEqual({
      bank: "Банк",
      rows: [{ holder: "Л•" }, { holder: null }],
      by: { x: "90••••••••12" },
      either: { name: "А•" },
    });
  });
});
