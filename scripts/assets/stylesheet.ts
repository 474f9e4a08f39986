import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { compile } from 'sass';
import { tokens } from '../../src/ui/tokens.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = join(root, 'src', 'ui');
const govuk = dirname(dirname(createRequire(import.meta.url).resolve('govuk-frontend')));

/** What govuk-frontend calls a colour and what our theme calls it. */
const COLOURS: Readonly<Record<string, string>> = {
  brand: 'pine',
  text: 'ink',
  'inverse-text': 'on-pine',
  'template-background': 'paper',
  'body-background': 'paper',
  'secondary-text': 'muted',
  focus: 'focus',
  'focus-text': 'on-focus',
  error: 'red',
  success: 'pine',
  border: 'line',
  'input-border': 'muted',
  hover: 'line',
  link: 'link',
  'link-visited': 'visited',
  'link-hover': 'link-deep',
  'link-active': 'ink',
  'surface-background': 'paper',
  'surface-text': 'ink',
  'surface-border': 'line',
};

/** The MIT licence of govuk-frontend asks for its notice wherever parts of it go. */
const NOTICE = '/*! Parts from govuk-frontend: Copyright (C) 2017 Crown Copyright (Government Digital Service), MIT License */';

/** Headings and body text are ours alone, whatever class they carry. */
const OWN = /^govuk-(heading|body|caption)-/;

/** The whole stylesheet: theme, fonts, the govuk-frontend rules in use, our own. Minified. */
export function stylesheet(fontFaces: string): string {
  const { css } = compile(join(sources, 'styles', 'overens.scss'), {
    style: 'compressed',
    loadPaths: [dirname(govuk), govuk],
    quietDeps: true,
  });
  const used = usedClasses(join(root, 'src'));
  const themed = purge(themeColours(css.replace(/^\ufeff/, '')), (name) => !name.startsWith('govuk-') || (used(name) && !OWN.test(name)));
  return (
    NOTICE + transformSync(`${fontFaces}${themeProperties()}${leanFonts(themed)}`, { loader: 'css', minify: true, target: 'es2022' }).code
  );
}

/** `:root` properties for both themes, from the tokens. Paper prints the light theme. */
function themeProperties(): string {
  const list = (theme: 'light' | 'dark') =>
    Object.entries(tokens)
      .filter(([, token]) => theme === 'light' || token.light !== token.dark)
      .map(([name, token]) => `--${name}:${token[theme]}`)
      .join(';');
  return `:root{${list('light')}}@media screen and (prefers-color-scheme:dark){:root{${list('dark')}}}`;
}

/** Colours that govuk-frontend takes from its palette and gives no name. */
const PALETTE: Readonly<Record<string, string>> = {
  '#fff;': 'var(--surface);',
  '#fff}': 'var(--surface)}',
  '#f3f3f3': 'var(--sunken)',
  '#651b1b': 'var(--red-deep)',
};

function themeColours(css: string): string {
  const named = css.replace(/var\(--govuk-([a-z-]+)-colour, ?#[0-9a-f]{3,8}\)/g, (_, name: string) => {
    if (name === 'print-text') return '#000';
    const token = COLOURS[name];
    if (!token) throw new Error(`govuk-frontend has a colour that the theme does not know: ${name}`);
    return `var(--${token})`;
  });
  return Object.entries(PALETTE).reduce((text, [colour, property]) => text.replaceAll(colour, property), named);
}

/** The body sets the font once, and the text size follows the density of the page. */
function leanFonts(css: string): string {
  return css
    .replace(/font-family:inherit;?/g, '')
    .replace(/(-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale);?/g, '')
    .replace(/(\.govuk-[^{}]*\{[^{}]*?font-size:)1\.1875rem/g, '$1var(--text)');
}

/** Drops every selector with a class that is not kept, and every rule left without selectors or declarations. */
export function purge(css: string, keep: (name: string) => boolean): string {
  let at = 0;
  const block = (): string => {
    let out = '';
    let start = at;
    while (at < css.length) {
      const char = css[at];
      if (char === '"') at = css.indexOf('"', at + 1);
      if (char === '}') break;
      if (char === '{') {
        const head = css.slice(start, at).trim();
        at++;
        const body = block();
        at++;
        start = at;
        const kept = head.startsWith('@')
          ? head
          : splitSelectors(head)
              .filter((selector) => classesOf(selector).every(keep))
              .join(',');
        if (kept && body) out += `${kept}{${body}}`;
        continue;
      }
      at++;
      if (char === ';' && css.slice(start, at).trim().startsWith('@')) {
        out += css.slice(start, at);
        start = at;
      }
    }
    return out + css.slice(start, at);
  };
  return block();
}

/** Selectors of a rule, cut at the commas that are not inside parentheses. */
function splitSelectors(head: string): string[] {
  return head.split(/,(?![^(]*\))/);
}

/** Classes a selector needs. Those inside `:not(…)` and `:is(…)` are not needed. */
function classesOf(selector: string): string[] {
  const bare = selector.replace(/:(not|is|where|has)\([^)]*\)/g, '');
  return [...bare.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '');
}

/** Is a class written by any component? A class that ends in an expression (`govuk-input--width-${width}`) keeps all that begin so. */
function usedClasses(folder: string): (name: string) => boolean {
  const exact = new Set<string>();
  const starts = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.tsx') || file.endsWith('.test.tsx')) continue;
    const text = readFileSync(join(folder, file), 'utf8').replace(/govuk-\$\{kind\}/g, 'govuk-radios');
    for (const [, name, open] of text.matchAll(/(govuk-[\w-]*)(\$\{)?/g)) (open ? starts : exact).add(name ?? '');
  }
  const like = (name: string) => name.replace('govuk-checkboxes', 'govuk-radios');
  return (name) => exact.has(like(name)) || [...starts].some((start) => start.length > 'govuk-'.length && like(name).startsWith(start));
}
