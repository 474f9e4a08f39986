import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { docxOf, pdfBomb } from '../../formats/read/given-zip.ts';
import { readAside } from './read-aside.ts';

const codeOf = async (...asked: Parameters<typeof readAside>) => {
  const answer = await readAside(...asked);
  return isRefusal(answer) ? answer.code : 'read';
};
const paragraph = '<w:p><w:r><w:t>Djupt nere.</w:t></w:r></w:p>';
const nested = (depth: number) => docxOf(`${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`);

describe('reading aside', () => {
  test('gives up a PDF that unpacks to more than there is room for, and reads the next file', async () => {
    expect(await codeOf('a.pdf', pdfBomb(300), { ms: 60_000, megabytes: 96 })).toBe('file-too-heavy');
    expect(await codeOf('a.docx', docxOf(paragraph))).toBe('read');
  });

  test('never gives up a file for what the rest of the program takes meanwhile', async () => {
    const rows = Buffer.from('Regionen ansvarar för abstinensvård.\n\n'.repeat(10_000));
    const reading = codeOf('a.md', rows, { ms: 600_000, megabytes: 128 });
    const elsewhere: Uint8Array[] = [];
    for (let n = 0; n < 6; n++) {
      elsewhere.push(new Uint8Array(64 * 1024 * 1024).fill(1));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect([await reading, elsewhere.length]).toEqual(['read', 6]);
  });

  test('gives up a file that takes too long', async () => {
    expect(await codeOf('a.pdf', pdfBomb(300), { ms: 1, megabytes: 1024 })).toBe('file-too-heavy');
  });

  test.each([
    ['on a thread of its own', 1_000_000],
    ['where it is', 150_000],
  ])('answers and never breaks when a text cannot be walked through, %s', async (_, cells) => {
    expect(['file-too-heavy', 'read']).toContain(await codeOf('a.md', Buffer.from(`${'|'.repeat(cells)}\n|-|-|\n`)));
  });

  test('reads tables within tables, and refuses those without a bottom', async () => {
    expect(await codeOf('a.docx', nested(50))).toBe('read');
    expect(await codeOf('a.docx', nested(4000))).toBe('file-broken');
    expect(await codeOf('a.docx', nested(100_000))).toBe('file-unpacks-too-large');
  });

  test('asks nobody outside for what a Word file points at, and shows nothing of it', async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const relation = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/>`;
    const relations = [
      relation('rId8', 'hyperlink', 'javascript:alert(1)'),
      relation('rId9', 'image', `http://127.0.0.1:${port}/bild.png`),
      relation('rId7', 'image', 'file:///etc/passwd'),
    ].join('');
    const picture = (id: string) =>
      `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const body = `<w:p><w:hyperlink r:id="rId8"><w:r><w:t>Länken</w:t></w:r></w:hyperlink>${picture('rId9')}${picture('rId7')}</w:p>`;
    const answer = await readAside('a.docx', docxOf(body, relations));
    await new Promise((resolve) => server.close(resolve));
    expect(isRefusal(answer) ? answer.code : answer.text.raw.trim()).toBe('Länken');
    expect(asked).toBe(0);
  });
});
