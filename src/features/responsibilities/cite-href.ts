/** Where a cited section or sentence of an agreement is read. */
export function citeHref(slug: string, cite: string | undefined): string {
  return cite === undefined ? `/avtal/${slug}` : `/avtal/${slug}#${cite}`;
}
