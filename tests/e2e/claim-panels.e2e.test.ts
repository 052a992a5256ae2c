import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimPanels } from "../support/claim-panels.ts";
import { type ClaimScene, openClaimScene } from "../support/claim-scene.ts";
import { looks } from "../support/looks.ts";

/**
 * The things that stand closed on the page of a case until somebody opens them: every panel and
 * form of a claim and of its case, with long names, in three languages, both themes and both
 * widths.
 */
let at: ClaimScene;
let page: Page;

beforeAll(async () => {
  at = await openClaimScene();
  ({ page } = at);
});
afterAll(() => at?.close());

describe("what opens on the page of a case", () => {
  it.each(Object.entries(claimPanels))("%s", async (name, open) => {
    await open(at);
    expect(await looks(page, name, { panel: true })).toEqual([]);
  });
});
