import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  FileInput,
  type MantineColorsTuple,
  Menu,
  Modal,
  MultiSelect,
  NativeSelect,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from "@mantine/core";
import { BusyButton } from "./busy-button.tsx";

/** Neutral scale; shade 8 is the primary one because Mantine's default shade fails AA. */
const ink: MantineColorsTuple = [
  "#f7f8fa",
  "#eef1f5",
  "#e3e7ed",
  "#cbd2dc",
  "#a9b5c5",
  "#8c98a9",
  "#667085",
  "#465062",
  "#1b2433",
  "#111827",
];

/** Of buttons; a link that looks like one names its own. */
const element = { component: BusyButton };

/**
 * Dense, neutral controls; colours come from tokens.css so that both themes and the graph share one
 * source.
 */
export const theme = createTheme({
  fontFamily: "var(--dg-font)",
  headings: { fontFamily: "var(--dg-font)", fontWeight: "620" },
  primaryColor: "ink",
  primaryShade: 8,
  colors: { ink },
  defaultRadius: "sm",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "8px", xl: "12px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "24px" },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  cursorType: "pointer",
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    if (input.variant === "filled" && (input.color ?? "ink") === "ink") {
      return {
        ...resolved,
        background: "var(--dg-primary)",
        hover: "var(--dg-primary-hover)",
        color: "var(--dg-on-primary)",
      };
    }
    if (input.variant === "default") {
      return {
        background: "var(--dg-raised)",
        hover: "var(--dg-hover)",
        color: "var(--dg-ink)",
        border: "1px solid var(--dg-line-strong)",
      };
    }
    if (input.variant === "subtle" && (input.color ?? "ink") === "ink") {
      return {
        background: "transparent",
        hover: "var(--dg-hover)",
        color: "var(--dg-ink2)",
        border: "1px solid transparent",
      };
    }
    if (input.variant === "light" && (input.color ?? "ink") === "ink") {
      return {
        background: "var(--dg-hover)",
        hover: "var(--dg-line)",
        color: "var(--dg-ink)",
        border: "1px solid transparent",
      };
    }
    return resolved;
  },
  components: {
    Button: Button.extend({ defaultProps: { size: "xs", variant: "default", ...element } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", size: 28, ...element } }),
    TextInput: TextInput.extend({ defaultProps: { size: "xs" } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: "sm" } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: "xs" } }),
    Textarea: Textarea.extend({ defaultProps: { size: "xs" } }),
    FileInput: FileInput.extend({ defaultProps: { size: "xs" } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: "xs" } }),
    Select: Select.extend({
      defaultProps: { size: "xs", allowDeselect: false, comboboxProps: { shadow: "md" } },
    }),
    MultiSelect: MultiSelect.extend({
      defaultProps: { size: "xs", comboboxProps: { shadow: "md" } },
    }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: "xs", withItemsBorders: false },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: "xs" } }),
    Badge: Badge.extend({ defaultProps: { size: "sm", variant: "light" } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: false, fz: 12 } }),
    Menu: Menu.extend({ defaultProps: { shadow: "md", radius: "md" } }),
    Modal: Modal.extend({
      defaultProps: { radius: "md", centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontWeight: 620, fontSize: 14 } },
    }),
  },
});

/**
 * Mantine's own variables pointed at our tokens, the same in both schemes because the tokens change
 * themselves.
 */
const shared = {
  "--mantine-color-body": "var(--dg-bg)",
  "--mantine-color-text": "var(--dg-ink)",
  "--mantine-color-dimmed": "var(--dg-ink3)",
  "--mantine-color-placeholder": "var(--dg-ink3)",
  "--mantine-color-default": "var(--dg-raised)",
  "--mantine-color-default-hover": "var(--dg-hover)",
  "--mantine-color-default-color": "var(--dg-ink)",
  "--mantine-color-default-border": "var(--dg-line-strong)",
  "--mantine-color-disabled": "var(--dg-sunken)",
  "--mantine-color-disabled-color": "var(--dg-ink3)",
  "--mantine-color-disabled-border": "var(--dg-line)",
  "--mantine-color-error": "var(--dg-bad)",
  "--mantine-color-anchor": "var(--dg-ink)",
  "--mantine-color-ink-filled": "var(--dg-primary)",
  "--mantine-color-ink-filled-hover": "var(--dg-primary-hover)",
  "--mantine-color-ink-text": "var(--dg-ink)",
  "--mantine-color-ink-outline": "var(--dg-ink)",
  "--mantine-color-ink-light": "var(--dg-hover)",
  "--mantine-color-ink-light-hover": "var(--dg-line)",
  "--mantine-color-ink-light-color": "var(--dg-ink)",
  "--mantine-primary-color-filled": "var(--dg-primary)",
  "--mantine-primary-color-filled-hover": "var(--dg-primary-hover)",
  "--mantine-primary-color-contrast": "var(--dg-on-primary)",
  "--mantine-primary-color-light": "var(--dg-hover)",
  "--mantine-primary-color-light-color": "var(--dg-ink)",
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
