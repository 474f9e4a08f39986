/** A block of a document between fences: what language it says it is, and its lines. */
export type Fence = { readonly language: string; readonly text: string };

const FENCE = /^```([^\n]*)\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a document, in order. */
export function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(FENCE)].map(([, language = '', text = '']) => ({ language: language.trim(), text }));
}

/** What stands between backticks in the running text, tables included. */
export function codeOf(markdown: string): string[] {
  return [...markdown.replace(FENCE, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** The addresses of links and pictures. */
export function linksOf(markdown: string): string[] {
  return [...markdown.replace(FENCE, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address);
}

/** The cells of every table row of a document, heads and rules left out. */
export function rowsOf(markdown: string): string[][] {
  const lines = markdown.replace(FENCE, '').split('\n');
  return lines.flatMap((line, index) => {
    const isRow = line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line) && !/^\|[\s|:-]+\|$/.test(lines[index + 1] ?? '');
    return isRow
      ? [
          line
            .slice(1, line.lastIndexOf('|'))
            .split('|')
            .map((cell) => cell.trim()),
        ]
      : [];
  });
}

/** The text under a heading, to the next heading of the same or a higher level. */
export function sectionOf(markdown: string, heading: string): string {
  const [, marks = '', rest = ''] = new RegExp(`^(#+) ${heading}\\n([\\s\\S]*)`, 'm').exec(markdown) ?? [];
  const end = new RegExp(`^#{1,${marks.length}} `, 'm').exec(rest);
  return end ? rest.slice(0, end.index) : rest;
}
