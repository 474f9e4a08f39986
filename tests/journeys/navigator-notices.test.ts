import { describe, expect, test } from 'vitest';
import { givenReader } from './visit.ts';

const SEIZURES = '/vem-gor-vad?lan=06&behov=abstinens&amne=alkohol&svarighetsgrad=lindrig&risk=kramper&psykiatri=nej&alder=45';

describe('answers that do not go together', () => {
  test('are told before the answer, with what was counted with and a way to change each', async () => {
    const page = await (await givenReader()).visit(`${SEIZURES}&visa=svar`);
    const notice = page.document.querySelector('.ov-sheet > .ov-notice');
    expect(notice?.textContent).toContain('svar går inte ihop');
    expect(notice?.textContent).toContain('”svårighetsgrad: lindrig”');
    expect(notice?.textContent).toContain('Vi har räknat med svårighetsgrad: svår.');
    const changes = [...(notice?.querySelectorAll('a') ?? [])].map((link) => new URL(link.href, 'http://x').searchParams.get('ange'));
    expect(changes).toEqual(['behov', 'risk', 'svarighetsgrad']);
  });

  test('stay as they were given while more is asked', async () => {
    const reader = await givenReader();
    const asked = await reader.visit(`${SEIZURES}&ange=barn-hemma`);
    const next = await asked.submit('fraga', { 'barn-hemma': 'ja' });
    const answer = next.document.querySelector('.ov-sheet') ? next : await reader.visit(`${SEIZURES}&barn-hemma=ja&visa=svar`);
    expect(asked.document.querySelector<HTMLInputElement>('input[name="svarighetsgrad"]')?.value).toBe('lindrig');
    expect(answer.text).toContain('svar går inte ihop');
  });

  test('are not spoken of when they do', async () => {
    const page = await (await givenReader()).visit(`${SEIZURES.replace('lindrig', 'svar')}&visa=svar`);
    expect(page.text).not.toContain('går inte ihop');
  });
});

test('an agreement of the county whose text is not held is named with what is known of it, and where it is named', async () => {
  const page = await (await givenReader()).visit('/vem-gor-vad?lan=20&behov=behandling&amne=inget&psykiatri=ja&alder=30&visa=svar');
  expect(page.text).toContain('Avtal i länet som vi inte har texten till');
  expect(page.text).toContain('psykiska funktionsnedsättningar från 18 år');
  expect(page.text).toContain('I kraft 2021-07-01');
  expect(page.links().some(({ href }) => href.startsWith('https://www.regiondalarna.se/'))).toBe(true);
  expect(page.links().some(({ href }) => href === '/avtal/dalarna-missbruk-beroende-2021#lagstadgad.a2')).toBe(true);
});

test('a duty shows every time limit that bears on it, each with what it rests on', async () => {
  const page = await (await givenReader()).visit('/vem-gor-vad?lan=06&behov=barn&amne=alkohol&alder=40&barn-hemma=ja&visa=svar');
  const duty = page.document.querySelector('#jonkoping-missbruk-beroende-JA-08');
  for (const limit of ['Förhandsbedömning: 14 dagar Lag', 'Utredning om ett barn: 4 månader Lag']) {
    expect(duty?.textContent?.replace(/\s+/g, ' ')).toContain(limit);
  }
});

test('a duty with several ways to come up says that one is enough', async () => {
  const page = await (await givenReader()).visit(
    '/vem-gor-vad?lan=20&behov=abstinens&amne=alkohol&alder=vet-inte&barn-hemma=vet-inte&visa=svar',
  );
  const duty = page.document.querySelector('#dalarna-missbruk-beroende-2021-DAL-13');
  expect(duty?.textContent).toContain('Barn i hemmet: ja – vet inte');
  expect(duty?.textContent).toContain('Eller: ålder: högst 17 år – vet inte');
});
