import { describe, expect, it } from "vitest";
import { withoutValues } from "../../server/cli/cypher.ts";

describe("a typed query as the log keeps it", () => {
  it("holds no text, long number or comment", () => {
    const typed =
      "MATCH (h:Holder {name: 'Ахметов \\'А\\' // x'})-[:HOLDS]->(a) // about Ахметов\n" +
      'WHERE h.iin = "900101300123" /* ИИН */ AND a.openedAt > 1767225600000 RETURN a LIMIT 10';
    expect(withoutValues(typed)).toBe(
      "MATCH (h:Holder {name: '…'})-[:HOLDS]->(a) \n" +
        'WHERE h.iin = "…"  AND a.openedAt > … RETURN a LIMIT 10',
    );
  });
});
