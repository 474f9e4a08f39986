import type { LawFile } from '../../../domain/counties/national-files.ts';
import type { Completeness } from '../../../domain/plans/completeness.ts';
import { circumstances, type ShownPrompt } from '../../../domain/plans/prompts.ts';
import { BasisChip, ButtonLink, Citation, formatDateTime, formatList, SummaryList, Table } from '../../../ui/index.ts';
import { lawReferenceProps } from '../../law/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { missingTexts } from '../texts-rules.ts';
import type { ShownChecks } from './load-checks.ts';
import { circumstanceTexts, pointStateTexts, pointTexts, checksTexts as texts } from './texts-checks.ts';

/** What to ask and what to do, circumstance by circumstance, each with the law and the agreements in force that ask for it. */
export function promptsPart({ id, checks, abilities }: ShownPlan, law: LawFile, today: Temporal.PlainDate) {
  if (!checks) return null;
  const { answers, prompts, noted } = checks;
  const asked = circumstances.filter((about) => answers.circumstances[about]);
  return (
    <>
      <p>{texts.lead}</p>
      {asked.length > 0 && (
        <SummaryList
          compact
          rows={asked.map((about) => ({
            label: circumstanceTexts[about].label,
            value: answers.circumstances[about] === 'yes' ? texts.yes : texts.no,
          }))}
        />
      )}
      {prompts.length === 0 && <p>{texts.nothing}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {prompts.map((one) => (
          <li>
            <Prompt shown={one} checks={checks} law={law} today={today} />
          </li>
        ))}
      </ul>
      {abilities.note && (
        <p>
          <ButtonLink href={`${planHref(id)}/fragat`} kind="secondary">
            {noted ? texts.noteAgain : texts.note}
          </ButtonLink>
        </p>
      )}
      {noted && <p class="ov-muted">{texts.noted(noted.unit, formatDateTime(noted.at))}</p>}
    </>
  );
}

/** How many things there are to ask or do, in a few words. */
export const promptsInShort = ({ checks }: ShownPlan): string => texts.toDo(checks?.prompts.length ?? 0);

type PromptProps = { shown: ShownPrompt; checks: ShownChecks; law: LawFile; today: Temporal.PlainDate };

function Prompt({ shown: { prompt, askedIn }, checks, law, today }: PromptProps) {
  return (
    <>
      {prompt.text} <BasisChip basis={prompt.basis} />{' '}
      {prompt.law.map((reference, nth) => (
        <>
          {nth > 0 && ', '}
          <Citation {...lawReferenceProps(law, reference, today.toString())} />
        </>
      ))}
      {askedIn.length > 0 && (
        <span class="ov-muted">
          {' '}
          {texts.askedIn}{' '}
          {askedIn.map(({ agreement, cites }, nth) => (
            <>
              {nth > 0 && ', '}
              <a class="govuk-link" href={`/avtal/${agreement}#${cites[0]}`}>
                {checks.agreements.find(({ slug }) => slug === agreement)?.short ?? agreement}
              </a>
            </>
          ))}
          .
        </span>
      )}
    </>
  );
}

const isLeft = ({ state }: Completeness) => state === 'missing' || state === 'not-asked';

/** How many of the points are left, in a few words. */
export function completenessInShort({ checks }: ShownPlan): string {
  const points = checks?.completeness?.filter(({ state }) => state !== 'does-not-apply') ?? [];
  return texts.left(points.filter(isLeft).length, points.length);
}

/** What a good plan has, for those who lead it: what is left first. Never a grade of anybody. */
export function completenessPart({ checks }: ShownPlan) {
  const points = checks?.completeness?.filter(({ state }) => state !== 'does-not-apply');
  if (!points) return null;
  const inOrder = [...points.filter(isLeft), ...points.filter((one) => !isLeft(one))];
  return (
    <>
      <p>{texts.goodLead}</p>
      <Table
        caption={texts.good}
        captionHidden
        columns={texts.columns.map((label) => ({ label }))}
        rows={inOrder.map((one) => [
          <>
            {pointTexts[one.point]}
            <What point={one} checks={checks} />
          </>,
          isLeft(one) ? <strong>{pointStateTexts[one.state]}</strong> : pointStateTexts[one.state],
        ])}
      />
    </>
  );
}

/** What is left of a point, where it is of several things. */
function What({ point: { point, state, of = [] }, checks }: { point: Completeness; checks: ShownChecks | undefined }) {
  if (state === 'done' || of.length === 0) return null;
  const names = (checks?.unitsWithoutContact ?? []).map(({ name }) => name);
  const words =
    point === 'contacts'
      ? texts.without(formatList(names))
      : point === 'measures-assigned'
        ? texts.measures(of.length)
        : point === 'statutory-points' || point === 'coordinator'
          ? `${formatList(of.map((part) => missingTexts[part as keyof typeof missingTexts]))}.`
          : undefined;
  return words ? <p class="ov-muted">{words}</p> : null;
}
