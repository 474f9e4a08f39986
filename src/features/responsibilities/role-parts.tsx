import type { Child } from 'hono/jsx';
import type { RoleDuty } from '../../domain/responsibilities/duties-of-role.ts';
import { BasisChip, Citation, Notice, StatusTag, statusWord } from '../../ui/index.ts';
import { statusSentence } from '../agreements/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { citationHref, oncePerSection } from './cite-href.ts';
import type { AgreementOfRole, RoleReading } from './read-role-duties.ts';
import { actorsText, conditionTexts } from './role-texts.ts';
import { sentences } from './row-texts.ts';

const IDS = { always: 'alltid', onCondition: 'ibland', byOthers: 'andra' } as const;
type Kind = keyof typeof IDS;

/** Duties of one kind, agreement by agreement; nothing when there are none. */
export function Duties({ reading, kind, heading, lead }: { reading: RoleReading; kind: Kind; heading: string; lead: string }) {
  const shown = reading.agreements.filter((one) => one.standing !== 'superseded' && one[kind].length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={IDS[kind]}>
      <h2 class="govuk-heading-l" id={IDS[kind]}>
        {heading}
      </h2>
      <p>{lead}</p>
      {shown.map((one) => (
        <>
          <AgreementHeading {...one} />
          <ul class="ov-duties">
            {one[kind].map((duty) => (
              <Duty duty={duty} reading={reading} />
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

function AgreementHeading({ agreement, status }: AgreementOfRole) {
  return (
    <>
      <h3 class="govuk-heading-s ov-duties__heading">
        <a class="govuk-link" href={`/avtal/${agreement.slug}`}>
          {agreement.short}, version {agreement.version.label}
        </a>{' '}
        <StatusTag status={status.code} until={status.until} since={status.since} />
      </h3>
      <p class="ov-duties__target">{agreement.terms.target.description}</p>
    </>
  );
}

function Duty({ duty, reading }: { duty: RoleDuty; reading: RoleReading }) {
  const { row, mine, together, citations } = duty;
  const { when, condition } = conditionTexts(duty, reading.situation);
  return (
    <li class="ov-duty">
      <p class="ov-duty__text">{row.plain}</p>
      <ul class="ov-duty__facts">
        {when && <Fact label="När">{when}</Fact>}
        {condition && <Fact label="Villkor">{condition}</Fact>}
        {row.requires.length > 0 && <Fact label="Kräver">{sentences(row.requires)}</Fact>}
        {mine.length > 0 && <Fact label="Du räknas till">{actorsText(mine)}</Fact>}
        {together.length > 0 && <Fact label={mine.length > 0 ? 'Tillsammans med' : 'Gör det'}>{actorsText(together)}</Fact>}
        {row.deadline && (
          <Fact label="Tidsgräns">
            {row.deadline.value} <BasisChip basis={row.deadline.basis} />
          </Fact>
        )}
        {row.law.length > 0 && (
          <Fact label="Lag">
            {row.law.map((reference, index) => (
              <>
                {index > 0 && ', '}
                <Citation {...lawReferenceProps(reading.law, reference, reading.on)} />
              </>
            ))}
          </Fact>
        )}
        <Fact label="Källa">
          {oncePerSection(citations).map((citation, index) => (
            <>
              {index > 0 && ', '}
              <a class="govuk-link" href={citationHref(duty.agreement, citation)}>
                {citation.number ? `${citation.number} ${citation.heading}` : citation.heading}
              </a>
            </>
          ))}
          <span class="ov-duty__row">
            {' · '}
            <a class="govuk-link" href={`/avtal/${duty.agreement}/ansvar#${row.id}`}>
              rad {row.id}
            </a>
          </span>
        </Fact>
      </ul>
    </li>
  );
}

function Fact({ label, children }: { label: string; children?: Child }) {
  return (
    <li>
      <span class="ov-duty__label">{label}:</span> {children}
    </li>
  );
}

/** Agreements whose duties are not certain to apply, said before the duties. */
export function Reservations({ reading }: { reading: RoleReading }) {
  return (
    <>
      {reading.agreements
        .filter(({ standing }) => standing !== 'holds')
        .map(({ agreement, status, standing }) => (
          <Notice
            kind="unknown"
            heading={`${statusWord({ status: status.code, until: status.until, since: status.since })}: ${agreement.short}`}
          >
            <p>
              {statusSentence(status)}{' '}
              {standing === 'superseded'
                ? 'Dess uppgifter visas inte här.'
                : 'Uppgifterna nedan är vad parterna senast kom överens om, så vitt vi vet.'}{' '}
              <a class="govuk-link" href={`/avtal/${agreement.slug}`}>
                Läs mer om läget
              </a>
            </p>
          </Notice>
        ))}
    </>
  );
}
