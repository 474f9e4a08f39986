import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/domain/agreements/sections.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { agreements } from '../navigator/real-files.ts';
import { givenReader } from './visit.ts';

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a politician looks for what is agreed, and whether it is in force', () => {
  test('finds the agreements of a county in the register and reads one to the sentence', async () => {
    const reader = await givenReader();
    const register = await reader.visit('/avtal');
    const ofCounty = await register.submit('lan', { lan: '06' });
    expect(ofCounty.links().map(({ href }) => href)).toEqual(
      expect.arrayContaining(['/avtal/jonkoping-missbruk-beroende', '/avtal/jonkoping-psykiatriska-tillstand']),
    );
    expect(ofCounty.text).not.toContain('Dalarna 2021');
    const agreement = await reader.visit('/avtal/jonkoping-missbruk-beroende');
    expect(agreement.text).toContain('gäller 22 november 2026, tills vidare');
    for (const { href } of agreement.links()) {
      if (href.startsWith('#')) expect(agreement.document.getElementById(decodeURIComponent(href.slice(1))), href).not.toBeNull();
    }
  });

  test('is told both outcomes when it is not known whether the agreement was extended', async () => {
    const reader = await givenReader(await givenApp({ clock: givenClock('2025-01-15') }));
    const page = await reader.visit('/avtal/dalarna-missbruk-beroende-2021');
    expect(page.text).toContain('Vi vet inte om överenskommelsen gäller');
    expect(page.text).toContain('30 juni 2024');
    expect(page.text).toContain('30 juni 2025');
  });

  test('is told that the agreement has ended in every outcome', async () => {
    const page = await (await givenReader()).visit('/avtal/dalarna-missbruk-beroende-2021');
    expect(page.text).toContain('har gått ut');
  });

  test('asks about another day, and about a day that cannot be read', async () => {
    const reader = await givenReader();
    expect((await reader.visit('/avtal/dalarna-missbruk-beroende-2021?datum=2024-06-30')).text).toContain(
      'gäller 30 juni 2024, till och med 30 juni 2024',
    );
    const unreadable = await reader.visit('/avtal/dalarna-missbruk-beroende-2021?datum=igår');
    expect(unreadable.text).toContain('Skriv datumet som år-månad-dag');
    expect((await (await reader.visit('/avtal')).submit('datum', { datum: 'igår' })).text).toContain('Skriv datumet som år-månad-dag');
  });

  test('reads the text that applied on a day, or is told that the register does not hold it', async () => {
    const reader = await givenReader();
    expect((await reader.visit('/avtal/fjallmark-beroende?datum=2023-01-01')).text).toContain('version 1');
    expect((await reader.visit('/avtal/fjallmark-beroende?datum=2026-01-01')).text).toContain('version 2');
    expect((await reader.visit('/avtal/jonkoping-missbruk-beroende?datum=2023-01-01')).text).toContain(
      'Texten från den dagen finns inte här',
    );
  });

  test('sees every version and what happened', async () => {
    const page = await (await givenReader()).visit('/avtal/fjallmark-beroende/versioner');
    expect(page.links().filter(({ href }) => href.includes('?version=')).length).toBe(2);
  });

  test('is told when it is not the version of the day, and reads that version as it stands now', async () => {
    const reader = await givenReader();
    const older = await reader.visit('/avtal/fjallmark-beroende?version=1');
    expect(older.text).toContain('Du läser version 1');
    expect(older.text).toContain('Överenskommelsen är ersatt sedan 1 januari 2025');
    expect(older.links()).toContainEqual({ text: 'Läs version 2', href: '/avtal/fjallmark-beroende' });
    const matrix = await reader.visit(older.links().find(({ href }) => href.includes('/ansvar?'))?.href ?? '');
    expect(matrix.text).toContain('Överenskommelsen är ersatt sedan 1 januari 2025');
    expect((await reader.visit('/avtal/fjallmark-beroende?version=2')).text).not.toContain('inte den version som hör till');
  });

  test.each(agreements.map(({ slug }) => slug))(
    'no sentence of %s is lost: each stands whole under its own address, in order',
    async (slug) => {
      const page = await (await givenReader()).visit(`/avtal/${slug}`);
      const sentences = sentencesOf(agreements.find((one) => one.slug === slug) ?? expect.fail(slug));
      const shown = sentences.map(({ cite }) => {
        const place = page.document.getElementById(cite)?.cloneNode(true) as Element | undefined;
        // What is laid on top of the text: the address of the sentence, and what has become of a law.
        for (const added of place?.querySelectorAll('.ov-permalink, .ov-citation__flag') ?? []) added.remove();
        for (const citation of place?.querySelectorAll('.ov-citation') ?? []) citation.textContent = (citation.textContent ?? '').trimEnd();
        return [cite, plain(place?.textContent ?? '')];
      });
      expect(sentences.length).toBeGreaterThan(50);
      expect(shown).toEqual(sentences.map(({ cite, text }) => [cite, plain(text)]));
      const ids = [...page.document.querySelectorAll('.ov-document [id]')].map(({ id }) => id).filter((id) => id.includes('.'));
      expect(ids).toEqual(sentences.map(({ cite }) => cite));
    },
  );

  test('every related agreement that has a page here leads to it', async () => {
    const reader = await givenReader();
    for (const { slug } of agreements) {
      const links = (await reader.visit(`/avtal/${slug}`)).links().filter(({ href }) => /^\/avtal\/[a-z0-9-]+$/.test(href));
      for (const { href } of links) expect((await reader.visit(href)).status, href).toBe(200);
    }
  });

  test('is warned of citations of repealed law, with what replaced them', async () => {
    const reader = await givenReader();
    const page = await reader.visit('/avtal/jonkoping-missbruk-beroende');
    expect(page.text).toMatch(/\d+ hänvisningar gäller upphävd lag/);
    expect(page.text).toMatch(/5 kap\. 9 a § SoL\s*upphävd, i dag SoL 7 kap\. 2 §/);
    const stale = await reader.visit(page.links().find(({ text }) => text === 'Se dem samlade')?.href ?? '');
    expect(stale.path).toBe('/lagrum?avtal=jonkoping-missbruk-beroende&visa=inaktuella');
    expect(stale.text).toContain('Upphävd från 1 juli 2025');
    expect(stale.text).toContain('Inaktuellt av andra skäl');
  });

  test('sees the documents and links of an agreement, and which need mending', async () => {
    const page = await (await givenReader()).visit('/avtal/jonkoping-psykiatriska-tillstand/dokument');
    expect(page.text).toMatch(/dokument och länkar hör till avtalet/);
    expect(page.text).toContain('Bara titeln är känd');
    expect(page.links().map(({ href }) => href)).toContain('/avtal/jonkoping-missbruk-beroende');
  });

  test('an address that leads nowhere says so, with a way onward', async () => {
    const page = await (await givenReader()).visit('/avtal/finns-inte');
    expect(page.status).toBe(404);
    expect(page.links().length).toBeGreaterThan(0);
  });
});
