import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { asPdf } from '../../src/formats/read/given-files.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader } from './visit.ts';

let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true, clock: givenClock() });
});

const document = (county: string) => ({
  title: `Överenskommelse om samverkan i ${county}`,
  sections: [
    {
      level: 1 as const,
      number: '1',
      heading: 'Parter och giltighet',
      blocks: [
        { kind: 'paragraph' as const, text: `Parter är regionen och kommunerna i ${county}.` },
        { kind: 'paragraph' as const, text: 'Överenskommelsen gäller från 2026-01-01 till 2028-12-31.' },
      ],
    },
    {
      level: 1 as const,
      number: '2',
      heading: 'Ansvar',
      blocks: [
        { kind: 'paragraph' as const, text: 'Socialtjänsten ansvarar för stöd i boendet.' },
        { kind: 'paragraph' as const, text: 'Överenskommelsen följs upp varje år.' },
      ],
    },
  ],
});

describe.each([
  ['Jönköpings län', 'strategigrupp-06'],
  ['Dalarna', 'strategigrupp-20'],
])('an agreement of %s that exists as a PDF', (county, account) => {
  test('is read in, its proposed terms are taken or refused by a person, and it becomes a working copy', async () => {
    const reader = await givenReader(app, await givenLoggedIn(app, account));
    expect((await reader.visit('/import')).status).toBe(200);
    const read = await reader.send('/import', 'fil', Uint8Array.from(asPdf(document(county))));
    expect(read.document.querySelector('h1')?.textContent).toContain(`samverkan i ${county}`);
    const proposals = await reader.visit(`${read.path}/forslag`);
    const waiting = proposals.document.querySelectorAll('button[value="accept"]').length;
    expect(waiting).toBeGreaterThan(1);
    const taken = await proposals.submit('proposal', { verdict: 'accept' });
    expect(taken.status).toBe(200);
    const refused = await taken.submit('reason', { verdict: 'reject', reason: 'Det står något annat i texten.' });
    expect(refused.document.querySelectorAll('button[value="accept"]').length).toBe(waiting - 2);
    const begin = refused.links().find(({ href }) => href.startsWith('/arbetsversioner/fran-import/'));
    const form = await reader.visit(begin?.href ?? '');
    const fields = {
      leave: 'yes',
      kind: 'county',
      area: 'missbruk-beroende',
      title: `Samverkan i ${county}`,
      slug: `inlast-${account}`,
      label: '2026',
      prefix: 'IN',
    };
    const opened = await form.submit('slug', fields);
    expect(opened.text, opened.path).toContain('Ansvar');
    expect(opened.path).toMatch(/^\/arbetsversioner\/[0-9a-f-]{36}/);
  });
});
