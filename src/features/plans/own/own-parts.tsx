import type { Child } from 'hono/jsx';
import { PREPARATION_PARTS, type PreparationPart, preparationParts, type Voice } from '../../../domain/plans/parts.ts';
import { ButtonLink, Fold } from '../../../ui/index.ts';
import type { ShownGoal, ShownMeasure } from '../contents/contents.ts';
import { ownPlanHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { OwnTasks } from '../tasks/task-parts.tsx';
import type { Manner } from './words/manner.ts';

/** What is written about the plan: in Swedish by the staff, in any language by the person. */
export function Said({ voice, children }: { voice: Voice; children?: Child }) {
  return voice === 'own' ? (
    <p class="ov-lines" dir="auto">
      {children}
    </p>
  ) : (
    <p class="ov-lines" lang="sv" dir="ltr">
      {children}
    </p>
  );
}

/** A name or a place as it is written in Swedish, within a sentence of any language. */
export function Name({ children }: { children?: Child }) {
  return (
    <bdi lang="sv" dir="ltr">
      {children}
    </bdi>
  );
}

/** A sentence of any language with the names in it marked as what they are. */
export function Marked({ text, names }: { text: string; names: readonly string[] }) {
  const [first, ...rest] = names.filter((name) => name !== '' && text.includes(name));
  if (first === undefined) return <>{text}</>;
  return (
    <>
      {text.split(first).map((piece, nth) => (
        <>
          {nth > 0 && <Name>{first}</Name>}
          <Marked text={piece} names={rest} />
        </>
      ))}
    </>
  );
}

/** Who does what and when, and who answers for it. */
export function doing({ contents: { measures = [], duties }, tasks }: ShownPlan, manner: Manner): Child {
  const { words, date } = manner;
  const t = words.doing;
  return (
    <section aria-labelledby="insatser">
      <h2 id="insatser">{t.heading}</h2>
      {measures.length === 0 && <p>{t.none}</p>}
      <ul class="ov-own-list">
        {measures.map((one) => (
          <li class="ov-own-card">
            <p class="ov-own-card__what" lang="sv" dir="ltr">
              {one.what}
            </p>
            <p>
              <Doer measure={one} other={t.other} />
            </p>
            <p>{t.from(date(one.starts), date(one.target))}</p>
            {one.ownPart && (
              <p>
                {`${t.you}: `}
                <Name>{one.ownPart}</Name>
              </p>
            )}
            <OwnTasks tasks={tasks.list} measure={one.id} manner={manner} />
          </li>
        ))}
      </ul>
      {duties?.coordinator && (
        <p>
          {`${t.coordinator}: `}
          <strong>
            <Name>{duties.coordinator.name}</Name>
          </strong>
          {duties.coordinator.substitute && (
            <>
              {`. ${t.substitute}: `}
              <Name>{duties.coordinator.substitute}</Name>
            </>
          )}
        </p>
      )}
      {duties?.overall && (
        <p>
          {`${t.overall}: `}
          <Name>{duties.overall.name}</Name>
        </p>
      )}
    </section>
  );
}

function Doer({ measure: { who, unit_name, organisation_name }, other }: { measure: ShownMeasure; other: string }) {
  return (
    <>
      <strong>
        <Name>{who}</Name>
      </strong>
      <br />
      {unit_name ? <Name>{`${unit_name}, ${organisation_name ?? ''}`}</Name> : other}
    </>
  );
}

/** The person's own goals first, then those that the staff have written. */
export function goals({ id, contents: { goals: all = [] }, abilities }: ShownPlan, { words }: Manner): Child {
  const mayWrite = abilities['write-goal'];
  const t = words.goals;
  const [own, theirs] = [all.filter(({ voice }) => voice !== 'staff'), all.filter(({ voice }) => voice === 'staff')];
  return (
    <section aria-labelledby="mal">
      <h2 id="mal">{t.heading}</h2>
      {own.length === 0 && <p>{t.none}</p>}
      <GoalCards plan={id} goals={own} words={words} mayWrite={mayWrite} />
      {mayWrite && (
        <p>
          <ButtonLink href={`${ownPlanHref(id)}/mal/nytt`} kind="secondary">
            {t.add}
          </ButtonLink>
        </p>
      )}
      {theirs.length > 0 && (
        <>
          <h3>{t.theirs}</h3>
          <GoalCards plan={id} goals={theirs} words={words} mayWrite={false} />
        </>
      )}
    </section>
  );
}

type GoalCards = {
  readonly plan: string;
  readonly goals: readonly ShownGoal[];
  readonly words: Manner['words'];
  readonly mayWrite: boolean;
};

function GoalCards({ plan, goals: some, words, mayWrite }: GoalCards) {
  const t = words.goals;
  return (
    <ul class="ov-own-list">
      {some.map(({ id, goal, sign, horizon, voice }) => (
        <li class="ov-own-card">
          <Said voice={voice}>
            <strong>{goal}</strong>
          </Said>
          {sign && (
            <>
              <p class="ov-muted">{t.sign}</p>
              <Said voice={voice}>{sign}</Said>
            </>
          )}
          <p class="ov-muted">{`${t.horizons[horizon]}. ${words.words.voices[voice]}`}</p>
          {mayWrite && voice === 'own' && (
            <p>
              <a class="govuk-link" href={`${ownPlanHref(plan)}/mal/${id}`}>
                {t.change}
                <span class="govuk-visually-hidden"> {goal}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is important to the person, in their own words and largest; then what else they have written or can write. */
export function ownWords(plan: ShownPlan, { words }: Manner): Child {
  const t = words.words;
  const [first, ...others] = PREPARATION_PARTS.filter((part) => preparationParts[part].ofPerson);
  const theirs = PREPARATION_PARTS.filter((part) => !preparationParts[part].ofPerson && textsOf(plan, part).length > 0);
  const written = others.filter((part) => textsOf(plan, part).length > 0);
  const empty = others.filter((part) => !written.includes(part));
  return (
    <section aria-labelledby="dina-ord">
      <h2 id="dina-ord">{t.important}</h2>
      {first && <Part plan={plan} part={first} words={words} largest />}
      {written.map((part) => (
        <>
          <h3>{t.parts[part]}</h3>
          <Part plan={plan} part={part} words={words} />
        </>
      ))}
      {plan.abilities.write && empty.length > 0 && (
        <Fold id="skriv-mer" heading={t.more} level={3}>
          <p>{t.lead}</p>
          <ul class="govuk-list">
            {empty.map((part) => (
              <li>
                <a class="govuk-link" href={`${ownPlanHref(plan.id)}/skriv/${part}`}>
                  {t.parts[part]}
                </a>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {theirs.length > 0 && (
        <Fold id="deras-ord" heading={t.theirs} level={3}>
          {theirs.map((part) => (
            <>
              <p>
                <strong>{t.parts[part]}</strong>
              </p>
              {textsOf(plan, part).map(({ text, voice }) => (
                <Said voice={voice}>{text}</Said>
              ))}
            </>
          ))}
        </Fold>
      )}
    </section>
  );
}

function textsOf({ texts }: ShownPlan, part: PreparationPart) {
  return texts.filter((one) => one.part === part && one.text !== '').toSorted((one) => (one.voice === 'own' ? -1 : 1));
}

type PartProps = { plan: ShownPlan; part: PreparationPart; words: Manner['words']; largest?: boolean };

function Part({ plan, part, words, largest = false }: PartProps) {
  const t = words.words;
  const written = textsOf(plan, part);
  const own = written.some(({ voice }) => voice === 'own');
  return (
    <div class={largest ? 'ov-own-quote' : undefined}>
      {written.length === 0 && <p>{t.nothing}</p>}
      {written.map(({ text, voice }) => (
        <>
          <Said voice={voice}>{text}</Said>
          {voice !== 'own' && <p class="ov-muted">{t.voices[voice]}</p>}
        </>
      ))}
      {plan.abilities.write && (
        <p>
          <a class="govuk-link" href={`${ownPlanHref(plan.id)}/skriv/${part}`}>
            {own ? t.change : t.write}
            <span class="govuk-visually-hidden"> {t.parts[part]}</span>
          </a>
        </p>
      )}
    </div>
  );
}
