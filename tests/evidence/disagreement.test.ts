import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packFacts } from "../../server/evidence/pack.ts";
import { someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";
import { type Event, START } from "../support/money-trail.ts";

const folder = mkdtempSync(join(tmpdir(), "evidence-disagreement-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a package whose claims and trace disagree", () => {
  it("is refused before it is signed: older own money came after the claim was opened", async () => {
    const events: Event[] = [
      { from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" },
      { from: "d1:a", to: "d2", amount: 60_00n },
      { from: "d9", to: "d1:a", amount: 300_00n, at: START - 60_000 },
    ];
    const { claims } = caseFacts(events.slice(0, 2), "pro-rata");
    const options = { language: "ru", at: 0, by: "tester", office: null } as const;
    const facts = { ...caseFacts(events, "pro-rata"), claims };
    await expect(packFacts(folder, facts, options, someSigner())).rejects.toMatchObject({
      code: "package-disagrees",
      message: expect.stringContaining("takes more of transfer t1 than was traced"),
    });
    expect(existsSync(join(folder, "tagmanifest-sha256.txt.sig"))).toBe(false);
  });
});
