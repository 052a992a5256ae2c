import { describe, expect, it } from "vitest";
import { browserName } from "../../server/users/browser-name.ts";

const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0";

describe("the name of a browser", () => {
  it("is what its person calls it, whatever others it names beside itself", () => {
    const told: [string, string][] = [
      [`${WINDOWS} ${CHROME} Safari/537.36`, "Chrome 141 · Windows"],
      [`${WINDOWS} ${CHROME} Safari/537.36 Edg/141.0.0.0`, "Edge 141 · Windows"],
      [`${WINDOWS} ${CHROME} YaBrowser/25.8 Safari/537.36`, "Yandex 25 · Windows"],
      [`${WINDOWS} Gecko/20100101 Firefox/143.0`, "Firefox 143 · Windows"],
      [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
        "Safari 18 · iPhone",
      ],
      [
        "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
        "Samsung Internet 28 · Android",
      ],
      ["curl/8.5.0", "curl/8.5.0"],
    ];
    for (const [agent, name] of told) expect(browserName(agent)).toBe(name);
  });

  it("is short and clean, whatever somebody sends", () => {
    expect(browserName(undefined)).toBe("");
    expect(browserName("x".repeat(9000))).toHaveLength(60);
    expect(browserName("a\u0000b\u202ec d")).toBe("abc");
  });
});
