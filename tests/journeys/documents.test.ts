import { describe, expect, test } from 'vitest';
import { DALARNA, givenSealed } from '../../src/features/documents/given-sealed.ts';
import { TEST_ORIGIN } from '../given/logged-in.ts';
import { givenReader } from './visit.ts';

const { app, sealed } = await givenSealed();
const file = await sealed();

describe('somebody who has been sent a document', () => {
  test('finds the page from the foot of every page, and what it does before they have sent anything', async () => {
    const reader = await givenReader(app);
    const home = await reader.visit('/');
    expect(home.document.querySelector('footer a[href="/verifiera"]')?.textContent).toBe('Verifiera ett dokument');
    const page = await reader.visit('/verifiera');
    expect(page.text).toContain('Filen sparas inte');
    expect(page.document.querySelector('form[enctype="multipart/form-data"] input[type="file"]')).not.toBeNull();
  });

  test('is told that it is authentic, which version of what, and that the agreement has run out', async () => {
    const page = await (await givenReader(app)).send('/verifiera', 'fil', file);
    expect(page.text).toContain('Äkta, och den senaste versionen');
    expect(page.text).toContain('Dokumentet är äkta, och version 2021 är den senaste.');
    expect(page.text).toMatch(/Överenskommelsen har gått ut/);
    expect(page.text).toContain('Det är ett demosigill');
  });

  test('is told that it applies when the agreement does', async () => {
    const page = await (await givenReader(app)).send('/verifiera', 'fil', await sealed('jonkoping-missbruk-beroende'));
    expect(page.document.querySelector('section h2')?.textContent).toBe('Gäller');
  });

  test('is told that something is changed, and what to do', async () => {
    const changed = Uint8Array.from(file);
    changed[1_000] = (changed[1_000] ?? 0) ^ 1;
    const page = await (await givenReader(app)).send('/verifiera', 'fil', changed);
    expect(page.text).toContain('Inte äkta');
    expect(page.text).toContain('Filen är ändrad efter att den förseglades');
    expect(page.text).toContain('Lita inte på filen');
  });

  test.each([
    ['no file', new Uint8Array(), 422, 'Välj en fil först'],
    ['a file that is too large', new Uint8Array(5_000_001), 413, 'större än 5 MB'],
  ])('is told what to mend: %s', async (_, bytes, status, sentence) => {
    const page = await (await givenReader(app)).send('/verifiera', 'fil', bytes);
    expect({ status: page.status, told: page.text.includes(sentence) }).toEqual({ status, told: true });
  });

  test('is answered whatever the bytes are, in whatever wrapping', async () => {
    const bodies: [string, BodyInit][] = [
      ['multipart/form-data; boundary=x', 'hej'],
      ['multipart/form-data', '--x'],
      ['application/x-www-form-urlencoded', 'fil=hej'],
      ['text/plain', Buffer.from(file)],
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="fil"; filename="../../a.pdf"\r\n\r\n%PDF-1.7 /ByteRange [0 1 2 3]\r\n--x--',
      ],
    ];
    for (const [type, body] of bodies) {
      const answer = await app.request(`${TEST_ORIGIN}/verifiera`, {
        method: 'POST',
        headers: { origin: TEST_ORIGIN, 'content-type': type },
        body,
      });
      expect([type, answer.status < 500]).toEqual([type, true]);
    }
  });
});

test('somebody who reads an agreement takes it along as PDF or Word', async () => {
  const page = await (await givenReader(app)).visit(`/avtal/${DALARNA}`);
  const hrefs = page.links().map(({ href }) => href);
  for (const end of ['pdf', 'docx']) {
    expect(hrefs).toContain(`/avtal/${DALARNA}/versioner/2021.${end}`);
    expect((await app.request(`${TEST_ORIGIN}/avtal/${DALARNA}/versioner/2021.${end}`)).status).toBe(200);
  }
});
