import type { Child } from 'hono/jsx';
import { ButtonLink, Notice } from '../../../ui/index.ts';
import { InSwedish } from '../own/own-page.tsx';
import { Name, Said } from '../own/own-parts.tsx';
import type { Manner } from '../own/words/manner.ts';
import { spokenHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { partTexts } from '../texts.ts';
import type { ShownSpoken } from './load-spoken.ts';
import type { SpokenFor } from './read-spoken.ts';

type Whom = Pick<SpokenFor, 'as' | 'name' | 'until'>;

/** Whom somebody speaks for, each with the way to their plans; nothing where there is nobody. */
export function SpokenForList({ found, manner }: { found: readonly SpokenFor[]; manner: Manner }) {
  const t = manner.words.spoken;
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="for-andra">
      <h2 id="for-andra">{t.heading}</h2>
      <p>{t.lead}</p>
      {found.map((one) => (
        <div class="ov-own-card">
          <Whom whom={one} manner={manner} />
          <p class="ov-muted">
            {`${manner.words.list.at} `}
            <Name>{one.owner}</Name>
          </p>
          <p>
            <a class="govuk-link" href={spokenHref(one.speaker)}>
              {t.see}
              {one.name !== undefined && (
                <span class="govuk-visually-hidden">
                  {' '}
                  <Name>{one.name}</Name>
                </span>
              )}
            </a>
          </p>
        </div>
      ))}
    </section>
  );
}

/** For whom somebody reads, as what, and until when. */
export function Whom({ whom: { as, name, until }, manner: { words, dateTime } }: { whom: Whom; manner: Manner }) {
  const t = words.spoken;
  return (
    <p>
      {`${t.who}: `}
      <strong>{name === undefined ? t.nameless : <Name>{name}</Name>}</strong>
      <br />
      {t.as[as]} {until && t.until(dateTime(until))}
    </p>
  );
}

/** What is open of a plan to somebody who speaks for whose it is: what is shut is said to be, and nothing of what is in it. */
export function spokenSections(plan: ShownPlan, manner: Manner): Child {
  const { words, date, dateTime } = manner;
  const t = words.spoken;
  const { goals, measures, duties } = plan.contents;
  const open = new Set(plan.kinds.flatMap(({ kind, ground }) => (ground ? [kind] : [])));
  const meeting = plan.calling.meetings?.at(-1);
  const texts = plan.texts.filter(({ text }) => text !== '');
  return (
    <>
      {measures && (
        <section aria-labelledby="insatser">
          <h2 id="insatser">{t.doing}</h2>
          {measures.length === 0 && <p>{t.nothing}</p>}
          <ul class="ov-own-list">
            {measures.map(({ what, who, unit_name, organisation_name, starts, target }) => (
              <li class="ov-own-card">
                <p class="ov-own-card__what" lang="sv" dir="ltr">
                  {what}
                </p>
                <p>
                  <Name>{[who, unit_name, organisation_name].filter(Boolean).join(', ')}</Name>
                </p>
                <p>{words.doing.from(date(starts), date(target))}</p>
              </li>
            ))}
          </ul>
          {duties?.coordinator && (
            <p>
              {`${words.doing.coordinator}: `}
              <Name>{duties.coordinator.name}</Name>
            </p>
          )}
        </section>
      )}
      {goals && (
        <section aria-labelledby="mal">
          <h2 id="mal">{t.goals}</h2>
          {goals.length === 0 && <p>{t.nothing}</p>}
          <ul class="ov-own-list">
            {goals.map(({ goal, voice }) => (
              <li class="ov-own-card">
                <Said voice={voice}>{goal}</Said>
                <p class="ov-muted">{t.voices[voice]}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.has('meeting') && (meeting?.turn === 'set' || meeting?.turn === 'held') && (
        <section aria-labelledby="mote">
          <h2 id="mote">{t.meeting}</h2>
          <p>
            {dateTime(meeting.startsAt)}
            {meeting.where && (
              <>
                <br />
                <Name>{meeting.where}</Name>
              </>
            )}
          </p>
        </section>
      )}
      {(open.has('needs') || texts.length > 0) && (
        <section aria-labelledby="skrivet">
          <h2 id="skrivet">{t.needs}</h2>
          {texts.length === 0 && <p>{t.nothing}</p>}
          {texts.map(({ part, text, voice }) => (
            <>
              <InSwedish>
                <h3>{partTexts[part as keyof typeof partTexts]?.label ?? part}</h3>
              </InSwedish>
              <Said voice={voice}>{text}</Said>
              <p class="ov-muted">{t.voices[voice]}</p>
            </>
          ))}
        </section>
      )}
      {(plan.following.followUps ?? []).length > 0 && (
        <section aria-labelledby="uppfoljt">
          <h2 id="uppfoljt">{t.how}</h2>
          {plan.following.followUps?.map(({ on, summary }) => (
            <>
              <p>
                <strong>{date(on)}</strong>
              </p>
              <Said voice="staff">{summary}</Said>
            </>
          ))}
        </section>
      )}
    </>
  );
}

/** Which parts are shut to the reader, by name alone. */
export function ShutParts({ plan: { kinds }, manner: { words } }: { plan: ShownPlan; manner: Manner }) {
  const t = words.spoken;
  const shut = kinds.filter(({ ground }) => !ground);
  if (shut.length === 0) return null;
  return (
    <Notice kind="unknown" heading={t.shut}>
      <p>{t.shutText}</p>
      <ul class="govuk-list govuk-list--bullet">
        {shut.map(({ kind }) => (
          <li>{words.consent.data[kind]}</li>
        ))}
      </ul>
      <p>{t.ask}</p>
    </Notice>
  );
}

/** What the reader has said themselves, and the ways to say more. */
export function OwnSpoken({ plan, speaker, speaks, manner }: { plan: ShownPlan; speaker: string; speaks: boolean; manner: Manner }) {
  const { words } = manner;
  const t = words.spoken;
  const here = spokenHref(speaker, plan.id);
  const said = plan.spoken.filter((one) => one.speaker === speaker);
  return (
    <section aria-labelledby="dina-ord">
      <h2 id="dina-ord">{t.said}</h2>
      {said.length === 0 && <p>{t.saidNothing}</p>}
      <ul class="ov-own-list">
        {said.toReversed().map((one) => (
          <li class="ov-own-card">
            <SpokenCard one={one} plan={plan} manner={manner} says={t.answers} />
          </li>
        ))}
      </ul>
      {speaks && plan.stage !== 'closed' && (
        <p>
          <ButtonLink href={`${here}/skriv`} kind="secondary">
            {t.write}
          </ButtonLink>{' '}
          {(plan.contents.changes ?? []).length > 0 && (
            <ButtonLink href={`${here}/svara`} kind="secondary">
              {t.answer}
            </ButtonLink>
          )}
        </p>
      )}
    </section>
  );
}

type Says = Readonly<Record<'approved' | 'objects' | 'commented', string>>;

function SpokenCard({ one, plan, manner, says }: { one: ShownSpoken; plan: ShownPlan; manner: Manner; says: Says }) {
  const t = manner.words.spoken;
  const of = one.change && plan.contents.changes?.find(({ kind, subject }) => kind === one.change?.kind && subject === one.change.subject);
  return (
    <>
      <p>
        <strong>{of ? <Name>{of.said || manner.words.answers.of[of.kind]}</Name> : t.about[one.about]}</strong>
      </p>
      {one.answer && one.answer !== 'not-asked' && <p>{says[one.answer]}</p>}
      {one.words && <Said voice="own">{one.words}</Said>}
      <p class="ov-muted">{manner.dateTime(one.at)}</p>
    </>
  );
}

/** On the page of whose plan it is: what those who speak for them have said, in whose name. */
export function ownSpoken(plan: ShownPlan, manner: Manner): Child {
  const t = manner.words.spoken;
  if (plan.spoken.length === 0) return null;
  return (
    <section aria-labelledby="andra-har-skrivit">
      <h2 id="andra-har-skrivit">{t.others}</h2>
      <ul class="ov-own-list">
        {plan.spoken.toReversed().map((one) => (
          <li class="ov-own-card">
            <p>
              {t.by[one.as]}
              {one.name && (
                <>
                  {': '}
                  <Name>{one.name}</Name>
                </>
              )}
            </p>
            <SpokenCard one={one} plan={plan} manner={manner} says={t.saysOf} />
          </li>
        ))}
      </ul>
    </section>
  );
}
