import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

const from = createRequire(import.meta.url);

/** A font file of the site: which package file it is cut from and how the stylesheet names it. */
export type FontCut = {
  readonly file: string;
  readonly package: string;
  readonly source: string;
  readonly family: string;
  readonly weight: 400 | 600;
  /** Glyphs that this font does without: they do not stand in the text it sets. */
  readonly without?: RegExp;
};

export const FONTS: readonly FontCut[] = [
  {
    file: 'source-sans-3-400.woff2',
    package: '@fontsource/source-sans-3',
    source: 'source-sans-3-latin-400-normal',
    family: 'Source Sans 3',
    weight: 400,
  },
  {
    file: 'source-sans-3-600.woff2',
    package: '@fontsource/source-sans-3',
    source: 'source-sans-3-latin-600-normal',
    family: 'Source Sans 3',
    weight: 600,
  },
  {
    file: 'source-serif-4-400.woff2',
    package: '@fontsource/source-serif-4',
    source: 'source-serif-4-latin-400-normal',
    family: 'Source Serif 4',
    weight: 400,
    // Agreements are Swedish running text; a name with another letter in it has the fallback's.
    without: /[`^~{}\\|<>$íæøçñÆØÜÉ²³´•àâúóëê]/g,
  },
];

/** Printable ASCII, the letters of Swedish and of names in Sweden, and the signs of legal and running text. */
export const GLYPHS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}åäöÅÄÖéèêëáàâüúóíæøçñÉÜÆØ\u00a0§¶–—−‐‑’‘”“»…·•×°²³½´€`;

/** Kerning, accents, tabular and lining figures; no ligatures or alternates. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'];

/** One font, cut to the glyphs in use. */
export function cutFont(font: FontCut): Promise<Buffer> {
  const folder = dirname(from.resolve(`${font.package}/package.json`));
  const bytes = readFileSync(join(folder, 'files', `${font.source}.woff2`));
  const glyphs = font.without ? GLYPHS.replace(font.without, '') : GLYPHS;
  return subsetFont(bytes, glyphs, { targetFormat: 'woff2', keepFeatures: FEATURES, noHinting: true, noLayoutClosure: true });
}

/** The licence of a font package, to be served beside the fonts (OFL 1.1 asks for it). */
export function fontLicence(name: string): string {
  return readFileSync(join(dirname(from.resolve(`${name}/package.json`)), 'LICENSE'), 'utf8');
}

/** `@font-face` rules, with fallbacks of the same measures so that nothing moves when the fonts arrive. */
export function fontFaces(addressOf: (file: string) => string): string {
  const faces = FONTS.map(
    ({ file, family, weight }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${addressOf(file)}) format("woff2")}`,
  );
  const fallbacks = [
    '@font-face{font-family:"Sans Fallback";src:local("Arial"),local("Liberation Sans");size-adjust:94.7%;ascent-override:108%;descent-override:42%;line-gap-override:0%}',
    '@font-face{font-family:"Serif Fallback";src:local("Georgia");size-adjust:96%;ascent-override:108%;descent-override:35%;line-gap-override:0%}',
  ];
  return [...faces, ...fallbacks].join('');
}
