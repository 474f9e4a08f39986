import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { givenDocument } from '../given-agreement-document.ts';
import { writeAgreementDocx } from './write-agreement-docx.ts';

/** The parts of the file, by name: what its directory says, unpacked. */
function partsOf(docx: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(docx);
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, length, extra, comment] = [
      bytes.readUInt32LE(at + 20),
      ...[28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(from, from + packed);
    const isPacked = bytes.readUInt16LE(at + 10) === 8;
    parts.set(bytes.toString('utf8', at + 46, at + 46 + (length ?? 0)), (isPacked ? inflateRawSync(body) : body).toString('utf8'));
    at += 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

describe('an agreement as Word', () => {
  test('has headings, lists and tables that another program reads as such', async () => {
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await writeAgreementDocx(givenDocument)) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    for (const part of ['1 Inledning</h1>', '1.1 Bakgrund</h2>', 'Djupare</h3>', 'Djupast</h4>', '<li>Första punkten</li>', '<table>'])
      expect([part, html.includes(part)]).toEqual([part, true]);
    expect(html).toContain('Ett stycke med #panic("nej") och *inte fet* &amp; &lt;b&gt;.');
  });

  test('is in Swedish, has its title, and says nothing of who made it', async () => {
    const parts = partsOf(await writeAgreementDocx(givenDocument));
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="sv-SE"');
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Överenskommelse om prov</dc:title>');
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Överens</dc:creator>');
  });

  test('repeats the heads of tables, and leads from the contents to every chapter', async () => {
    const document = partsOf(await writeAgreementDocx(givenDocument)).get('word/document.xml') ?? '';
    expect(document).toContain('<w:tblHeader');
    const anchors = [...document.matchAll(/w:hyperlink[^>]* w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors.length).toBe(3);
    for (const anchor of anchors) expect(document).toContain(`w:name="${anchor}"`);
  });

  test('says first that it is no signed document', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeAgreementDocx(givenDocument)) });
    expect(value.indexOf('Inte undertecknad')).toBeLessThan(value.indexOf('Region Prov'));
    expect(value).toContain('Inte undertecknad');
  });
});
