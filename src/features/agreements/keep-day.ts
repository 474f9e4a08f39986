import { type Kept, keeping } from '../../ui/index.ts';

/**
 * The text of an agreement, which is kept as HTML for all days, with its links within the service leading to the day that was asked
 * about, and those to the agreement itself to the version that is read.
 */
export function linksKeeping(html: string, slug: string, kept: Kept): string {
  if (kept.datum === undefined && kept.version === undefined) return html;
  return html.replace(/ href="(\/[^"]*)"/g, (_, href: string) => {
    const own = href.startsWith(`/avtal/${slug}/`) || href.startsWith(`/avtal/${slug}#`);
    const to = keeping(href.replaceAll('&amp;', '&'), own ? kept : { datum: kept.datum });
    return ` href="${to.replaceAll('&', '&amp;')}"`;
  });
}
