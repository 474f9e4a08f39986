import { keepLawTogether } from '../formats.ts';
import { texts } from '../texts.ts';
import { Icon } from './icon.tsx';

/** A law citation and what is known of it on the day. `successor` is its present counterpart. */
export type CitationProps = {
  text: string;
  href?: string | undefined;
  state: 'in-force' | 'stale' | 'future' | 'not-found' | 'uncovered';
  successor?: { readonly label: string; readonly href?: string | undefined } | undefined;
};

/** A citation in running text. Repealed law carries a sign and a word, and what replaced it. */
export function Citation({ text, href, state, successor }: CitationProps) {
  const words = keepLawTogether(text);
  const label = href ? (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  ) : (
    words
  );
  if (state === 'in-force' || state === 'uncovered') return <span class="ov-citation">{label}</span>;
  return (
    <span class={`ov-citation ov-citation--${state}`}>
      {label}{' '}
      <span class="ov-citation__flag">
        <Icon name="warning" />
        {texts.citation[state]}
        {successor && (
          <>
            , {texts.citation.successor}{' '}
            {successor.href ? (
              <a class="govuk-link" href={successor.href}>
                {keepLawTogether(successor.label)}
              </a>
            ) : (
              keepLawTogether(successor.label)
            )}
          </>
        )}
      </span>
    </span>
  );
}
