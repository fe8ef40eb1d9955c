import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { HEAT } from './heat.ts';

/** One hue for actions and selection. White on shade 7 (light) and 6 (dark) has 6.3 and 4.9 to 1. */
const teal: MantineColorsTuple = [
  '#e8f5f3',
  '#d3ebe8',
  '#a9d7d2',
  '#7cc2bb',
  '#56c7bd',
  '#2f9a91',
  '#148078',
  '#0b6b64',
  '#08554f',
  '#053f3b',
];

/** Greys of the dark scheme with the blue of its surfaces, so that fields and buttons belong to the cards they lie on. */
const dark: MantineColorsTuple = [
  '#cdd3da',
  '#b8bfc7',
  '#8b949e',
  '#6a737d',
  '#424a53',
  '#343a41',
  '#262b31',
  '#1d2126',
  '#191d21',
  '#14171a',
];

/** Sizes and colours of the interface; docs/interface.md has the rules behind them. */
export const theme = createTheme({
  primaryColor: 'teal',
  colors: { teal, dark },
  // `autoContrast` ignores a shade per scheme, so both are chosen to hold white text.
  primaryShade: { light: 7, dark: 6 },
  fontFamily:
    "'Inter Variable', system-ui, -apple-system, 'Segoe UI', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', monospace",
  defaultRadius: 'sm',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  headings: {
    sizes: {
      h1: { fontSize: '22px', fontWeight: '600', lineHeight: '1.3' },
      h2: { fontSize: '16px', fontWeight: '600', lineHeight: '1.4' },
      h3: { fontSize: '14px', fontWeight: '600', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  // By name and without `extend`, which would bring these components, a tenth of a page, into every first load.
  components: {
    // What opens stands within a landmark, below the page that opened it; the frame and what is shared have one of this name.
    Popover: { defaultProps: { portalProps: { target: '#main' } } },
    // The first thing of a menu has the focus, not an empty one before it, which menus may not hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // A header within a dialog would be one of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    DrawerHeader: { defaultProps: { component: 'div' } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
});

/** Colours that differ by scheme, as CSS variables, so that dark is the same components. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f7f9',
    '--mantine-color-text': '#15191d',
    '--mantine-color-dimmed': '#4f5963',
    '--mantine-color-placeholder': '#5c6670',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-red-6': '#b3261e',
    '--mantine-color-red-7': '#b3261e',
    '--mantine-color-default-border': '#c5ccd4',
    '--surface': '#ffffff',
    '--line': '#dfe3e8',
    '--hover': '#f1f3f5',
    '--good': '#0f6f52',
    '--warn': '#8f4700',
    '--bad': '#b3261e',
    '--good-soft': '#ddf1ea',
    '--warn-soft': '#fdecd8',
    '--bad-soft': '#fbe4e2',
    '--accent': '#0b6b64',
    '--accent-soft': '#d3ebe8',
    '--bar': '#dbe9f9',
    '--ink-on-bar': '#45505b',
    '--series-1': '#1c6dd0',
    '--series-2': '#b35600',
    '--series-3': '#148078',
    '--series-4': '#8a3ffc',
    '--series-5': '#b3261e',
    ...HEAT.light,
  },
  dark: {
    '--mantine-color-body': '#14171a',
    '--mantine-color-text': '#e8eaed',
    '--mantine-color-dimmed': '#a3adb8',
    '--mantine-color-placeholder': '#9aa4ae',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-red-6': '#ff8a80',
    '--mantine-color-red-filled': '#b3261e',
    '--mantine-color-default': '#1d2126',
    '--mantine-color-default-hover': '#262b31',
    '--mantine-color-default-border': '#4a525b',
    '--surface': '#1d2126',
    '--line': '#343a41',
    '--hover': '#262b31',
    '--good': '#5fd0a5',
    '--warn': '#ffa657',
    '--bad': '#ff8a80',
    '--good-soft': '#143a2e',
    '--warn-soft': '#43290d',
    '--bad-soft': '#47201d',
    '--accent': '#56c7bd',
    '--accent-soft': '#123b38',
    '--bar': '#24405f',
    '--ink-on-bar': '#c3ccd6',
    '--series-1': '#6fb1ff',
    '--series-2': '#ffa657',
    '--series-3': '#56c7bd',
    '--series-4': '#be95ff',
    '--series-5': '#ff8a80',
    ...HEAT.dark,
  },
});
