import type { Child } from 'hono/jsx';
import type { Basis } from '../../domain/counties/ids.ts';
import type { ActorRole } from '../../domain/counties/responsibility.ts';
import { type Day, formatDateShort } from '../formats.ts';
import { texts } from '../texts.ts';
import { BasisChip } from './basis-chip.tsx';
import { BlockHeading } from './block-heading.tsx';
import { Citation, type CitationProps } from './citation.tsx';
import { Icon } from './icon.tsx';
import { SourceLine, type SourceLineProps } from './source-line.tsx';

export type ContactProps = { unit: string; phone?: string | undefined; href?: string | undefined; confirmed: Day; stale: boolean };

export type AnswerCardProps = {
  id?: string | undefined;
  /** The answer itself: who does what, one sentence. */
  heading: Child;
  level?: 2 | 3 | 4;
  /** How the actor takes part, in a word (`Huvudansvar`, `Deltar` …), with the sign of the matrix for it. */
  part?: { readonly label: string; readonly mark?: ActorRole | undefined } | undefined;
  /** `always` marks what holds for everyone in the situation. */
  tone?: 'always' | undefined;
  source: SourceLineProps | readonly SourceLineProps[];
  law?: readonly CitationProps[] | undefined;
  deadline?: { readonly value: string; readonly basis: Basis } | undefined;
  condition?: { readonly text: Child; readonly state: 'met' | 'unmet' | 'unknown' } | undefined;
  /** What to do when a condition is unmet. Never "no right to care". */
  wayForward?: Child;
  warnings?: readonly string[] | undefined;
  /** The other agreement's statement, when agreements disagree. */
  conflicts?: readonly Child[] | undefined;
  contact?: readonly ContactProps[] | undefined;
  /** Which facts matched. */
  why?: readonly Child[] | undefined;
  /** Plain text under the heading. */
  children?: Child;
};

/** One answer of "Vem gör vad?": the sentence first, then the condition, the time limit, the ground, and why. */
export function AnswerCard(props: AnswerCardProps) {
  const sources = 'href' in props.source ? [props.source] : props.source;
  return (
    <article id={props.id} class={props.tone ? `ov-answer ov-answer--${props.tone}` : 'ov-answer'}>
      <div class="ov-answer__top">
        <BlockHeading level={props.level ?? 3} class="ov-answer__heading">
          {props.heading}
        </BlockHeading>
        {props.part && (
          <span class="ov-part">
            {props.part.mark && <span class={`ov-mark ov-mark--${props.part.mark}`} />}
            {props.part.label}
          </span>
        )}
      </div>
      {props.children && <div class="ov-answer__text">{props.children}</div>}
      {props.deadline && (
        <p class="ov-answer__deadline">
          <Icon name="later" />
          <span class="ov-answer__limit">
            {texts.deadline}: <strong>{props.deadline.value}</strong>
          </span>
          <BasisChip basis={props.deadline.basis} />
        </p>
      )}
      {props.condition && <Condition {...props.condition} />}
      {props.wayForward && (
        <div class="ov-answer__way">
          <strong>{texts.wayForward}:</strong> {props.wayForward}
        </div>
      )}
      {props.warnings?.map((warning) => (
        <p class="ov-answer__warning">
          <Icon name="warning" />
          <span>{warning}</span>
        </p>
      ))}
      {props.conflicts?.map((conflict) => (
        <p class="ov-answer__warning">
          <Icon name="warning" />
          <span>
            <strong>{texts.conflict}:</strong> {conflict}
          </span>
        </p>
      ))}
      {props.contact?.map((contact) => (
        <Contact {...contact} />
      ))}
      <div class="ov-answer__ground">
        {sources.map((source) => (
          <SourceLine {...source} />
        ))}
        {props.law && props.law.length > 0 && (
          <p class="ov-source">
            <BasisChip basis="law" />
            {props.law.map((citation, index) => (
              <>
                {index > 0 && ' · '}
                <Citation {...citation} />
              </>
            ))}
          </p>
        )}
      </div>
      {props.why && props.why.length > 0 && (
        <details class="govuk-details ov-why">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{texts.why}</span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list govuk-list--bullet">
              {props.why.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </article>
  );
}

function Condition({ text, state }: NonNullable<AnswerCardProps['condition']>) {
  return (
    <p class={`ov-condition ov-condition--${state}`}>
      <Icon name={state === 'met' ? 'check' : state === 'unmet' ? 'end' : 'question'} />
      <span>
        <strong>{texts.condition[state]}:</strong> {text}
      </span>
    </p>
  );
}

/** Where to turn, with the day someone last confirmed it. */
export function Contact({ unit, phone, href, confirmed, stale }: ContactProps) {
  return (
    <p class="ov-contact">
      <Icon name="phone" />
      <span>
        {href ? (
          <a class="govuk-link" href={href}>
            {unit}
          </a>
        ) : (
          unit
        )}
        {phone && (
          <>
            {' '}
            <a class="govuk-link ov-phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              {phone}
            </a>
          </>
        )}{' '}
        <span class="ov-muted">
          ({texts.contact.confirmed} {formatDateShort(confirmed)}
          {stale && ` – ${texts.contact.stale}`})
        </span>
      </span>
    </p>
  );
}
