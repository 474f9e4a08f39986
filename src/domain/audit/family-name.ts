/** The most common family names in Sweden: two people with the same one are seldom related. Source: SCB, namnstatistik. */
const COMMON = new Set([
  'andersson',
  'johansson',
  'karlsson',
  'nilsson',
  'eriksson',
  'larsson',
  'olsson',
  'persson',
  'svensson',
  'gustafsson',
]);

/** A family name that two full names share, and whether it is among the most common. Undefined when they share none. */
export function sharedFamilyName(one: string, other: string): { readonly common: boolean } | undefined {
  const theirs = familyNames(other);
  const shared = familyNames(one).find((name) => theirs.includes(name));
  return shared === undefined ? undefined : { common: COMMON.has(shared) };
}

/** Are they the same name in full, but for signs and capitals? */
export function isSameName(one: string, other: string): boolean {
  const words = (name: string) => wordsOf(name).join(' ');
  return words(one) !== '' && words(one) === words(other);
}

/** The last word of a name, and each part of it where it is double. A single word is no family name. */
function familyNames(name: string): string[] {
  const words = name.trim().split(/\s+/);
  return words.length < 2 ? [] : wordsOf(words.at(-1) ?? '');
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  );
}
