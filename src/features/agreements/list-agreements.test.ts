import { expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { listAgreements } from './list-agreements.ts';

type Input = Parameters<typeof listAgreements>[1];

async function pageOf(input: Input) {
  const page = await listAgreements({ runtime: { database: await givenDatabase(), clock: givenClock() }, actor: PUBLIC }, input);
  if (isRefusal(page)) return expect.fail(page.code);
  return { ...page, slugs: page.items.map(({ agreement }) => agreement.slug) };
}

test.each([1, 2, 3])('in pages of %i the register is read to its end, and back over the same pages to its beginning', async (limit) => {
  const pages = [await pageOf({ limit })];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await pageOf({ limit, after: next }));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flatMap(({ slugs }) => slugs)).toEqual((await pageOf({})).slugs);
  expect(pages[0]?.previous).toBeUndefined();
  for (const [index, page] of pages.entries()) {
    if (index === 0) continue;
    const before = await pageOf({ limit, ...page.previous });
    expect(before.slugs).toEqual(pages[index - 1]?.slugs);
  }
});

test('a page after everything has what is before it, and nothing after', async () => {
  const { slugs } = await pageOf({});
  const beyond = await pageOf({ limit: 2, after: 'z' });
  expect([beyond.slugs, beyond.next]).toEqual([[], undefined]);
  expect((await pageOf({ limit: 2, ...beyond.previous })).slugs).toEqual(slugs.slice(-2));
});
