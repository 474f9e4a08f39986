/** A colour in the light and in the dark theme. */
export type Token = { readonly light: string; readonly dark: string };

/**
 * Every colour of the theme. The build turns them into custom properties (`--paper`, `--ink` …); a test computes the
 * contrast of every pair that meets on a page.
 */
export const tokens = {
  paper: { light: '#fbfaf7', dark: '#12181d' },
  surface: { light: '#ffffff', dark: '#1a2229' },
  sunken: { light: '#f3f1eb', dark: '#192027' },
  ink: { light: '#1c2530', dark: '#e8edf1' },
  muted: { light: '#566270', dark: '#a9b5c0' },
  line: { light: '#dedbd2', dark: '#313d47' },
  pine: { light: '#14513f', dark: '#7cc9a8' },
  'pine-deep': { light: '#0d3a2d', dark: '#a2dcc3' },
  'pine-soft': { light: '#e6efe9', dark: '#17302a' },
  'on-pine': { light: '#ffffff', dark: '#12181d' },
  link: { light: '#0f5c8c', dark: '#7fc1ec' },
  'link-deep': { light: '#0a3d5e', dark: '#b5dcf5' },
  'link-soft': { light: '#e5eff5', dark: '#172a38' },
  visited: { light: '#5b3f7d', dark: '#c4aeea' },
  amber: { light: '#8a5300', dark: '#f0b85a' },
  'amber-soft': { light: '#faf1df', dark: '#32291a' },
  red: { light: '#a3261d', dark: '#ff9a8f' },
  'red-deep': { light: '#7d1a13', dark: '#ffb9b1' },
  'red-soft': { light: '#fae9e6', dark: '#3a201e' },
  'on-red': { light: '#ffffff', dark: '#12181d' },
  'mark-b': { light: '#8db9aa', dark: '#3f7f8f' },
  'mark-both': { light: '#0b2f25', dark: '#e2f3ea' },
  focus: { light: '#ffd84d', dark: '#ffd84d' },
  'on-focus': { light: '#1c2530', dark: '#1c2530' },
} as const satisfies Record<string, Token>;

export type TokenName = keyof typeof tokens;

/** Text or sign on a ground, with the least contrast it must have: 4.5 for text, 3 for signs and edges of controls (WCAG 1.4.3, 1.4.11). */
export type Pair = { readonly fore: TokenName; readonly back: TokenName; readonly least: 4.5 | 3 };

const TEXTS: readonly TokenName[] = ['ink', 'muted', 'pine', 'link', 'link-deep', 'visited', 'amber', 'red'];
const GROUNDS: readonly TokenName[] = ['paper', 'surface', 'sunken'];

/** Every pair of colours that meets on a page. */
export const pairs: readonly Pair[] = [
  ...GROUNDS.flatMap((back) => TEXTS.map((fore) => ({ fore, back, least: 4.5 as const }))),
  { fore: 'on-pine', back: 'pine', least: 4.5 },
  { fore: 'on-pine', back: 'pine-deep', least: 4.5 },
  { fore: 'on-red', back: 'red', least: 4.5 },
  { fore: 'on-red', back: 'red-deep', least: 4.5 },
  { fore: 'on-focus', back: 'focus', least: 4.5 },
  { fore: 'paper', back: 'ink', least: 4.5 },
  ...(['pine', 'ink', 'muted', 'link'] as const).map((fore) => ({ fore, back: 'pine-soft' as const, least: 4.5 as const })),
  ...(['amber', 'ink', 'muted', 'link'] as const).map((fore) => ({ fore, back: 'amber-soft' as const, least: 4.5 as const })),
  ...(['red', 'ink', 'muted', 'link'] as const).map((fore) => ({ fore, back: 'red-soft' as const, least: 4.5 as const })),
  ...(['link', 'link-deep', 'ink', 'muted'] as const).map((fore) => ({ fore, back: 'link-soft' as const, least: 4.5 as const })),
];
