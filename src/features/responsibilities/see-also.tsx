import type { Linked } from '../../domain/responsibilities/compile-agreement.ts';
import { onDay } from '../../ui/index.ts';
import { responsibilityTexts } from './texts.ts';

/** Agreements and routines that say more about a row; a link where there is something to read. Not on paper, where links lead nowhere. `day`: the one that was asked about when it is not today. */
export function SeeAlso({ linked, day }: { linked: readonly Linked[]; day?: string | undefined }) {
  if (linked.length === 0) return null;
  return (
    <p class="ov-muted ov-no-print">
      {responsibilityTexts.seeAlso}{' '}
      {linked.map(({ slug, title, held, url }, index) => (
        <>
          {index > 0 && '; '}
          <LinkedTitle title={title} href={held ? onDay(`/avtal/${slug}`, day) : url} />
        </>
      ))}
    </p>
  );
}

function LinkedTitle({ title, href }: { title: string; href: string | undefined }) {
  if (href === undefined) return <>{title}</>;
  return (
    <a class="govuk-link" href={href}>
      {title}
    </a>
  );
}
