import { standingOf } from '../../domain/agreements/standing.ts';
import type { StepInAnswer } from '../../domain/responsibilities/next-steps.ts';
import type { OpenFact } from '../../domain/responsibilities/open-facts.ts';
import { GROUPS } from '../../domain/responsibilities/who.ts';
import { BasisChip, Citation, Contact, decidedOn, formatCount, Notice, StatusTag } from '../../ui/index.ts';
import { statusSentence } from '../agreements/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { citeHref } from './cite-href.ts';
import { contactProps, contactsIn } from './contacts.ts';
import { type CardContext, DutyCard } from './duty-card.tsx';
import { dependsOnText } from './fact-texts.ts';
import { consentTexts, contactsTexts, groupTexts, standingTexts, urgencyTexts } from './texts.ts';

/** The duties by what their actors do; those whose condition is not met stand last in their group, with the way forward. */
export function Groups({ context }: { context: CardContext }) {
  const shown = new Set<string>();
  const isAgain = (key: string) => shown.has(key) || !shown.add(key);
  return (
    <>
      {GROUPS.map((group) => {
        const duties = context.answer.groups[group];
        if (duties.length === 0) return null;
        return (
          <section aria-labelledby={`grupp-${group}`}>
            <h2 class="govuk-heading-l" id={`grupp-${group}`}>
              {groupTexts[group].heading}
            </h2>
            {duties.map(({ duty, who }) => (
              <DutyCard duty={duty} as={{ group, who }} again={isAgain(duty.key)} context={context} />
            ))}
          </section>
        );
      })}
    </>
  );
}

/** What holds for everyone in the situation, whatever help is sought. */
export function Always({ context }: { context: CardContext }) {
  const { always } = context.answer;
  if (always.length === 0) return null;
  return (
    <section aria-labelledby="alltid">
      <h2 class="govuk-heading-l" id="alltid">
        Alltid, för alla som möter personen
      </h2>
      {always.map((duty) => (
        <DutyCard duty={duty} context={context} always />
      ))}
    </section>
  );
}

/** Every unit that some duty of the answer may concern, each once. */
export function Contacts({ context }: { context: CardContext }) {
  const { answer, county, on } = context;
  const duties = [...GROUPS.flatMap((group) => answer.groups[group].map(({ duty }) => duty)), ...answer.always];
  const find = contactsIn(county, answer.situation.municipality, on);
  const contacts = find(duties.flatMap(({ who }) => who));
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby="kontakter">
      <h2 class="govuk-heading-l" id="kontakter">
        {contactsTexts.heading}
      </h2>
      {contacts.map(contactProps).map(Contact)}
    </section>
  );
}

/** What to do next, the urgent first. */
export function NextSteps({ steps, context }: { steps: readonly StepInAnswer[]; context: CardContext }) {
  if (steps.length === 0) return null;
  const order = ['immediately', 'without-delay', 'when-needed'];
  const sorted = [...steps].sort((a, b) => order.indexOf(a.step.urgency) - order.indexOf(b.step.urgency));
  return (
    <section aria-labelledby="nasta-steg">
      <h2 class="govuk-heading-l" id="nasta-steg">
        Gör sedan
      </h2>
      <ol class="ov-steps">
        {sorted.map(({ step, result }) => (
          <li class={`ov-step ov-step--${step.urgency}`}>
            <h3 class="govuk-heading-s">
              {step.title} {result === 'unknown' && <span class="ov-muted">– om det stämmer här</span>}
            </h3>
            <p class="ov-only-screen">{step.text}</p>
            {step['conditions-text'] && <p class="ov-only-screen">Villkor: {step['conditions-text']}</p>}
            <p class="ov-source">
              <strong>{urgencyTexts[step.urgency]}.</strong> {consentTexts[step.consent]}.{' '}
              <span class="ov-only-screen">{step['consent-text']}</span>
            </p>
            <StepDeadline id={step.deadline} context={context} />
            <p class="ov-source">
              <BasisChip basis={step.basis} />
              {step.law.map((reference, index) => (
                <>
                  {index > 0 && ' · '}
                  <Citation {...lawReferenceProps(context.law, reference, context.on, context.answer.situation.date)} />
                </>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The time limit of a step, from the catalogue, with what it rests on. */
function StepDeadline({ id, context }: { id: string | undefined; context: CardContext }) {
  const deadline = context.deadlines.deadlines.find((one) => one.id === id);
  if (!deadline) return null;
  return (
    <p class="ov-source">
      Tidsgräns: <strong>{deadline.value}</strong> <BasisChip basis={deadline.basis} />
    </p>
  );
}

/** Agreements of the place that the person may stand outside, each with what applies instead. */
export function Outside({ context }: { context: CardContext }) {
  const { agreements } = context.answer;
  const outside = agreements.filter(({ scope }) => scope !== 'met');
  return (
    <>
      {outside.map(({ short, slug, scope, because, appliesInstead }) => (
        <Notice kind="note" heading={scope === 'unmet' ? `Utanför avtalet: ${short}` : `Kanske utanför avtalet: ${short}`}>
          <p>
            {scope === 'unmet' ? 'Personen hör inte till avtalets målgrupp.' : dependsOnText(context.file, because)}{' '}
            <a class="govuk-link" href={citeHref(slug, undefined, context.answer.situation.date)}>
              Läs avtalet
            </a>
          </p>
          {appliesInstead.map(({ text }) => (
            <p>{text}</p>
          ))}
        </Notice>
      ))}
    </>
  );
}

/** Agreements the answer rests on that are not certainly in force, said before the answer. */
export function Standing({ context }: { context: CardContext }) {
  const { agreements, situation } = context.answer;
  const uncertain = agreements.filter(({ status }) => standingOf(status.code) !== 'holds');
  return (
    <>
      {uncertain.map(({ short, slug, status }) => (
        <Notice kind="unknown" heading={`${standingTexts[status.code].heading}: ${short}`}>
          <p>
            <StatusTag status={status.code} until={status.until} decided={decidedOn(context)} /> {statusSentence(status, context.today)}{' '}
            {standingTexts[status.code].worth}{' '}
            <a class="govuk-link" href={citeHref(slug, undefined, situation.date)}>
              Läs mer om läget
            </a>
          </p>
        </Notice>
      ))}
    </>
  );
}

/** What we do not know and that would change the answer, each with the way to say it. */
export function Unknowns({
  unknowns,
  context,
  href,
}: {
  unknowns: readonly OpenFact[];
  context: CardContext;
  href: (param: string) => string;
}) {
  const facts = unknowns.flatMap((open) => {
    const fact = context.file.facts.find(({ id }) => id === open.fact);
    return fact ? [{ ...open, fact }] : [];
  });
  if (facts.length === 0) return null;
  return (
    <Notice kind="note" heading="Det här vet vi inte">
      <p class="ov-only-screen">Svaret är bredare än det behöver vara. Lägg till det du vet:</p>
      <ul class="govuk-list govuk-list--bullet">
        {facts.map(({ fact, duties }) => (
          <li>
            <a class="govuk-link" href={href(fact.param)}>
              {fact.label}
            </a>{' '}
            <span class="ov-muted">{duties.length > 0 && `påverkar ${formatCount(duties.length, 'svar', 'svar')}`}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where anyone can always turn, when the agreements give no one the duty. */
export function Fallback() {
  return (
    <Notice kind="note" heading="Vägen framåt">
      <p>
        Avtalen pekar inte ut någon just här, eller så är villkoret inte uppfyllt. Personen har ändå rätt att söka hjälp. Kontakta
        vårdcentralen eller ring 1177 för vård. Kontakta socialtjänsten i kommunen för stöd. Är ni oense om ansvaret ska personen inte vänta
        på svaret.
      </p>
    </Notice>
  );
}
