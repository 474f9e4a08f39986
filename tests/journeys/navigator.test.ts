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
    expect(page.text).toContain('ett avtal som kanske inte gäller');
    expect(page.links().some(({ href }) => href.startsWith('/avtal/dalarna-missbruk-beroende-2021#'))).toBe(true);
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
