import type { Child } from 'hono/jsx';
import type { Contradiction } from '../../domain/responsibilities/contradictions.ts';
import { formatList, Notice } from '../../ui/index.ts';
import { citeHref } from './cite-href.ts';
import type { CardContext } from './duty-card.tsx';
import { dependsOnText, toldText } from './fact-texts.ts';
import { noticeTexts } from './texts.ts';

/** Answers that do not go together, said before anything else: which, what was counted with, and where to change them. */
export function Contradictions({ context, href }: { context: CardContext; href: (param: string) => string }) {
  const { contradictions } = context.answer;
  if (contradictions.length === 0) return null;
  const two = contradictions.length === 1 && contradictions[0]?.told.length === 2;
  return (
    <Notice kind="unknown" heading={two ? noticeTexts.twoContradict : noticeTexts.moreContradict}>
      {contradictions.map((one) => (
        <p>
          {contradictionText(one, context)} <Changes contradiction={one} context={context} href={href} />
        </p>
      ))}
    </Notice>
  );
}

/** What was told, why it cannot all be right, and what was counted with. */
function contradictionText({ told, counted, because }: Contradiction, { file }: Pick<CardContext, 'file'>): string {
  const said = formatList(told.map((one) => `”${toldText(file, one)}”`));
  const used = counted.map((one) => toldText(file, one));
  return `Du svarade ${said}. ${because} ${used.length > 0 ? `Vi har räknat med ${formatList(used)}.` : noticeTexts.countedAll}`;
}

function Changes({
  contradiction,
  context,
  href,
}: {
  contradiction: Contradiction;
  context: CardContext;
  href: (param: string) => string;
}) {
  const facts = contradiction.told.flatMap(({ fact }) => context.file.facts.find(({ id }) => id === fact) ?? []);
  return (
    <span class="ov-no-print">
      Ändra{' '}
      {facts.map(({ param, label }, index) => (
        <>
          {index > 0 && (index === facts.length - 1 ? ' eller ' : ', ')}
          <a class="govuk-link" href={href(param)}>
            {label.toLowerCase()}
          </a>
        </>
      ))}
      .
    </span>
  );
}

/** Agreements of the place that speak of the situation and that the register has no text of: named with what is known, never silently missing. */
export function Elsewhere({ context }: { context: CardContext }) {
  const { elsewhere, situation } = context.answer;
  if (elsewhere.length === 0) return null;
  return (
    <Notice kind="note" heading={noticeTexts.elsewhere}>
      {elsewhere.map(({ related: { title, about, url, cites }, namedBy, result, because }) => (
        <p>
          <strong>{url ? <Link href={url}>{title}</Link> : title}.</strong>{' '}
          {result === 'met' ? about : dependsOnText(context.file, because)}{' '}
          <span class="ov-no-print">
            <Link href={citeHref(namedBy.slug, cites?.[0], situation.date)}>{noticeTexts.namedBy(namedBy.short)}</Link>
          </span>
        </p>
      ))}
    </Notice>
  );
}

function Link({ href, children }: { href: string; children?: Child }) {
  return (
    <a class="govuk-link" href={href}>
      {children}
    </a>
  );
}
