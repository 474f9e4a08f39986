import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { axeFaults } from '../given/axe.ts';

const faultsIn = (main: string) => {
  const html = `<!doctype html><html lang="sv"><head><title>Prov</title></head><body><main><h1>Prov</h1>${main}</main></body></html>`;
  return axeFaults(html, new JSDOM(html).window.document);
};

test('a page without faults has none, also when it comes again', async () => {
  for (const _ of [1, 2]) expect(await faultsIn('<p id="a">Text</p><label for="b">Namn</label><input id="b">')).toEqual([]);
});

test.each([
  ['<input id="namn">', 'label #namn'],
  ['<div id="rad" role="listitem">Text</div>', 'aria-required-parent #rad'],
  ['<p id="a">Text</p><p id="a">Text</p>', 'duplicate-id #a'],
  ['<span id="a">Namn</span><span id="a">Ort</span><input aria-labelledby="a">', 'duplicate-id #a'],
])('%s is found out, with its place, each time', async (main, fault) => {
  for (const _ of [1, 2]) expect(await faultsIn(main)).toEqual([fault]);
});
