import { describe, expect, test } from 'vitest';
import { givenReader } from './visit.ts';

describe('a social worker asks who does what, without script', () => {
  test('answers at most five questions and sees who is responsible, on what ground', async () => {
    const reader = await givenReader();
    let page = await (await reader.visit('/')).submit('ort', { ort: '0686' });
    const answers: Record<string, string> = {
      behov: 'abstinens',
      alder: '45',
      amne: 'alkohol',
      svarighetsgrad: 'lindrig',
      psykiatri: 'nej',
    };
    let questions = 0;
    for (; page.document.querySelector('[name="fraga"]'); questions++) {
      const asked = page.document.querySelector<HTMLInputElement>('[name="fraga"]')?.value ?? '';
      page = await page.submit('fraga', { [asked]: answers[asked] ?? 'vet-inte' });
    }
    expect(questions).toBeLessThanOrEqual(5);
    expect(page.document.querySelector('h1')?.textContent).toBe('Vem gör vad?');
    expect(page.text).toContain('vårdcentralen');
    expect(page.links().some(({ href }) => href.startsWith('/avtal/jonkoping-missbruk-beroende#'))).toBe(true);
    expect(page.text).toContain('Alltid, för alla som möter personen');
  });

  test('an unanswered question is asked again, with what is wrong, and nothing is lost', async () => {
    const reader = await givenReader();
    const again = await (await reader.visit('/vem-gor-vad?kommun=0686&behov=abstinens')).submit('fraga', {});
    expect(again.text).toContain('Välj ett svar');
    expect(again.text).toContain('abstinens eller avgiftning');
  });

  test('"don\'t know" widens the answer and says what it depends on', async () => {
    const page = await (await givenReader()).visit(
      '/vem-gor-vad?lan=06&behov=abstinens&alder=vet-inte&amne=alkohol&svarighetsgrad=vet-inte&psykiatri=vet-inte&visa=svar',
    );
    expect(page.text).toContain('Det här vet vi inte');
    expect(page.links().some(({ href }) => href.includes('ange=svarighetsgrad'))).toBe(true);
  });

  test('a person outside the agreement is told what applies instead, never that there is no care', async () => {
    const page = await (await givenReader()).visit('/vem-gor-vad?lan=06&behov=behandling&alder=17&amne=narkotika&psykiatri=nej&visa=svar');
    expect(page.text).toContain('Utanför avtalet');
    expect(page.text).not.toMatch(/inte rätt till/i);
  });

  test('an agreement that may not be in force is said before the answer that rests on it', async () => {
    const page = await (await givenReader()).visit('/vem-gor-vad?kommun=2080&behov=nedtrappning&alder=50&amne=lakemedel&visa=svar');
    expect(page.text).toContain('ett avtal som har gått ut');
    expect(page.text).not.toContain('har huvudansvar.');
    expect(page.links().some(({ href }) => href.startsWith('/avtal/dalarna-missbruk-beroende-2021#'))).toBe(true);
  });

  test('before an agreement began, nobody is told that the parties had agreed', async () => {
    const page = await (await givenReader()).visit(
      '/vem-gor-vad?lan=20&datum=2019-01-01&behov=nedtrappning&alder=50&amne=lakemedel&visa=svar',
    );
    expect(page.text).toContain('ett avtal som inte gäller än');
    expect(page.text).not.toContain('kom parterna överens');
  });

  test('an answer of another day leads to the text of that day', async () => {
    const page = await (await givenReader()).visit('/vem-gor-vad?lan=99&datum=2023-06-01&behov=abstinens&amne=alkohol&alder=40&visa=svar');
    const sources = page.links().filter(({ href }) => href.startsWith('/avtal/fjallmark-beroende'));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter(({ href }) => !href.startsWith('/avtal/fjallmark-beroende?datum=2023-06-01'))).toEqual([]);
  });

  test('nobody who only may offer something is named among those who have the chief responsibility', async () => {
    const page = await (await givenReader()).visit(
      '/vem-gor-vad?lan=06&behov=psykosocial-behandling&alder=30&amne=alkohol&psykiatri=nej&visa=svar',
    );
    const cardOf = (group: string) =>
      [...page.document.querySelectorAll(`section[aria-labelledby="grupp-${group}"] article`)].find((card) =>
        card.textContent?.includes('psykosocial behandling, men vården'),
      );
    expect(cardOf('main')?.querySelector('.ov-answer__text')?.textContent).toMatch(/öppenvård/);
    expect(cardOf('main')?.querySelector('.ov-answer__text')?.textContent).not.toMatch(/Primärvård|Psykiatrisk/);
    expect(cardOf('may-offer')?.querySelector('.ov-answer__text')?.textContent).toMatch(/Primärvård.*Psykiatrisk/);
    expect(cardOf('may-offer')?.querySelector('.ov-answer__text')?.textContent).not.toMatch(/öppenvård/);
    const ids = [...page.document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('answers that go against each other are asked for again, as they were given, and the others are kept', async () => {
    const reader = await givenReader();
    const asked = await reader.visit('/vem-gor-vad?kommun=0686&behov=abstinens&ange=amne');
    const both = await asked.submit('fraga', { amne: ['alkohol', 'inget'] });
    expect(both.text).toContain('”Inget av detta” och ”Vet inte” går bara att välja ensamma');
    expect(both.text).toContain('abstinens eller avgiftning');
    const ticked = [...both.document.querySelectorAll<HTMLInputElement>('input[name="amne"]')].filter(({ checked }) => checked);
    expect(ticked.map(({ value }) => value)).toEqual(['alkohol', 'inget']);
    const age = await (await reader.visit('/vem-gor-vad?kommun=0686&behov=abstinens&amne=alkohol&ange=alder')).submit('fraga', {
      alder: ['vuxen', '450'],
    });
    expect(age.text).toContain('ett helt tal mellan 0 och 120');
    expect(age.text).toContain('alkohol');
    expect(age.document.querySelector<HTMLInputElement>('#alder-tal')?.value).toBe('450');
    expect(age.text).not.toMatch(/number|unknown|none/);
  });

  test('conflicting agreements are shown as a conflict', async () => {
    const page = await (await givenReader()).visit(
      '/vem-gor-vad?lan=06&behov=tillnyktring&alder=30&amne=alkohol&psykiatri=ja&bor=i-lanet&visa=svar',
    );
    expect(page.text).toContain('Avtalen säger olika');
  });

  test('an address that makes no sense is met with the first question and a reason', async () => {
    const reader = await givenReader();
    for (const query of [
      'lan=06&behov=hittepa',
      'kommun=9999',
      'lan=06&alder=-4',
      'lan=06&kommun=2080',
      `lan=06&behov=${'x'.repeat(5000)}`,
    ]) {
      const page = await reader.visit(`/vem-gor-vad?${query}`);
      expect(page.status).toBe(200);
      expect(page.document.querySelector('.govuk-error-summary')).not.toBeNull();
    }
  });
});

describe('the responsibility matrix', () => {
  test('Dalarna has fourteen rows and four columns, and says that a mark is not "only"', async () => {
    const page = await (await givenReader()).visit('/avtal/dalarna-missbruk-beroende-2021/ansvar');
    expect(page.document.querySelectorAll('tbody tr[id]').length).toBe(14);
    expect(page.document.querySelectorAll('thead th').length).toBe(5);
    expect(page.text).toContain('Det betyder inte att andra saknar det');
  });

  test('a filter narrows the rows and keeps what always holds', async () => {
    const reader = await givenReader();
    const page = await (await reader.visit('/avtal/jonkoping-missbruk-beroende/ansvar')).submit('utforare', {
      utforare: 'somatisk-akutvard',
    });
    const rows = [...page.document.querySelectorAll('tbody tr[id]')].map(({ id }) => id);
    expect(rows).toContain('JA-06');
    expect(rows.length).toBeLessThan(36);
  });
});
