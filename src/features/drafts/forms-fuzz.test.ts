import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftFormVisits } from '../../../tests/architecture/draft-form-visits.ts';
import { draftVisits } from '../../../tests/architecture/draft-visits.ts';
import { givenApp } from '../../../tests/given/app.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';

const DOOR = /^POST \/arbetsversioner\/:id\/(titel|giltighetstid|aterkommer|ansvar|avsnitt|nytt-avsnitt|barn|delaktighet)(?!.*flytta)/;
const visits = { ...draftFormVisits, ...Object.fromEntries(Object.entries(draftVisits).filter(([name]) => DOOR.test(name))) };
const forms = Object.entries(visits).flatMap(([name, all]) => (name.startsWith('POST ') ? all.map((visit) => [name, visit] as const) : []));

const app = await givenApp({ login: true });
const cookies = new Map<string, string>();
beforeAll(async () => {
  for (const as of new Set(forms.map(([, { as }]) => as ?? ''))) cookies.set(as, await givenLoggedIn(app, as));
});

const strange = fc.constantFrom(
  '',
  '-1',
  '0',
  '1e9',
  '99999999999999999999',
  'NaN',
  '__proto__',
  'constructor',
  'each-party',
  'reko.finns-inte',
  'inledning.a999',
  'finns-inte',
  'P-1M',
  '2026-02-30',
  '9999-12-31',
  'substance:finns-inte',
  'age:18',
  'pregnant:yes',
  'pregnant:no',
  '\u0000',
  '‮omvänd',
  '<script>alert(1)</script>',
  'x'.repeat(5000),
  "'; drop table draft; --",
);
const value = fc.oneof(strange, fc.string({ maxLength: 40, unit: 'grapheme' }));
const some = fc.array(value, { minLength: 1, maxLength: 3 });

describe('a form of a working copy', () => {
  test.each(forms)(
    '%s refuses whatever is typed with a sentence, or takes it; it never breaks',
    async (_, { path, form = {}, as = '' }) => {
      const cookie = cookies.get(as) ?? '';
      const read = async () => (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).text();
      const page = await read();
      const names = [...new Set([...page.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name))].filter((name) => name !== 'q');
      const typed = fc.record(Object.fromEntries(names.map((name) => [name, some])), { requiredKeys: [] });
      const whole = Object.fromEntries(Object.entries(form).map(([name, one]) => [name, [one].flat().map(String)]));
      const headers = { cookie, origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
      await fc.assert(
        fc.asyncProperty(typed, fc.boolean(), async (fuzz, amongWhole) => {
          // Beside good values, on what is there now, each strange one comes to be tried; alone the first fault hides the rest.
          const seen = amongWhole ? (/name="seen" value="(\d+)"/.exec(await read())?.[1] ?? '') : '';
          const fields = amongWhole ? { ...whole, ...Object.fromEntries(Object.entries(fuzz).slice(0, 1)), seen: [seen] } : fuzz;
          const body = new URLSearchParams(
            Object.entries(fields).flatMap(([name, all = []]) => all.map((one) => [name, one.toWellFormed()])),
          );
          const answer = await app.request(`${TEST_ORIGIN}${path}`, { method: 'POST', headers, body: body.toString() });
          expect([303, 404, 409, 422], `${path} ${body}`).toContain(answer.status);
          if (answer.status === 422 || answer.status === 409) expect(await answer.text()).toContain('govuk-error-summary');
        }),
        { numRuns: Number(process.env.FUZZ_RUNS ?? 4) },
      );
    },
  );
});
