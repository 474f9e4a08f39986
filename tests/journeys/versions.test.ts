import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader } from './visit.ts';

const SLUG = 'fjallmark-beroende';
const COMPARED = `/avtal/${SLUG}/jamfor?fran=1&till=2`;

let app: ReturnType<typeof givenApp> | undefined;
async function ask(path: string): Promise<Response> {
  app ??= givenApp();
  return (await app).request(`http://localhost${path}`);
}
const json = async (path: string) => (await (await ask(path)).json()) as Record<string, unknown>;

describe('a reader asks what changed between two versions', () => {
  test('from the list of versions, and is told first what it means, with the place in both versions', async () => {
    const reader = await givenReader(await givenApp());
    const versions = await reader.visit(`/avtal/${SLUG}/versioner`);
    const link = versions.links().find(({ text }) => text === 'Jämför med version 1') ?? expect.fail('no way to compare');
    const page = await reader.visit(link.href);
    expect(page.document.querySelector('h1')?.textContent).toBe('Vad som ändras från version 1 till version 2');
    expect(page.text).toContain('Avgiftning hemma flyttas från specialistvård till vårdcentral.');
    expect(page.text).toContain('Samtalsbehandling: specialistvård tillkommer (deltar).');
    expect(page.text).toContain('Samtalsbehandling: kommunens stöd får ”huvudansvar” i stället för ”ansvarar”.');
    expect(page.text).toContain('Sista dag: 31 december 2027, i stället för 31 december 2024.');
    const hrefs = page.links().map(({ href }) => href);
    expect(hrefs).toContain(`/avtal/${SLUG}?version=1#vem.a2`);
    expect(hrefs).toContain(`/avtal/${SLUG}?version=2#vem.a2`);
  });

  test('and sees what went and what came in words and lines, not by colour alone', async () => {
    const page = await (await givenReader()).visit(COMPARED);
    const marks = [...page.document.querySelectorAll('del, ins')].map((mark) => mark.textContent);
    expect(marks).toContain('borttaget: specialistvården');
    expect(marks).toContain('tillagt: vårdcentralen');
    expect(page.text).toContain('Struket är borttaget. Understruket är tillagt.');
    const changes = [...page.document.querySelectorAll('.ov-diff__change .ov-tag')].map((tag) => tag.textContent);
    expect(changes).toEqual(['Ny', 'Ändrad', 'Ändrad', 'Ändrad']);
  });

  test('and sees only what changed until the whole text is asked for, which is then all of it', async () => {
    const reader = await givenReader();
    const page = await reader.visit(COMPARED);
    expect(page.text).not.toContain('Långa avstånd gör att hjälpen lätt kommer för sent.');
    const whole = page.links().find(({ text }) => text === 'Visa hela texten') ?? expect.fail('no way to the whole');
    expect((await reader.visit(whole.href)).text).toContain('Långa avstånd gör att hjälpen lätt kommer för sent.');
  });

  test('and sees whose work it touches', async () => {
    const page = await (await givenReader()).visit(COMPARED);
    expect(page.text).toContain('Primärvård, Första linje: läkare, sjuksköterska och kurator');
    expect(page.text).toContain('Ingen lokal överenskommelse som hör till avtalet och berörs finns i registret.');
  });

  test('and chooses other versions in a form, also backwards', async () => {
    const page = await (await (await givenReader()).visit(COMPARED)).submit('fran', { fran: '2', till: '1' });
    expect(page.text).toContain('Avgiftning flyttas från vårdcentral till specialistvård.');
  });

  test('of one version with itself, and is told that nothing differs', async () => {
    const page = await (await givenReader()).visit(`/avtal/${SLUG}/jamfor?fran=2&till=2`);
    expect(page.text).toContain('Ingenting skiljer de två versionerna åt.');
  });

  test('of an agreement with one version, and is told that there is no other', async () => {
    const page = await (await givenReader()).visit('/avtal/dalarna-missbruk-beroende-2021/jamfor');
    expect([page.status, page.text.includes('Det finns bara en version att läsa')]).toEqual([200, true]);
  });

  test('and gets 404 for an agreement or a version that is not there', async () => {
    const statuses = await Promise.all(
      [`${COMPARED}9`, `/avtal/${SLUG}/jamfor?fran=x`, '/avtal/finns-inte/jamfor'].map(async (path) => (await ask(path)).status),
    );
    expect(statuses).toEqual([404, 404, 404]);
  });
});

describe('a system asks', () => {
  test('for a version by its label, and gets the same on every day', async () => {
    const answers = await Promise.all(
      ['2022-02-02', '2026-11-22', '2031-01-01'].map(async (day) => {
        const then = await givenApp({ clock: givenClock(day) });
        return (await then.request(`http://localhost/api/v1/agreements/${SLUG}/versions/1`)).text();
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await json(`/api/v1/agreements/${SLUG}/versions/1`)).toMatchObject({ version: '1', from: '2022-01-01', to: '2024-12-31' });
  });

  test('for what changed, and gets meaning, text and what is touched, with the sentence for people', async () => {
    const body = await json(`/api/v1/agreements/${SLUG}/diff?from=1&to=2`);
    expect(body.meaning).toContainEqual(
      expect.objectContaining({ kind: 'duty-actors', change: 'changed', about: 'FJ-02', from: 'specialistvård', to: 'vårdcentral' }),
    );
    expect(body.text).toContainEqual(expect.objectContaining({ changes: [], to: expect.objectContaining({ id: 'vem' }) }));
    expect(body.touches).toMatchObject({ local: [], people: expect.arrayContaining([expect.objectContaining({ role: 'psykolog' })]) });
  });

  test('for a version that is not there, and is told which label was wrong', async () => {
    expect(await json(`/api/v1/agreements/${SLUG}/versions/9`)).toMatchObject({
      code: 'version-not-found',
      errors: [{ pointer: 'path:/label' }],
    });
    expect(await json(`/api/v1/agreements/${SLUG}/diff?from=1&to=9`)).toMatchObject({
      code: 'version-not-found',
      errors: [{ pointer: 'query:/to' }],
    });
  });

  test('for the text on any day, and gets that of the version that covers it, or the nearest where none does', async () => {
    const days = fc.integer({ min: 0, max: 3_000 }).map((offset) => Temporal.PlainDate.from('2021-06-01').add({ days: offset }).toString());
    await fc.assert(
      fc.asyncProperty(days, async (day) => {
        const { version } = await json(`/api/v1/agreements/${SLUG}/text?on=${day}`);
        expect(version).toBe(day < '2025-01-01' ? '1' : '2');
      }),
      { numRuns: 60 },
    );
  });
});
