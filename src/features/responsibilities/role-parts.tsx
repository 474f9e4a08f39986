import type { Child } from 'hono/jsx';
import type { RoleDuty } from '../../domain/responsibilities/duties-of-role.ts';
import { type AskedDay, BasisChip, Citation, decidedOn, formatVersion, Notice, onDay, StatusTag, statusWord } from '../../ui/index.ts';
import { statusSentence } from '../agreements/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { citationHref, oncePerSection } from './cite-href.ts';
import { Further, furtherDeadlines } from './more-deadlines.tsx';
import type { AgreementOfRole, RoleReading } from './read-role-duties.ts';
import { actorsText, conditionTexts, shortWhenText } from './role-texts.ts';
import { sentences } from './row-texts.ts';

const IDS = { always: 'alltid', onCondition: 'ibland', byOthers: 'andra' } as const;
type Kind = keyof typeof IDS;
/** `day`: the one that was asked about when it is not today, for the links. */
type Asked = { day: AskedDay };

/** Duties of one kind, agreement by agreement; nothing when there are none. */
export function Duties({ reading, kind, heading, lead, day }: { reading: RoleReading; kind: Kind; heading: string; lead: string } & Asked) {
  const shown = reading.agreements.filter((one) => one.standing !== 'superseded' && one[kind].length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={IDS[kind]}>
      <h2 class="govuk-heading-l" id={IDS[kind]}>
        {heading}
      </h2>
      <p class="ov-only-screen">{lead}</p>
      {shown.map((one) => (
        <>
          <AgreementHeading {...one} day={day} />
          <ul class="ov-duties">
            {one[kind].map((duty) => (
              <Duty duty={duty} reading={reading} asked={day.kept} />
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

function AgreementHeading({ agreement, status, day }: AgreementOfRole & Asked) {
  return (
    <>
      <h3 class="govuk-heading-s ov-duties__heading">
        <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}`, day.kept)}>
          {formatVersion(agreement.short, agreement.version.label)}
        </a>{' '}
        <StatusTag status={status.code} until={status.until} since={status.since} decided={decidedOn(day)} />
      </h3>
      <p class="ov-duties__target">{agreement.terms.target.description}</p>
    </>
  );
}

function Duty({ duty, reading, asked }: { duty: RoleDuty; reading: RoleReading; asked: string | undefined }) {
  const { row, mine, together, citations } = duty;
  const { when, condition } = conditionTexts(duty, reading.situation);
  const short = shortWhenText(duty, reading.situation);
  return (
    <li class="ov-duty">
      <p class="ov-duty__text">
        <strong class="ov-only-paper">{row.id} </strong>
        {row.plain}
      </p>
      <ul class="ov-duty__facts">
        {when && (
          <Fact label="När" kind={short && 'ov-only-screen'}>
            {when}
          </Fact>
        )}
        {short && (
          <Fact label="När" kind="ov-only-paper">
            {short}
          </Fact>
        )}
        {condition && <Fact label="Villkor">{condition}</Fact>}
        {row.requires.length > 0 && (
          <Fact label="Kräver" kind={condition && 'ov-only-screen'}>
            {sentences(row.requires)}
          </Fact>
        )}
        {mine.length > 0 && (
          <Fact label="Du räknas till" kind="ov-only-screen">
            {actorsText(mine)}
          </Fact>
        )}
        {together.length > 0 && <Fact label={mine.length > 0 ? TOGETHER : 'Gör det'}>{actorsText(together)}</Fact>}
        {row.deadline && (
          <Fact label="Tidsgräns">
            {row.deadline.value} <BasisChip basis={row.deadline.basis} />
          </Fact>
        )}
        {furtherDeadlines(row, reading.deadlines).map((deadline) => (
          <Fact label="Tidsgräns" kind="ov-only-screen">
            <Further deadline={deadline} law={reading.law} on={reading.on} asked={asked} />
          </Fact>
        ))}
        {row.law.length > 0 && (
          <Fact label="Lag">
            {row.law.map((reference, index) => (
              <>
                {index > 0 && ', '}
                <Citation {...lawReferenceProps(reading.law, reference, reading.on, asked)} />
              </>
            ))}
          </Fact>
        )}
        <Fact label="Källa" kind="ov-only-screen">
          {oncePerSection(citations).map((citation, index) => (
            <>
              {index > 0 && ', '}
              <a class="govuk-link" href={citationHref(duty.agreement, citation, asked)}>
                {citation.number ? `${citation.number} ${citation.heading}` : citation.heading}
              </a>
            </>
          ))}
          <span class="ov-duty__row">
            {' · '}
            <a class="govuk-link" href={onDay(`/avtal/${duty.agreement}/ansvar#${row.id}`, asked)}>
              {row.activity}
            </a>{' '}
            <span class="ov-muted">{row.id}</span>
          </span>
        </Fact>
      </ul>
    </li>
  );
}

/** `Tillsammans med`; on paper only the last word. */
const TOGETHER = (
  <>
    <span class="ov-only-screen">Tillsammans </span>med
  </>
);

function Fact({ label, kind, children }: { label: Child; kind?: string | undefined; children?: Child }) {
  return (
    <li class={kind || undefined}>
      <span class="ov-duty__label">{label}:</span> {children}
    </li>
  );
}

/** Agreements whose duties are not certain to apply, said before the duties. */
export function Reservations({ reading, day }: { reading: RoleReading } & Asked) {
  return (
    <>
      {reading.agreements
        .filter(({ standing }) => standing !== 'holds')
        .map(({ agreement, status, standing }) => (
          <Notice
            kind="unknown"
            heading={`${statusWord({ status: status.code, until: status.until, since: status.since, decided: decidedOn(day) })}: ${agreement.short}`}
          >
            <p>
              {statusSentence(status, day.today)}{' '}
              {standing === 'superseded'
                ? 'Dess uppgifter visas inte här.'
                : 'Uppgifterna nedan är vad parterna senast kom överens om, så vitt vi vet.'}{' '}
              <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}`, day.kept)}>
                Läs mer om läget
              </a>
            </p>
          </Notice>
        ))}
    </>
  );
}
