import type { Provision } from './citation.ts';
import { ORDINALS } from './scan-details.ts';

/** `1`, `1 och 3`, `1, 3 och 5` */
export function enumerate(parts: readonly string[], and = 'och'): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}

function ordinal(paragraph: number): string | undefined {
  return ORDINALS[paragraph - 1];
}

function paragraphsText(paragraphs: readonly number[]): string {
  const words = paragraphs.map(ordinal);
  if (words.every((word) => word !== undefined)) return `${enumerate(words)} stycket`;
  return `${enumerate(paragraphs.map(String))} st.`;
}

function detailsText({ paragraphs = [], items = [] }: Provision): string {
  const parts = [paragraphs.length > 0 ? paragraphsText(paragraphs) : '', enumerate(items.map(String))];
  return parts.filter((part) => part !== '').join(' ');
}

function isPlain(provision: Provision): boolean {
  return provision.section !== undefined && provision.paragraphs === undefined && provision.items === undefined;
}

/** Runs of three or more plain numbers become a range, as they are read back. */
function ranges(sections: readonly string[]): string[] {
  const parts: string[] = [];
  for (let i = 0; i < sections.length; ) {
    let end = i;
    while (/^\d+$/.test(sections[end] ?? '') && sections[end + 1] === String(Number(sections[end]) + 1)) end += 1;
    const long = end - i >= 2;
    parts.push(long ? `${sections[i]}–${sections[end]}` : (sections[i] ?? ''));
    i = long ? end + 1 : i + 1;
  }
  return parts;
}

/** Neighbours of one chapter share it, unless one has paragraphs or items. */
function grouped(provisions: readonly Provision[]): Provision[][] {
  const groups: Provision[][] = [];
  for (const provision of provisions) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && isPlain(first) && isPlain(provision) && first.chapter === provision.chapter) group.push(provision);
    else groups.push([provision]);
  }
  return groups;
}

function groupText(group: readonly Provision[]): string {
  const [first] = group;
  const chapter = first?.chapter === undefined ? '' : `${first.chapter} kap.`;
  if (!first || first.section === undefined) return chapter;
  const sections = group.map(({ section = '' }) => section);
  const sign = group.length > 1 ? '§§' : '§';
  return [chapter, enumerate(ranges(sections)), sign, detailsText(first)].filter((part) => part !== '').join(' ');
}

/** Provisions in the Swedish standard form: `10 kap. 8 och 9 §§`, `14 kap. 1 § andra och fjärde stycket`. */
export function formatProvisions(provisions: readonly Provision[]): string {
  // After a list of items "och" would be read as one item more; "samt" cannot be.
  const lists = provisions.some(({ items = [] }) => items.length > 1);
  const texts = grouped(provisions).map(groupText);
  return lists ? texts.join(' samt ') : enumerate(texts);
}
