import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { asDocx, asPdf, type GivenDocument } from './given-files.ts';
import { lockedPdf, zipOf } from './given-zip.ts';
import { MOST_BYTES, MOST_UNPACKED } from './limits.ts';
import { readFile } from './read-file.ts';

const given: GivenDocument = {
  title: 'Rutin i Fjällmark',
  sections: [{ level: 1, number: '1', heading: 'Inledning', blocks: [{ kind: 'paragraph', text: 'Vi möts varje höst och varje vår.' }] }],
};
const MAIN = 'word/document.xml';
const utf8 = (text: string) => Buffer.from(text);
const answer = async (name: string, bytes: Uint8Array) => {
  const read = await readFile(name, bytes);
  return isRefusal(read) ? read.code : read.kind;
};
const bomb = Buffer.alloc(MOST_UNPACKED + 1024, 0x20);

const refused: readonly [string, string, string, () => Uint8Array | Promise<Uint8Array>][] = [
  ['an empty file', 'a.txt', 'file-empty', () => utf8('')],
  ['a file of blanks', 'a.md', 'file-empty', () => utf8(' \n\t\n')],
  ['a larger file than is read', 'a.txt', 'file-too-large', () => Buffer.alloc(MOST_BYTES + 1, 0x61)],
  ['an ending that is not read', 'a.xlsx', 'file-kind-unknown', () => utf8('a')],
  ['a name without ending', 'avtal', 'file-kind-unknown', () => utf8('a')],
  ['a picture that is called PDF', 'a.pdf', 'file-not-what-it-says', () => Buffer.from('89504e470d0a1a0a00', 'hex')],
  ['a PDF that is called text', 'a.txt', 'file-not-what-it-says', () => asPdf(given)],
  ['a Word file that is called PDF', 'a.pdf', 'file-not-what-it-says', () => asDocx(given)],
  ['bytes that are no text', 'a.txt', 'file-not-what-it-says', () => Buffer.from([0x61, 0x00, 0x01, 0x02, 0x81])],
  ['an old Word file', 'a.docx', 'file-not-what-it-says', () => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')],
  [
    'another file in the wrapping of a Word file',
    'a.docx',
    'file-not-what-it-says',
    () => zipOf([{ name: 'xl/workbook.xml', content: utf8('<a/>') }]),
  ],
  [
    'a Word file with a password',
    'a.docx',
    'file-encrypted',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
  ],
  ['a zip file with a password', 'a.docx', 'file-encrypted', () => zipOf([{ name: MAIN, content: utf8('<a/>'), flags: 1 }])],
  ['a PDF with a password', 'a.pdf', 'file-encrypted', lockedPdf],
  ['a PDF of pictures', 'a.pdf', 'file-without-text', () => asPdf({ title: '', sections: [] }, { bare: true })],
  ['a torn PDF', 'a.pdf', 'file-broken', () => utf8('%PDF-1.7\n1 0 obj\n<<')],
  ['a torn Word file', 'a.docx', 'file-broken', async () => (await asDocx(given)).slice(0, 900)],
  ['a Word file whose text is no text', 'a.docx', 'file-broken', () => zipOf([{ name: MAIN, content: utf8('<w:document><w:body>') }])],
  [
    'a Word file with a document type',
    'a.docx',
    'file-broken',
    () => zipOf([{ name: MAIN, content: utf8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }]),
  ],
  ['a bomb', 'a.docx', 'file-unpacks-too-large', () => zipOf([{ name: MAIN, content: bomb }])],
  ['a bomb that says it is small', 'a.docx', 'file-unpacks-too-large', () => zipOf([{ name: MAIN, content: bomb, declared: 10 }])],
  [
    'a bomb beside the text',
    'a.docx',
    'file-unpacks-too-large',
    () =>
      zipOf([
        { name: MAIN, content: utf8('<a/>') },
        { name: 'x.bin', content: bomb },
      ]),
  ],
];

describe('reading a file', () => {
  test.each(refused)('refuses %s (%s) as %s', async (_, name, code, bytes) => {
    expect(await answer(name, await bytes())).toBe(code);
  });

  test('takes what its name and its bytes agree on', async () => {
    expect(await answer('Avtal.TXT', utf8('Hej'))).toBe('txt');
    expect(await answer('avtal.md', utf8('# Hej'))).toBe('md');
    expect(await answer('avtal.pdf', asPdf(given))).toBe('pdf');
    expect(await answer('avtal.docx', await asDocx(given))).toBe('docx');
  });
});
