import { type AskedDay, Details, decidedOn, formatCount, Notice, onDay, ResultList, StatusTag, Tag } from '../../ui/index.ts';
import { kindLabels } from '../agreements/index.ts';
import type { KnowledgeList, MatchedAgreement } from './list-knowledge.ts';

/** The pages of national knowledge support among what was found. */
export function KnowledgeResults({ found: { knowledge }, day }: { found: KnowledgeList; day: AskedDay }) {
  return (
    <section aria-labelledby="kunskapsstod">
      <h2 class="govuk-heading-l" id="kunskapsstod">
        Kunskapsstöd
      </h2>
      {knowledge.length === 0 ? (
        <Notice kind="empty" heading="Inget kunskapsstöd passar valen" level={3}>
          <p>Ta bort något av valen. Registret har bara en del av de nationella kunskapsstöden.</p>
        </Notice>
      ) : (
        <ResultList
          level={3}
          items={knowledge.map(({ id, title, publisher, level, summary }) => ({
            href: onDay(`/kunskap/${id}`, day.kept),
            title,
            meta: [publisher, ...(level ? [level] : [])],
            text: summary[0],
          }))}
        />
      )}
    </section>
  );
}

/** The agreements that may concern the choice. */
export function AgreementResults({ found: { agreements, counties }, day }: { found: KnowledgeList; day: AskedDay }) {
  const fitting = agreements.filter(({ fits }) => fits);
  const names = new Map(counties.map(({ code, name }) => [code, name]));
  return (
    <section aria-labelledby="avtal">
      <h2 class="govuk-heading-l" id="avtal">
        Avtal
      </h2>
      {fitting.length === 0 ? (
        <Notice kind="empty" heading="Inget avtal passar valen" level={3}>
          <p>Ta bort något av valen. Det kan också vara så att avtalet inte finns i registret ännu.</p>
        </Notice>
      ) : (
        <ResultList
          level={3}
          items={fitting.map(({ agreement, status }) => ({
            href: onDay(`/avtal/${agreement.slug}`, day.kept),
            title: agreement.short,
            tag: <StatusTag status={status.code} until={status.until} since={status.since} decided={decidedOn(day)} />,
            meta: [names.get(agreement.county) ?? agreement.county, kindLabels[agreement.kind] ?? '', `version ${agreement.version.label}`],
          }))}
        />
      )}
    </section>
  );
}

type DutyResultsProps = { found: KnowledgeList; search: string; open: boolean; day: AskedDay };

/** The duties, agreement by agreement. Those that always hold are shown whatever was chosen. */
export function DutyResults({ found: { agreements }, search, open, day }: DutyResultsProps) {
  const shown = agreements.filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby="ansvar">
      <h2 class="govuk-heading-l" id="ansvar">
        Ansvar
      </h2>
      <p>Uppgifter som alltid gäller visas vad du än väljer.</p>
      {shown.map((one) => (
        <Details
          summary={`${one.agreement.short}: ${formatCount(one.rows.length, 'uppgift', 'uppgifter')} av ${one.agreement.responsibilities.length}`}
          open={open}
        >
          <AgreementDuties match={one} search={search} day={day} />
        </Details>
      ))}
    </section>
  );
}

type AgreementDutiesProps = { match: MatchedAgreement; search: string; day: AskedDay };

function AgreementDuties({ match: { agreement, status, rows, fits }, search, day }: AgreementDutiesProps) {
  return (
    <>
      <p>
        <StatusTag status={status.code} until={status.until} since={status.since} decided={decidedOn(day)} />{' '}
        {!fits && 'Avtalet passar inte valen. Det här gäller ändå alltid. '}
        <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}/ansvar${search}`, day.kept)}>
          Se som tabell
        </a>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {rows.map(({ row }) => (
          <li>
            <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}/ansvar#${row.id}`, day.kept)}>
              {row.activity}
            </a>{' '}
            {row.always && <Tag>Alltid</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
