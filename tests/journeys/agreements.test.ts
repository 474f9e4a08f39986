import { describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader } from './visit.ts';

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
    expect(unreadable.text).toContain('Datumet i adressen går inte att läsa');
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

  test('is warned of citations of repealed law, with what replaced them', async () => {
    const reader = await givenReader();
    const page = await reader.visit('/avtal/jonkoping-missbruk-beroende');
    expect(page.text).toMatch(/\d+ hänvisningar gäller upphävd lag/);
    expect(page.text).toMatch(/5 kap\. 9 a § SoL\s*upphävd, i dag SoL 7 kap\. 2 §/);
    const stale = await reader.visit('/lagrum?visa=inaktuella');
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
