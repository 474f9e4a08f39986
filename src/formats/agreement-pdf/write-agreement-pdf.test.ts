import { inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { givenDocument } from '../given-agreement-document.ts';
import { writeAgreementPdf } from './write-agreement-pdf.ts';

/** Each page as text. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' ').trim());
}

/** The objects of the file as text, packed or not. */
function objectsOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1');
  const packed = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes = '']) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      return bytes;
    }
  });
  return [raw, ...packed].join('\n');
}

describe('an agreement as PDF', () => {
  test('says that it is PDF/UA-1, tagged, in Swedish, with its title and bookmarks', async () => {
    const all = objectsOf(await writeAgreementPdf(givenDocument));
    expect(all).toMatch(/pdfuaid:part>1</);
    expect(all).toMatch(/\/Lang\s*\(sv-SE\)/);
    expect(all).toMatch(/\/DisplayDocTitle true/);
    expect(all).toMatch(/\/Marked true/);
    expect(all).toContain('/Outlines');
  });

  test('tags headings by level, lists, tables with heads, and the contents', async () => {
    const all = objectsOf(await writeAgreementPdf(givenDocument));
    for (const tag of ['/H1', '/H2', '/H3', '/H4', '/L', '/LI', '/LBody', '/Table', '/THead', '/TH', '/TD', '/TOC', '/TOCI'])
      expect([tag, new RegExp(`/S ?${tag}\\b`).test(all)]).toEqual([tag, true]);
  });

  test('begins with a title page, then the contents, then the text, and counts its pages', async () => {
    const [title, contents, text, matrix] = await pagesOf(await writeAgreementPdf(givenDocument));
    expect(title).toMatch(
      /^Länsöverenskommelse Överenskommelse om prov Inte undertecknad En utskrift\. Parter Region Prov Åby, Öby Version 1\.0/,
    );
    expect(title).toMatch(/Sida 1 av 4$/);
    expect(contents).toContain('1 Inledning');
    expect(contents).toContain('Vem gör vad');
    expect(text).toMatch(/^Prov, version 1\.0 1 Inledning/);
    expect(matrix).toContain('P-01 Prova Ansvarar');
  });

  test('holds the text as it was written, and never takes any of it for markup', async () => {
    expect((await pagesOf(await writeAgreementPdf(givenDocument))).join(' ')).toContain(
      'Ett stycke med #panic("nej") och *inte fet* & <b>.',
    );
  });

  test('has no notice where there is nothing to notice', async () => {
    expect((await pagesOf(await writeAgreementPdf({ ...givenDocument, notice: undefined }))).join(' ')).not.toContain('Inte undertecknad');
  });

  test('is the same, byte for byte, when it is made again', async () => {
    const [one, two] = [await writeAgreementPdf(givenDocument), await writeAgreementPdf(givenDocument)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});
