import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/** A document as it is meant: what each format is made from in tests. */
export type GivenBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };
export type GivenSection = {
  readonly level: 1 | 2;
  readonly number: string;
  readonly heading: string;
  readonly blocks: readonly GivenBlock[];
};
export type GivenDocument = { readonly title: string; readonly sections: readonly GivenSection[] };

/** Lines of at most so many letters, broken between words. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** As a text file with broken lines. */
export function asText({ title, sections }: GivenDocument, width = 78): string {
  const parts = sections.flatMap(({ number, heading, blocks }) => [
    `${number} ${heading}`,
    ...blocks.map((block) => textBlock(block, width)),
  ]);
  return [title, ...parts].join('\n\n');
}

function textBlock(block: GivenBlock, width: number): string {
  if (block.kind === 'paragraph') return wrap(block.text, width);
  if (block.kind === 'table') return block.rows.map((row) => row.join('\t')).join('\n');
  return block.items.map((item, index) => wrap(`${block.ordered ? `${index + 1}.` : '-'} ${item}`, width)).join('\n');
}

/** As Markdown. */
export function asMarkdown({ title, sections }: GivenDocument): string {
  const piped = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const blockOf = (block: GivenBlock): string => {
    if (block.kind !== 'table') return textBlock(block, 200);
    const [head = [], ...rows] = block.rows;
    return [piped(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(piped)].join('\n');
  };
  const parts = sections.flatMap(({ level, number, heading, blocks }) => [
    `${'#'.repeat(level + 1)} ${number} ${heading}`,
    ...blocks.map(blockOf),
  ]);
  return [`# ${title}`, ...parts].join('\n\n');
}

/** As a Word file, with styles. */
export async function asDocx({ title, sections }: GivenDocument): Promise<Uint8Array> {
  let lists = 0;
  const blockOf = (block: GivenBlock): (Paragraph | Table)[] => {
    if (block.kind === 'paragraph') return [new Paragraph({ children: [new TextRun(block.text)] })];
    if (block.kind === 'table') {
      const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
      return [new Table({ rows: block.rows.map((row, index) => new TableRow({ tableHeader: index === 0, children: row.map(cell) })) })];
    }
    const instance = lists++;
    return block.items.map(
      (text) =>
        new Paragraph({ text, ...(block.ordered ? { numbering: { reference: 'n', level: 0, instance } } : { bullet: { level: 0 } }) }),
    );
  };
  const children = sections.flatMap(({ level, number, heading, blocks }) => [
    new Paragraph({ text: `${number} ${heading}`, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }),
    ...blocks.flatMap(blockOf),
  ]);
  const numbering = { config: [{ reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }] };
  const file = new Document({
    numbering,
    sections: [{ children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...children] }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const compiler = NodeCompiler.create({ workspace: import.meta.dirname });

/** As a PDF, with a running header and the numbers of its pages. `bare`: pages of pictures alone. */
export function asPdf({ title, sections }: GivenDocument, { bare = false } = {}): Uint8Array {
  const said = (text: string) => JSON.stringify(text);
  const blockOf = (block: GivenBlock): string => {
    if (block.kind === 'paragraph') return `#par(text(${said(block.text)}))`;
    if (block.kind === 'list') return `#${block.ordered ? 'enum' : 'list'}(${block.items.map((item) => `text(${said(item)})`).join(', ')})`;
    return `#table(columns: ${block.rows[0]?.length ?? 1}, ${block.rows
      .flat()
      .map((cell) => `text(${said(cell)})`)
      .join(', ')})`;
  };
  const page = '#set page(paper: "a4", header: [RUTIN Fjällmark], footer: context counter(page).display("1 (1)", both: true))';
  const head = `#set text(lang: "sv", size: 11pt)\n#show heading: set text(weight: "bold")\n#text(size: 24pt)[#${said(title)}]`;
  const parts = sections.flatMap(({ level, number, heading, blocks }) => [
    `#heading(level: ${level}, ${said(`${number} ${heading}`)})`,
    ...blocks.map(blockOf),
  ]);
  const compiled = compiler.compile({ mainFileContent: bare ? '#rect()\n#pagebreak()\n#rect()' : [page, head, ...parts].join('\n\n') });
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  return Uint8Array.from(compiler.pdf(compiled.result));
}
