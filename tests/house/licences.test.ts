import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
// @ts-expect-error plain JavaScript: it runs before anything is installed
import * as licences from "../../setup/licences.mjs";
// @ts-expect-error plain JavaScript: it runs before anything is installed
import { writeInventory } from "../../setup/sbom.mjs";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}
const productionPackages: () => readonly Package[] = licences.productionPackages;
const isAllowed: (expression: string) => boolean = licences.isAllowed;

describe("the packages of the product", () => {
  it("have allowed licences, every one of them", () => {
    const packages = productionPackages();
    expect(packages.length).toBeGreaterThan(150);
    const others = packages
      .filter(({ licence }) => !isAllowed(licence))
      .map(({ name, licence }) => `${name}: ${licence}`);
    expect(others).toEqual([]);
  });

  it("are judged by the whole expression", () => {
    const judged = [
      ...["MIT", "(MIT OR GPL-3.0)", "MIT AND OFL-1.1", "GPL-3.0 OR (MIT AND Zlib)"],
      ...["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND AGPL-3.0", "unknown"],
      ...["MIT WITH some-exception", "SEE LICENSE IN LICENSE", ""],
    ].map((expression) => isAllowed(expression));
    expect(judged).toEqual([...Array(4).fill(true), ...Array(7).fill(false)]);
  });

  it("stand in the inventory with name, version and licence, and Neo4j beside them", () => {
    const folder = mkdtempSync(join(tmpdir(), "dropper-graph-sbom-"));
    writeInventory(folder);
    const sbom = JSON.parse(readFileSync(join(folder, "sbom.cdx.json"), "utf8")) as {
      bomFormat: string;
      components: { name: string; version: string; licenses?: unknown[] }[];
    };
    const list = readFileSync(join(folder, "licences.txt"), "utf8");
    rmSync(folder, { recursive: true });
    expect(sbom.bomFormat).toBe("CycloneDX");
    const listed = new Set(sbom.components.map(({ name, version }) => `${name} ${version}`));
    for (const { name, version, licence } of productionPackages()) {
      expect(listed).toContain(`${name} ${version}`);
      expect(list).toContain(`${name} ${version}  ${licence}\n`);
    }
    expect(sbom.components.filter((one) => (one.licenses ?? []).length === 0)).toEqual([]);
    expect(listed).toContain("neo4j-bootcheck 5.26.30");
  });
});
