import { lastDay } from '../../../domain/consents/spell-out.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { scopeOf } from '../../../platform/index.ts';
import { SummaryList } from '../../../ui/index.ts';
import { type SpokenSection, spokenHref } from '../../plans/index.ts';
import { addressOf, receiverOf } from '../consent-fields.ts';
import { readSpokenConsents } from './read-spoken-consents.ts';

/** On the page of a plan for somebody who answers for whose it is: how all have answered together, what they have said themselves, and the ways to answer and take back. */
export const spokenConsents: SpokenSection = async (c, { id, stage }, speaker, { words, date }) => {
  const found = await readSpokenConsents(scopeOf(c), { plan: id, speaker });
  if (isRefusal(found)) return null;
  const { joint, consents, readers } = found;
  const [t, s] = [words.consent, words.spoken];
  const here = `${spokenHref(speaker, id)}/samtycke`;
  const latest = (kind: string) => consents.findLast((one) => one.kind === kind);
  return (
    <section aria-labelledby="ditt-svar">
      <h2 id="ditt-svar">{s.yours}</h2>
      <p>{s.each}</p>
      <SummaryList
        rows={(['make-plan', 'lift-secrecy'] as const).map((kind) => {
          const own = latest(kind);
          const answer = own ? (own.withdrawn ? t.statuses.withdrawn : t.options[own.answer]) : t.statuses['not-asked'];
          return {
            label: t.questions[kind],
            value: (
              <>
                {answer}
                <br />
                <strong>{s.joint[joint[kind]]}</strong>
              </>
            ),
            ...(stage === 'closed' ? {} : { action: { label: t.answer, href: `${here}/${addressOf(kind)}`, about: t.questions[kind] } }),
          };
        })}
      />
      <ul class="ov-own-list">
        {consents
          .filter(({ withdrawn, answer }) => !withdrawn && (answer === 'given' || answer === 'partly'))
          .map(({ id: consent, kind, left, takenAt }) => (
            <li class="ov-own-card">
              <p>
                <strong>{t.questions[kind as keyof typeof t.questions]}</strong>
                <br />
                <span class="ov-muted">{`${t.saidOn(date(takenAt.toZonedDateTimeISO('Europe/Stockholm').toPlainDate()))}.`}</span>
              </p>
              {left.map((scope) => (
                <p>
                  {(scope.permits ? t.line : t.lineNot)(
                    receiverOf(readers, scope, t.everyUnit),
                    t.data[scope.dataKind],
                    t.purposes[scope.purpose],
                  )}{' '}
                  <span class="ov-muted">{`(${t.until(date(lastDay(scope.until)))})`}</span>
                </p>
              ))}
              <p>
                <a class="govuk-link" href={`${here}/ta-tillbaka/${consent}`}>
                  {t.takeBack}
                  <span class="govuk-visually-hidden">{` ${t.questions[kind as keyof typeof t.questions]}`}</span>
                </a>
              </p>
            </li>
          ))}
      </ul>
    </section>
  );
};
