import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { fieldsOf, formOf } from './form.ts';

const app = new Hono().post('/', async (c) => c.json({ last: await formOf(c), all: [...(await fieldsOf(c))] }));
const send = (body: string) => app.request('/', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });

describe('a form', () => {
  test('comes without what nobody can see: NUL, signs of no width, and those that turn the text around', async () => {
    const answer = await send('namn=A%00nna%E2%80%8B%E2%80%AE+B%0Aerg&namn%00=x%EF%BB%BF');
    expect(await answer.json()).toEqual({
      last: { namn: 'x' },
      all: [
        ['namn', 'Anna B\nerg'],
        ['namn', 'x'],
      ],
    });
  });

  test('larger than any of ours is refused', async () => {
    expect((await send(`a=${'x'.repeat(64 * 1024)}`)).status).toBe(413);
  });

  test('with a file beside it comes without the file, and its words have the same limit', async () => {
    const withFile = async (words: string) => {
      const body = new FormData();
      body.append('namn', `${words}\u200b`);
      body.append('utdrag', new File(['%PDF'.repeat(50_000)], 'utdrag.pdf'));
      return app.request('/', { method: 'POST', body });
    };
    expect(await (await withFile('Anna')).json()).toEqual({ last: { namn: 'Anna' }, all: [['namn', 'Anna']] });
    expect((await withFile('x'.repeat(64 * 1024))).status).toBe(413);
  });
});
