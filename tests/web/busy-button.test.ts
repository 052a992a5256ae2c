import { ActionIcon, Button, MantineProvider } from "@mantine/core";
import { createElement, type FunctionComponent, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { theme } from "../../web/theme/mantine.ts";

/** What these tests ask of a button: Mantine's own types depend on the element it is drawn as. */
type Drawn = FunctionComponent<{ loading?: boolean; disabled?: boolean; type?: string }>;
const KINDS = [
  ["Button", Button as unknown as Drawn],
  ["ActionIcon", ActionIcon as unknown as Drawn],
] as const;

/** The attributes of the one button that is drawn. */
function drawn(button: ReactElement): string {
  const page = renderToStaticMarkup(createElement(MantineProvider, { theme }, button));
  return /<button[^>]*>/.exec(page)?.[0] ?? "";
}

describe("a button", () => {
  it.each(KINDS)(
    "%s that works on something says so and keeps the focus: it is not disabled",
    (_, kind) => {
      const busy = drawn(createElement(kind, { loading: true }, "Save"));
      expect(busy).toContain('aria-disabled="true"');
      expect(busy).not.toMatch(/\sdisabled/);
      const idle = drawn(createElement(kind, {}, "Save"));
      expect(idle).toContain('type="button"');
      expect(idle).not.toContain("disabled");
    },
  );

  it("that cannot be pressed is disabled, and one of a form sends it", () => {
    expect(drawn(createElement(KINDS[0][1], { disabled: true }, "Save"))).toMatch(/\sdisabled=""/);
    expect(drawn(createElement(KINDS[0][1], { type: "submit" }, "Save"))).toContain(
      'type="submit"',
    );
  });
});
