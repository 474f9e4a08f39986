import { freeSlug, slugOf } from '../counties/slug.ts';

/** Names for headings, each given once. */
export function slugs(): (heading: string) => string {
  const given = new Set(['title', 'opening']);
  return (heading) => {
    const free = freeSlug(slugOf(heading) || 's-x', (slug) => given.has(slug));
    given.add(free);
    return free;
  };
}
