import { SummaryList } from '../../../ui/index.ts';
import { Name, Said } from '../own/own-parts.tsx';
import type { Manner } from '../own/words/manner.ts';
import type { ShownPlan } from '../show-plan.ts';
import type { About } from './following-part.tsx';
import type { ShownFollowUp } from './load-following.ts';

type Props = { plan: ShownPlan; one: ShownFollowUp; manner: Manner; level?: 3 };

/** What was said the time that the plan was followed up, for the person: what came of it, and how it went with each thing. */
export function OwnFollowUp({ plan, one, manner: { words, date } }: Props) {
  const t = words.following;
  const { next, tookPart, whyNot, present, summary, ownView } = one;
  return (
    <section class="ov-own-card">
      <h3>{t.one(one.number, date(one.on))}</h3>
      <SummaryList
        rows={[
          { label: t.outcome, value: [`${t.outcomes[one.outcome]}.`, ...(next ? [t.next(date(next))] : [])].join(' ') },
          {
            label: t.person,
            value: (
              <>
                {tookPart ? t.there : t.notThere} {!tookPart && whyNot && <Name>{whyNot}</Name>}
              </>
            ),
          },
          { label: t.present, value: <Said voice="staff">{present}</Said> },
          { label: t.summary, value: <Said voice="staff">{summary}</Said> },
          ...(ownView ? [{ label: t.ownView, value: <Said voice="noted">{ownView}</Said> }] : []),
        ]}
      />
      <ul class="govuk-list">
        {one.evaluations
          .filter(({ voice }) => voice === 'staff')
          .map((said) => {
            const theirs = one.evaluations.find(({ voice, id }) => voice === 'noted' && id === said.id);
            return (
              <li>
                <strong>
                  <OwnName plan={plan} about={said} gone={t.gone} />
                </strong>
                <br />
                {`${t.staffSay}: ${t.past[said.about][said.result]}`}
                {said.words && <Said voice="staff">{said.words}</Said>}
                {theirs && (
                  <>
                    <br />
                    {`${t.youSay}: ${t.past[theirs.about][theirs.result]}`}
                  </>
                )}
              </li>
            );
          })}
      </ul>
    </section>
  );
}

/** What a goal or measure is called, as it was written; that it is gone is said in the language of the page. */
export function OwnName({ plan, about, gone }: { plan: ShownPlan; about: About; gone: string }) {
  const name = ownNameOf(plan, about);
  return name === undefined ? gone : <Name>{name}</Name>;
}

/** The words of a goal or measure that holds. */
export function ownNameOf({ contents: { goals, measures } }: ShownPlan, { about, id }: About): string | undefined {
  return about === 'goal' ? goals?.find((one) => one.id === id)?.goal : measures?.find((one) => one.id === id)?.what;
}
