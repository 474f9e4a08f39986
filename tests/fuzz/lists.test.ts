import { expect, it } from 'vitest';
import { apiDocument } from '../../src/api.ts';
import { exampleAddress, parametersOf } from '../../src/features/api-docs/index.ts';
import { operationsOf } from '../../src/platform/index.ts';
import { givenApp } from '../given/app.ts';

const document = apiDocument();
const takes = (found: ReturnType<typeof operationsOf>[number], parameter: string) =>
  parametersOf(found).some(({ name }) => name === parameter);
/** The lists of the register; what is searched for has an order of its own. */
const lists = operationsOf(document).filter((found) => takes(found, 'limit') && takes(found, 'after') && !takes(found, 'q'));

type List = { total: number; items: unknown[]; next: string | null };

it.each(lists)('walks $path by the links and finds everything once, in the order of one long page', async (found) => {
  const app = await givenApp({ login: true });
  const [address = ''] = exampleAddress(document, found).split('?');
  const whole = (await (await app.request(`${address}?limit=200`)).json()) as List;
  expect(whole.items.length).toBeGreaterThan(1);
  expect([whole.total, whole.next]).toEqual([whole.items.length, null]);
  const limit = Math.ceil(whole.total / 4);
  const items: unknown[] = [];
  for (let path: string | undefined = `${address}?limit=${limit}`; path; ) {
    const answer: Response = await app.request(path);
    const page = (await answer.json()) as List;
    expect(page.total).toBe(whole.total);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    path = answer.headers.get('link')?.match(/^<(.+)>; rel="next"$/)?.[1];
    expect(page.next === null).toBe(path === undefined);
  }
  expect(items).toEqual(whole.items);
});

it('pages every list of the register by its keys', () => {
  expect(lists.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/counties', '/counties/{code}/bodies', '/municipalities', '/agreements', '/law/statutes', '/law/citations']),
  );
});
