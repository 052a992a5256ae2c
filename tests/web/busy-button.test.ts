import { ActionIcon, Button, MantineProvider } from "@mantine/core";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { theme } from "../../web/theme/mantine.ts";

/** The attributes of the one button that is drawn. */
function drawn(button: ReactElement): string {
  const page = renderToStaticMarkup(createElement(MantineProvider, { theme }, button));
  return /<button[^>]*>/.exec(page)?.[0] ?? "";
}

describe("a button", () => {
  it.each([
    ["Button", Button],
    ["ActionIcon", ActionIcon],
  ])("%s that works on something says so and keeps the focus: it is not disabled", (_, kind) => {
    const busy = drawn(createElement(kind as typeof Button, { loading: true }, "Save"));
    expect(busy).toContain('aria-disabled="true"');
    expect(busy).not.toMatch(/\sdisabled/);
    const idle = drawn(createElement(kind as typeof Button, {}, "Save"));
    expect(idle).toContain('type="button"');
    expect(idle).not.toContain("disabled");
  });

  it("that cannot be pressed is disabled, and one of a form sends it", () => {
    expect(drawn(createElement(Button, { disabled: true }, "Save"))).toMatch(/\sdisabled=""/);
    expect(drawn(createElement(Button, { type: "submit" }, "Save"))).toContain('type="submit"');
  });
});
