const LONGEST = 60;

/** A heading as a name in an address: lower case ASCII with hyphens, whole words as far as there is room, starting with a letter. Empty when it has neither letter nor digit. */
export function slugOf(heading: string): string {
  const words = heading
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug !== '' && slug.length + 1 + word.length > LONGEST) break;
    slug = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
  }
  return /^\d/.test(slug) ? `s-${slug}` : slug;
}

/** The slug itself, or with the first number from 2 that makes it one that is not taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let free = slug;
  for (let nth = 2; isTaken(free); nth++) free = `${slug}-${nth}`;
  return free;
}
