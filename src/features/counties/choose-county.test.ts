import { describe, expect, it } from 'vitest';
import { chooseCountyPage } from './choose-county.page.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function choose(body: string, headers: Record<string, string> = FORM): Promise<Response> {
  return Promise.resolve(chooseCountyPage.request('/lan/valj', { method: 'POST', headers, body }));
}

const sent = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

describe('choosing a county', () => {
  it('never leads to another site, however the path is written', async () => {
    for (const back of [
      '//evil.example',
      '/.//evil.example',
      '/..//evil.example',
      '/a/..//evil.example',
      '/./\\evil.example',
      '/%2e//evil.example',
    ]) {
      expect((await choose(sent({ county: '06', return: back }))).headers.get('location'), back).toBe('/');
    }
    expect((await choose(sent({ county: '06', return: '/avtal?lan=06' }))).headers.get('location')).toBe('/avtal?lan=06');
  });

  it('changes nothing when what is sent is no choice', async () => {
    const broken = { 'content-type': 'multipart/form-data; boundary=x' };
    const answers = [
      await choose(sent({ county: 'Dalarna' })),
      await choose(sent({ return: '/avtal' })),
      await choose('not a form', broken),
      await choose('{"county":"06"}', { 'content-type': 'application/json' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect((await choose(sent({ county: '' }))).headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it('does not read more than a choice can be', async () => {
    const answer = await choose(sent({ county: '06', return: '/', more: 'x'.repeat(10_000) }), { ...FORM, 'content-length': '10030' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
