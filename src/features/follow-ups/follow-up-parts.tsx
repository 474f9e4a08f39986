import type { EndedPeriod } from '../../domain/agreements/execute-extension.ts';
import { formatDate, formatDates, formatList, Notice, onDay } from '../../ui/index.ts';
import { actLabels, factLabel } from '../agreements/index.ts';
import type { ActRow } from './follow-ups.sql.ts';
import type { FollowUpsRead } from './read-follow-ups.ts';
import { ledToLabels, agreementTexts as texts } from './texts.ts';

const { extension } = texts;

/** What became of each period of validity that has ended, with the clause and what it rests on. */
export function Periods({ found: { periods, agreement }, asked }: { found: FollowUpsRead; asked: string | undefined }) {
  if (periods.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-l">{extension.heading}</h2>
      {periods.map((period) => (
        <Notice kind={period.verdict === 'unknown' ? 'unknown' : 'note'} heading={headingOf(period)} level={3}>
          <p>{period.verdict === 'holds' ? extension.rests : period.verdict === 'lapsed' ? extension.missing : extension.open}</p>
          <ul class="govuk-list govuk-list--bullet">
            {linesOf(period).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p>
            <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}#${period.cites[0] ?? ''}`, asked)}>
              {extension.clause}
            </a>
          </p>
        </Notice>
      ))}
    </>
  );
}

/** What the period rests on, lacked, or depends on. */
function linesOf({ verdict, rests, failed, open }: EndedPeriod): string[] {
  if (verdict === 'lapsed') return failed.map(factLabel);
  if (verdict === 'unknown') return open.map((requirement) => `om ${factLabel(requirement)}`);
  return rests.map(({ requirement, acts }) => {
    const shown = acts.map(({ kind, on }) => `${labelOf(kind).toLowerCase()} ${formatDate(on)}`);
    return `${capital(factLabel(requirement))}: ${shown.length === 0 ? extension.nothing : formatList(shown)}`;
  });
}

function headingOf({ verdict, end, until }: EndedPeriod): string {
  if (verdict === 'holds') return extension.holds(until);
  return verdict === 'lapsed' ? extension.lapsed(end) : extension.unknown(end);
}

/** What has been registered, the latest first: the fact, the day and the outcome. What has been corrected since is still there. */
export function DoneList({ found, bodies }: { found: FollowUpsRead; bodies: ReadonlyMap<string, string> }) {
  const { acts } = found;
  if (acts.length === 0) {
    return (
      <Notice kind="empty" heading={texts.none.heading} level={3}>
        {texts.none.text}
      </Notice>
    );
  }
  return (
    <ol class="ov-results">
      {acts.map((act) => (
        <li class="ov-result">
          <h3 class="govuk-heading-m">{act.kind === 'retracted' ? texts.retracted : `${labelOf(act.kind)} ${formatDate(act.on)}`}</h3>
          {act.correctedBy !== null && <p>{texts.corrected}</p>}
          <ul class="ov-meta">
            {factsOf(act, bodies).map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
          {act.outcome && <p class="ov-result__text">{act.outcome}</p>}
          {found.mayReadRecords && act.kind !== 'extended' && (
            <p>
              <a class="govuk-link" href={`/uppfoljning/${act.act}`}>
                {texts.record}
                <span class="govuk-visually-hidden"> {texts.recordAbout(labelOf(act.kind), act.on)}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function factsOf(act: ActRow, bodies: ReadonlyMap<string, string>): string[] {
  if (act.kind === 'extended') return [...(act.until === null ? [] : [texts.until(act.until)]), texts.program];
  return [
    texts.by(act.body === null ? texts.parties : (bodies.get(act.body) ?? act.body)),
    ...(act.from !== null && act.to !== null ? [texts.period(formatDates(act.from, act.to))] : []),
    ...(act.ledTo === null ? [] : [texts.ledTo(ledToLabels[act.ledTo])]),
  ];
}

/** What happened, in words; one that a later version of the program knows is said by its code. */
export function labelOf(kind: string): string {
  if (kind === 'retracted') return texts.retracted;
  return Object.hasOwn(actLabels, kind) ? actLabels[kind as keyof typeof actLabels] : kind;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
