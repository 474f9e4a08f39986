import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { gallery } from './index.ts';

type Names = keyof typeof gallery;
const names = Object.keys(gallery) as Names[];

function open(name: Names) {
  const page: () => unknown = gallery[name];
  const html = String(page());
  return { html, dom: new JSDOM(html, { runScripts: 'outside-only', url: 'https://overens.example/' }) };
}

/** Contrast is computed from the tokens instead: jsdom has no layout. */
async function faultsOf(dom: JSDOM): Promise<string[]> {
  dom.window.eval(axe.source);
  const run = dom.window.eval(`axe.run(document, { rules: { 'color-contrast': { enabled: false } } })`) as Promise<axe.AxeResults>;
  const { violations } = await run;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(names)('the gallery page %s', (name) => {
  it('has no fault that axe can find', async () => {
    expect(await faultsOf(open(name).dom)).toEqual([]);
  });

  it('holds nothing that the content security policy refuses', () => {
    const { html, dom } = open(name);
    const { document } = dom.window;
    expect(document.querySelectorAll('[style], style').length).toBe(0);
    expect([...document.querySelectorAll('script')].every((script) => script.src.startsWith('https://overens.example/assets/'))).toBe(true);
    expect(html).not.toMatch(/ on[a-z]+="/);
  });

  it('asks nothing of other servers', () => {
    const fetched = [...open(name).dom.window.document.querySelectorAll<HTMLElement>('[src], link[href]')];
    expect(fetched.length).toBeGreaterThan(0);
    for (const element of fetched) expect(element.getAttribute('src') ?? element.getAttribute('href')).toMatch(/^\//);
  });

  it('has one h1 and skips no level of heading', () => {
    const levels = [...open(name).dom.window.document.querySelectorAll('main :is(h1, h2, h3, h4, h5)')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const afterTitle = levels.slice(levels.indexOf(1));
    afterTitle.forEach((level, index) => {
      if (index > 0) expect(level - (afterTitle[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('uses no id twice', () => {
    const ids = [...open(name).dom.window.document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stays within its share of the wire: 10 kB', () => {
    expect(gzipSync(open(name).html).length).toBeLessThan(10_000);
  });
});

it('would notice a fault', async () => {
  expect(
    await faultsOf(new JSDOM('<html lang="sv"><title>x</title><main><h1>x</h1><img src="/x.png"></main>', { runScripts: 'outside-only' })),
  ).toEqual([expect.stringContaining('image-alt')]);
});
