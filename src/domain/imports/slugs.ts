const LONGEST = 60;

/** Names for headings: lower case ASCII with hyphens, starting with a letter, each given once. */
export function slugs(): (heading: string) => string {
  const given = new Set(['title', 'opening']);
  return (heading) => {
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
    if (!/^[a-z]/.test(slug)) slug = `s-${slug || 'x'}`;
    let free = slug;
    for (let nth = 2; given.has(free); nth++) free = `${slug}-${nth}`;
    given.add(free);
    return free;
  };
}
