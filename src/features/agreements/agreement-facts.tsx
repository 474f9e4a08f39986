import type { Child } from 'hono/jsx';
import type { CadenceReading } from '../../domain/agreements/cadence.ts';
import { formatDate, formatPeriod, onDay, SummaryList, Table } from '../../ui/index.ts';
import { citeLink } from './agreement-text.tsx';
import { cadenceTexts, pageTexts, relatedTexts } from './page-texts.ts';
import type { AgreementReading } from './read-agreement.ts';
import { cadenceStateLabels } from './texts.ts';

/** What the agreement is, for whom, between whom and how it was decided. */
export function Facts({
  reading,
  county,
  municipalities,
}: {
  reading: AgreementReading;
  county: string | undefined;
  municipalities: number;
}) {
  const { agreement } = reading;
  const { terms } = agreement;
  const { facts: labels } = pageTexts;
  const parties =
    terms.parties.municipalities === 'all'
      ? pageTexts.allParties(municipalities)
      : pageTexts.someParties(terms.parties.municipalities.length);
  const rows: { label: string; value: Child }[] = [
    { label: labels.title, value: agreement.title },
    { label: labels.county, value: county ?? agreement.county },
    {
      label: labels.parties,
      value: (
        <>
          {parties} <Cites reading={reading} cites={terms.parties.cites} />
        </>
      ),
    },
    {
      label: labels.target,
      value: (
        <>
          {terms.target.description} <Cites reading={reading} cites={terms.target.cites} />
        </>
      ),
    },
    { label: labels.adoption, value: terms.adoption.map(({ description }) => description).join(' → ') },
    { label: labels.source, value: `${agreement.source.title}. ${agreement.source.status}` },
    ...Object.entries(agreement.header).map(([label, value]) => ({ label, value })),
  ];
  return <SummaryList rows={rows} compact />;
}

/** When it is to be followed up, evaluated and revised, and what is overdue as far as the register knows. */
export function Dates({ reading }: { reading: AgreementReading }) {
  if (reading.dates.length === 0) return null;
  const byId = new Map(reading.agreement.terms.cadences.map((cadence) => [cadence.id, cadence]));
  return (
    <>
      <Table
        caption={cadenceTexts.caption}
        columns={cadenceTexts.columns.map((label) => ({ label }))}
        rows={reading.dates.map(({ id, next, missed, state, outcomes }) => {
          const cadence = byId.get(id);
          return [
            <>
              {cadence?.description} <Cites reading={reading} cites={cadence?.cites ?? []} />
            </>,
            cadence ? formatPeriod(cadence.every) : '',
            next ? formatDate(next) : outcomes.some((one) => one.next) ? cadenceTexts.dependsOnEnd : '–',
            <>
              {cadenceStateLabels[state]}
              {missed && ` – ${cadenceTexts.missed(missed)}`}
              <Outcomes outcomes={outcomes} />
            </>,
          ];
        })}
      />
      {reading.dates.some(({ missed, outcomes }) => missed || outcomes.some((one) => one.missed)) && (
        <p class="ov-muted">{cadenceTexts.overdueMeans}</p>
      )}
      {reading.dates.some(({ state }) => state === 'unknown') && <p class="ov-muted">{cadenceTexts.unknownMeans}</p>}
    </>
  );
}

/** How it stands with each possible last day of the agreement; none is chosen. */
function Outcomes({ outcomes }: { outcomes: CadenceReading['outcomes'] }) {
  if (outcomes.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {outcomes.map(({ lastDay, state, missed, next }) => (
        <li>
          {cadenceTexts.withLastDay(lastDay)}{' '}
          {[
            cadenceStateLabels[state].toLowerCase(),
            ...(missed ? [cadenceTexts.missed(missed)] : []),
            ...(next ? [cadenceTexts.next(next)] : []),
          ].join(', ')}
        </li>
      ))}
    </ul>
  );
}

/** Links to the sections that something rests on, each once: to the first of its sentences that is cited. */
export function Cites({ reading, cites }: { reading: AgreementReading; cites: readonly string[] }) {
  return (
    <span class="ov-source">
      {cites.filter(isFirstOfSection).map((cite, index) => {
        const { href, label } = citeLink(reading.agreement, cite);
        return (
          <>
            {index > 0 && ' · '}
            <a class="govuk-link" href={href}>
              {label}
            </a>
          </>
        );
      })}
    </span>
  );
}

function isFirstOfSection(cite: string, index: number, all: readonly string[]): boolean {
  return all.findIndex((other) => other.split('.')[0] === cite.split('.')[0]) === index;
}

/** Agreements, annexes and routines that belong with this one; a link where there is something to read, on the day that was asked about. */
export function Related({ reading, day }: { reading: AgreementReading; day: string | undefined }) {
  const { related } = reading.agreement;
  if (related.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-l">{relatedTexts.heading}</h2>
      <ul>
        {related.map(({ slug, title, about, held, url, documents }) => (
          <li>
            <RelatedTitle title={title} href={held ? onDay(`/avtal/${slug}`, day) : url} />
            <br />
            {about}
            {documents.length > 0 && ` ${relatedTexts.documents(documents)}`}
            {!held && !url && <span class="ov-muted"> {relatedTexts.notHeld}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function RelatedTitle({ title, href }: { title: string; href: string | undefined }) {
  if (href === undefined) return <strong>{title}</strong>;
  return (
    <a class="govuk-link" href={href}>
      {title}
    </a>
  );
}
