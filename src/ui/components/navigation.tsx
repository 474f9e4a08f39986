import type { Child } from 'hono/jsx';
import { useFace } from '../face.ts';
import type { Crumb } from '../shell.ts';
import { texts } from '../texts.ts';
import { Icon } from './icon.tsx';

/** The way back up. The last crumb without an address is the page itself. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav class="govuk-breadcrumbs" aria-label={texts.nav.breadcrumbs}>
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ label, href }) => (
          <li class="govuk-breadcrumbs__list-item" aria-current={href ? undefined : 'page'}>
            {href ? (
              <a class="govuk-breadcrumbs__link" href={href}>
                {label}
              </a>
            ) : (
              label
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One step back in a journey of questions. */
export function BackLink({ href, children }: { href: string; children?: Child }) {
  const { back } = useFace();
  return (
    <a class="govuk-back-link" href={href}>
      {children ?? back}
    </a>
  );
}

export type SubNavItem = { href: string; label: string; current?: boolean | undefined };

/** The views of one thing (the text, the matrix, the versions), as links under its heading. */
export function SubNav({ items, label = texts.nav.side }: { items: readonly SubNavItem[]; label?: string }) {
  return (
    <nav class="ov-subnav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type PaginationProps = { previous?: string | undefined; next?: string | undefined; label?: string | undefined };

/** Onward and back through a long list. Addresses, because the pages are keyed and not counted. */
export function Pagination({ previous, next, label = texts.pagination.label }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav class="govuk-pagination" aria-label={label}>
      {previous && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={previous} rel="prev">
            <Icon name="previous" />
            <span class="govuk-pagination__link-title">{texts.pagination.previous}</span>
          </a>
        </div>
      )}
      {next && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={next} rel="next">
            <span class="govuk-pagination__link-title">{texts.pagination.next}</span>
            <Icon name="next" />
          </a>
        </div>
      )}
    </nav>
  );
}
