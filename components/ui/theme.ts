import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/** Ink blue: the one accent, for links, focus and the primary action. Red is kept for debt and stop. */
const ink: MantineColorsTuple = [
  "#eef4fd",
  "#dbe7fa",
  "#b6cdf5",
  "#8bb8ff",
  "#6ea8ff",
  "#5c97ee",
  "#1f5fbf",
  "#1a52a6",
  "#16448a",
  "#11366e",
];

const gray: MantineColorsTuple = [
  "#fafbfc",
  "#f3f5f7",
  "#e6e8eb",
  "#d7dbe0",
  "#c3c9d0",
  "#8a939e",
  "#5b6470",
  "#454d57",
  "#2c323a",
  "#1a1d21",
];

const dark: MantineColorsTuple = [
  "#e6e9ed",
  "#c3cad2",
  "#a6afba",
  "#8d97a3",
  "#3a424c",
  "#2b323a",
  "#1e242b",
  "#181d23",
  "#101418",
  "#0b0e11",
];

const red: MantineColorsTuple = [
  "#fdebea",
  "#f9d3d1",
  "#f2a9a5",
  "#ff9c94",
  "#f0857d",
  "#e8746c",
  "#b3261e",
  "#9a1f18",
  "#801913",
  "#66130e",
];

const fontFamily =
  '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei UI","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif';

/** Inputs and buttons take their height and type size from the density in `app/globals.css`. */
const control = {
  "--input-height": "var(--control-height)",
  "--input-fz": "var(--form-font-size)",
};

/** Filled parts are dark on light ink in the dark scheme; Mantine would write white on both. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === "filled" ? { ...colors, color: "var(--on-accent)" } : colors;
};

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 6, dark: 4 },
  variantColorResolver: variantColors,
  colors: { ink, gray, dark, red },
  black: "#1a1d21",
  fontFamily,
  fontFamilyMonospace:
    'ui-monospace,"SF Mono","Cascadia Mono","Consolas","Noto Sans Mono",monospace',
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.35", sm: "1.4", md: "1.5", lg: "1.5", xl: "1.4" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "3px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  defaultRadius: "md",
  headings: {
    fontFamily,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "1.4" },
      h2: { fontSize: "16px", lineHeight: "1.5" },
      h3: { fontSize: "14px", lineHeight: "1.5" },
      h4: { fontSize: "14px", lineHeight: "1.5" },
    },
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Input: { defaultProps: { size: "sm" }, vars: () => ({ wrapper: control }) },
    InputWrapper: {
      defaultProps: { size: "sm", inputWrapperOrder: ["label", "input", "description", "error"] },
    },
    Button: {
      defaultProps: { size: "sm" },
      vars: (_: unknown, props: { size?: string }) => ({
        root:
          props.size === "sm" || props.size === undefined
            ? { "--button-height": "var(--control-height)", "--button-fz": "var(--form-font-size)" }
            : {},
      }),
    },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } },
    Popover: { defaultProps: { transitionProps: { duration: 120 }, shadow: "sm" } },
    // The placeholder it would add is no item of a menu.
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 120 },
        shadow: "sm",
      },
    },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 120 } } },
    Loader: { defaultProps: { size: "sm", type: "dots" } },
  },
});

/** Surfaces, hairlines and text of both schemes, so that every Mantine part uses the same few. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-text": "#1a1d21",
    "--mantine-color-dimmed": "#5b6470",
    "--mantine-color-placeholder": "#6b7480",
    "--mantine-color-default-border": "#d7dbe0",
    "--mantine-color-anchor": "#1f5fbf",
    "--mantine-color-error": "#b3261e",
  },
  dark: {
    "--mantine-color-text": "#e6e9ed",
    "--mantine-color-dimmed": "#a6afba",
    "--mantine-color-placeholder": "#8d97a3",
    "--mantine-color-default-border": "#3a424c",
    "--mantine-color-anchor": "#8bb8ff",
    "--mantine-color-error": "#ff9c94",
  },
});
