import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cutFont, FONTS, fontFaces, GLYPHS } from '../../../scripts/assets/fonts.ts';
import { purge, stylesheet } from '../../../scripts/assets/stylesheet.ts';
import { tokens } from '../tokens.ts';

const css = stylesheet(fontFaces((file) => file));

describe('the stylesheet', () => {
  it('stays within 15 kB over the wire', () => {
    expect(gzipSync(css, { level: 9 }).length).toBeLessThan(15_000);
  });

  it('fetches nothing but our own fonts', () => {
    const addresses = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1]);
    expect(addresses.sort()).toEqual(FONTS.map(({ file }) => file).sort());
    expect(css).not.toContain('@import');
  });

  it('has no colour outside the theme, so that the dark theme misses none', () => {
    const theme = new Set<string>(Object.values(tokens).flatMap(({ light, dark }) => [light, dark]));
    const own = new Set(['#000', '#0000', '#12181d29']);
    const strange = [...css.matchAll(/#[0-9a-f]{3,8}\b/g)]
      .map(([colour]) => colour)
      .filter((colour) => !theme.has(colour) && !own.has(colour));
    expect(strange).toEqual([]);
  });

  it('has no property of govuk-frontend left that the theme does not set', () => {
    expect(css).not.toMatch(/var\(--govuk-/);
    const used = new Set([...css.matchAll(/var\(--([\w-]+)/g)].map((match) => match[1] ?? ''));
    expect([...used].filter((name) => !css.includes(`--${name}:`))).toEqual([]);
  });

  it('says whose parts it holds', () => {
    expect(css).toMatch(/^\/\*! Parts from govuk-frontend: Copyright .* MIT License \*\//);
  });

  it('carries no trademark of gov.uk', () => {
    expect(css.replace(/\/\*.*?\*\//g, '').toLowerCase()).not.toMatch(/gds transport|crown/);
  });

  it('prints in the light theme whatever the reader has on screen', () => {
    expect(css).toMatch(/@media screen and \(prefers-color-scheme: ?dark\)/);
    expect(css).not.toMatch(/@media \(prefers-color-scheme: ?dark\)/);
  });
});

describe('purging', () => {
  const keep = (name: string) => name !== 'gone';

  it('drops a selector that needs a class nobody writes, and the rule when none is left', () => {
    expect(purge('.a,.gone{x:y}.gone{x:y}.b .gone{x:y}.b{x:y}', keep)).toBe('.a{x:y}.b{x:y}');
  });

  it('keeps a selector that only excludes such a class', () => {
    expect(purge('.a:not(.gone){x:y}', keep)).toBe('.a:not(.gone){x:y}');
  });

  it('drops a media query left empty and keeps at-rules without selectors', () => {
    expect(purge('@media print{.gone{x:y}}@media print{.a{x:y}}@font-face{x:y}', keep)).toBe('@media print{.a{x:y}}@font-face{x:y}');
  });

  it('is not misled by braces and commas inside strings and functions', () => {
    expect(purge('.a::before{content:"}{"}:is(.a,.gone) b{x:y}', keep)).toBe('.a::before{content:"}{"}:is(.a,.gone) b{x:y}');
  });
});

describe('the fonts', () => {
  it('stay within 30 kB in all', async () => {
    const cuts = await Promise.all(FONTS.map(cutFont));
    expect(cuts.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(30_720);
    for (const cut of cuts) expect(cut.subarray(0, 4).toString()).toBe('wOF2');
  });

  it('have the letters and signs of Swedish law and of names in Sweden', () => {
    for (const sign of 'åäöÅÄÖéÉüèáæø§¶–—”’…·½€\u00a0−') expect(GLYPHS).toContain(sign);
  });
});
