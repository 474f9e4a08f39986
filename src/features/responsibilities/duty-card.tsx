import type { LocalWays } from '../../domain/agreements/local-ways.ts';
import type { Status } from '../../domain/agreements/status.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { DeadlinesFile, LawFile, SituationFile } from '../../domain/counties/national-files.ts';
import type { Answer } from '../../domain/responsibilities/answer.ts';
import type { Duty } from '../../domain/responsibilities/duty.ts';
import type { Group, Placement, Who } from '../../domain/responsibilities/who.ts';
import { AnswerCard, decidedOn, formatList, formatVersion, type SourceLineProps, StatusTag } from '../../ui/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { citationHref, oncePerSection } from './cite-href.ts';
import { contactProps, contactsFor, contactsOnCard } from './contacts.ts';
import { dependsOnText, resultText, waysTexts } from './fact-texts.ts';
import { LocalWaysShown } from './local-way.tsx';
import { Further, furtherDeadlines } from './more-deadlines.tsx';
import type { PlaceParties } from './parties-on.ts';
import { SeeAlso } from './see-also.tsx';
import { authorityTexts, contactsTexts, groupTexts, readingText } from './texts.ts';

const MARKS = { main: 'main', joint: 'responsible', contributes: 'contributes', 'may-offer': 'may-offer' } as const;

/** What every card of an answer needs beside its duty. */
export type CardContext = {
  answer: Answer<Status>;
  file: SituationFile;
  law: LawFile;
  deadlines: DeadlinesFile;
  county: CountyFile;
  local: LocalWays;
  parties: PlaceParties;
  on: string;
  today: string;
};

type Props = {
  duty: Duty;
  context: CardContext;
  /** How those who are named take part; the others of the duty stand in another group. Without it everyone is named, with what each does. */
  as?: { readonly group: Group; readonly who: readonly Who[] };
  /** The duty stands on the page already: its address leads there. */
  again?: boolean;
  always?: boolean;
};

/** One duty as a card: who does what, on what condition, in what time, on what ground, and why it is shown. */
export function DutyCard({ duty, as, context, again = false, always = false }: Props) {
  const { row } = duty;
  const { file } = context;
  const conditionText = row['conditions-text'];
  const reading = readingText(row);
  const contacts = contactsFor(context.county, context.answer.situation.municipality, as?.who ?? duty.who, context.on);
  return (
    <AnswerCard
      id={again ? undefined : anchorOf(duty)}
      heading={row.plain}
      part={as && { label: groupTexts[as.group].role, mark: MARKS[as.group] }}
      tone={always ? 'always' : undefined}
      source={sourceOf(duty, context)}
      law={row.law.map((reference) => lawReferenceProps(context.law, reference, context.on, context.answer.situation.date))}
      deadline={row.deadline && { value: row.deadline.value, basis: row.deadline.basis }}
      condition={
        conditionText || duty.result === 'unknown' ? { text: conditionText ?? dependsOn(duty, context), state: duty.result } : undefined
      }
      wayForward={duty.wayForward && <WayForward duty={duty} />}
      warnings={row.warnings}
      conflicts={conflictsOf(duty, context)}
      contact={contactsOnCard(contacts).map(contactProps)}
      why={[...waysTexts(file, duty.either), ...duty.conditions.map((result) => resultText(file, result)), ...(reading ? [reading] : [])]}
    >
      <p class="ov-muted">
        {as ? actorsText(as.who) : duty.placements.map(partText).join('. ')}
        {row.requires.length > 0 && <>. Kräver: {row.requires.join(', ')}</>}
      </p>
      <LocalWaysShown ways={context.local.get(duty.key)} place={placeName(context)} day={context.answer.situation.date} />
      {row.consent === 'not-required' && <p>Kräver inte samtycke.</p>}
      {contacts.length > 0 && contactsOnCard(contacts).length === 0 && (
        <p>
          <a class="govuk-link" href="#kontakter">
            {contactsTexts.several(contacts.length)}
          </a>
        </p>
      )}
      {furtherDeadlines(row, context.deadlines).map((deadline) => (
        <p class="ov-source">
          <Further deadline={deadline} law={context.law} on={context.on} asked={context.answer.situation.date} />
        </p>
      ))}
      <SeeAlso linked={duty.linked} day={context.answer.situation.date} />
    </AnswerCard>
  );
}

/** The municipality that the answer is for, by name. */
function placeName({ county, answer }: CardContext): string {
  return county.municipalities.find(({ code }) => code === answer.situation.municipality)?.name ?? '';
}

/** Those who take part in one way, with the way where it is less than to have the duty: `Deltar: Polisen (annan aktör)`. */
function partText({ group, who }: Placement): string {
  return group === 'main' || group === 'joint' ? actorsText(who) : `${groupTexts[group].role}: ${actorsText(who)}`;
}

function actorsText(who: readonly Who[]): string {
  return formatList(
    who.map(({ name, authority }) => {
      const of = authorityTexts[authority] ?? authority;
      return name === of ? name : `${name} (${of.toLowerCase()})`;
    }),
  );
}

/** For a duty that only may apply: the facts it depends on, its own and those of its agreement. */
function dependsOn(duty: Duty, { answer, file }: CardContext): string {
  const because = answer.agreements.find(({ slug }) => slug === duty.agreement)?.because ?? [];
  return dependsOnText(file, [...because, ...duty.selection, ...duty.conditions]);
}

/** The id of a duty on the page. */
export function anchorOf({ key }: { key: string }): string {
  return key.replace('/', '-');
}

function sourceOf(duty: Duty, { answer, on, today }: CardContext): SourceLineProps[] {
  const agreement = answer.agreements.find(({ slug }) => slug === duty.agreement);
  const statusTag = ({ code, until }: Status) => <StatusTag status={code} until={until} decided={decidedOn({ on, today })} />;
  const version = agreement ? formatVersion(agreement.short, agreement.version) : duty.agreement;
  return oncePerSection(duty.citations).map((citation, index) => ({
    label: <SectionLabel version={version} heading={citation.heading} row={index === 0 ? duty.row.id : undefined} />,
    href: citationHref(duty.agreement, citation, answer.situation.date),
    ...(index === 0 ? { basis: 'agreement' as const } : {}),
    ...(index === 0 && agreement ? { after: statusTag(agreement.status) } : {}),
  }));
}

/** Agreement, version and section. On paper, where the foot of the sheet names the agreements, the row's id stands for all of them. */
function SectionLabel({ version, heading, row }: { version: string; heading: string; row: string | undefined }) {
  return (
    <>
      <span class="ov-only-screen">
        {version}, {heading}
      </span>
      {row && <span class="ov-only-paper">{row}</span>}
    </>
  );
}

function WayForward({ duty }: { duty: Duty }) {
  return (
    <>
      {duty.wayForward?.text}
      {duty.wayForward?.rows.map(({ row }) => (
        <p>{row.plain}</p>
      ))}
    </>
  );
}

function conflictsOf(duty: Duty, { answer }: CardContext) {
  const all = answer.conflicts.filter(({ between }) => between.includes(duty.key));
  return all.map(({ between, text }) => {
    const other = between.find((key) => key !== duty.key) ?? '';
    const found = answer.duties.find(({ key }) => key === other);
    return (
      <>
        {text}{' '}
        <a class="govuk-link" href={`#${anchorOf({ key: other })}`}>
          {found ? found.row.plain : other}
        </a>
      </>
    );
  });
}
