import type { Child } from 'hono/jsx';
import { ButtonLink, Fold, formatDate, formatDateTime, Table } from '../../../ui/index.ts';
import { Name, Said } from '../own/own-parts.tsx';
import type { Manner } from '../own/words/manner.ts';
import { ownPlanHref, planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { type ShownAnswer, type ShownChange, unansweredOf } from './changes.ts';
import { answersTexts as texts } from './texts-answers.ts';

/** What a thing says, as it stands in a row: of a duty what it is, and who or when. */
export function saidOf({ said, sort, day }: ShownChange, date: (day: Temporal.PlainDate) => string): string {
  return sort ? `${texts.duties[sort]}: ${day ? date(day) : said}` : said;
}

/** For staff: each thing in the plan with what the person says of it. Null where there is nothing to answer, or it is shut. */
export function answersPart({ id, contents: { changes = [] }, abilities }: ShownPlan): Child {
  if (changes.length === 0) return null;
  return (
    <>
      <p>{texts.lead}</p>
      <Table
        caption={texts.heading}
        captionHidden
        columns={texts.columns.map((label) => ({ label }))}
        rows={changes.map((change) => [
          <>
            <span class="ov-muted">{texts.of[change.kind]}</span>
            <br />
            {saidOf(change, formatDate)}
          </>,
          inShort(change),
          [...change.earlier, ...change.answers].map((one) => <Answered one={one} />),
        ])}
      />
      {abilities['answer-changes'] && (
        <p>
          <ButtonLink href={`${planHref(id)}/svar`} kind="secondary">
            {texts.note}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function inShort({ answers, earlier }: ShownChange): string {
  const last = answers.at(-1);
  if (last) return texts.answers[last.answer];
  return earlier.length > 0 ? texts.earlier : texts.none;
}

function Answered({ one: { answer, words, own, unit, at } }: { one: ShownAnswer }) {
  return (
    <div>
      {words && <p class="ov-lines">{words}</p>}
      <p class="ov-muted">{[texts.answers[answer], own ? texts.own : texts.noted(unit ?? ''), formatDateTime(at)].join(' · ')}</p>
    </div>
  );
}

/** In a few words: how many things have no answer. */
export function answersInShort({ contents: { changes = [] } }: ShownPlan): string {
  const count = unansweredOf(changes).length;
  return count === 0 ? texts.allAnswered : texts.lacking(count);
}

/** Before a plan is established: what the person has not answered to, and what they have said no to. */
export function BeforeEstablishing({ changes }: { changes: readonly ShownChange[] }) {
  const objections = changes.filter(({ answers }) => answers.findLast(({ answer }) => answer !== 'commented')?.answer === 'objects');
  return (
    <>
      <Things heading={texts.objections} changes={objections} />
      <Things heading={texts.notAnswered} changes={unansweredOf(changes)} />
    </>
  );
}

function Things({ heading, changes }: { heading: string; changes: readonly ShownChange[] }) {
  if (changes.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map((change) => (
          <li>
            {saidOf(change, formatDate)}
            {change.answers.at(-1)?.words && <p class="ov-muted">{change.answers.at(-1)?.words}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** For the person: each thing with what they have said of it, and the way to say it. */
export function ownAnswers({ id, contents: { changes = [] }, abilities }: ShownPlan, manner: Manner): Child {
  const t = manner.words.answers;
  const open = abilities['answer-changes'];
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="svar">
      <h2 id="svar">{t.heading}</h2>
      {open && <p>{t.lead}</p>}
      <OwnThings changes={changes.filter(({ settled }) => !settled)} manner={manner} />
      {changes.some(({ settled }) => settled) && (
        <Fold id="svarat" heading={t.said} level={3}>
          <OwnThings changes={changes.filter(({ settled }) => settled)} manner={manner} />
        </Fold>
      )}
      {open && (
        <p>
          <ButtonLink href={`${ownPlanHref(id)}/svara`}>{changes.every(({ settled }) => settled) ? t.again : t.open}</ButtonLink>
        </p>
      )}
    </section>
  );
}

function OwnThings({ changes, manner: { words, date } }: { changes: readonly ShownChange[]; manner: Manner }) {
  const t = words.answers;
  return (
    <ul class="ov-own-list">
      {changes.map((change) => (
        <li class="ov-own-card">
          <p>
            <span class="ov-muted">{change.sort ? t.duties[change.sort] : t.of[change.kind]}</span>
            <br />
            {change.day ? date(change.day) : <Name>{change.said}</Name>}
          </p>
          <OwnAnswer change={change} t={t} />
        </li>
      ))}
    </ul>
  );
}

function OwnAnswer({ change: { answers, earlier }, t }: { change: ShownChange; t: Manner['words']['answers'] }) {
  const last = answers.at(-1);
  if (!last) return <p>{earlier.length > 0 ? `${t.none} ${t.earlier}` : t.none}</p>;
  return (
    <>
      <p>
        <strong>{t.is[last.answer]}</strong> {!last.own && last.answer !== 'not-asked' && <span class="ov-muted">{t.noted}</span>}
      </p>
      {last.words && last.own && <p class="ov-muted">{t.you}</p>}
      {last.words && <Said voice={last.own ? 'own' : 'noted'}>{last.words}</Said>}
    </>
  );
}
