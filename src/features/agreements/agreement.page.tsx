import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { CadenceDates } from '../../domain/agreements/cadence.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { AgreementText, formatDate, formatPeriod, LinkCards, Notice, Page, SummaryList, statusWord, Table, Toc } from '../../ui/index.ts';
import { readCounty, shellOf } from '../counties/index.ts';
import { lawOfAgreement } from '../law/index.ts';
import { Status } from './agreement-status.tsx';
import { citeLink, documentSections, tocOf } from './agreement-text.tsx';
import { type AgreementReading, readAgreement } from './read-agreement.ts';
import { kindLabels } from './texts.ts';

const CADENCE_STATES: Record<CadenceDates['state'], string> = {
  due: 'Planerad',
  soon: 'Snart',
  overdue: 'Försenad',
  ended: 'Inte aktuell',
};

async function agreement(c: Context<AppEnv, '/avtal/:slug'>) {
  const day = IsoDate.safeParse(c.req.query('datum'));
  const slug = c.req.param('slug');
  const reading = await readAgreement(scopeOf(c), { slug, on: day.data, label: c.req.query('version') });
  if (isRefusal(reading)) return c.notFound();
  return c.html(await AgreementPage(c, reading, Boolean(c.req.query('datum')) && !day.success));
}

async function AgreementPage(c: Context<AppEnv>, reading: AgreementReading, badDay: boolean) {
  const { agreement, status } = reading;
  const county = await readCounty(scopeOf(c), { code: agreement.county });
  const law = await lawOfAgreement(scopeOf(c), { slug: agreement.slug, on: reading.on, writtenOn: agreement.version.from });
  const address = `/avtal/${agreement.slug}`;
  const stale = agreement.stale.filter(({ since }) => since <= reading.on);
  return (
    <Page
      shell={await shellOf(c)}
      title={agreement.short}
      caption={kindLabels[agreement.kind]}
      nav="avtal"
      wide
      breadcrumbs={[
        { label: 'Avtal', href: '/avtal' },
        ...(isRefusal(county) ? [] : [{ label: county.name, href: `/lan/${county.code}` }]),
      ]}
      description={agreement.summary}
      errors={badDay ? [{ text: 'Datumet i adressen går inte att läsa. Sidan visar läget i dag.' }] : []}
      intro={<Status agreement={agreement} status={status} />}
      aside={<Toc items={tocOf(agreement)} />}
      print={{
        version: agreement.version.label,
        status: statusWord({ status: status.code, until: status.until }),
        source: agreement.source.title,
      }}
    >
      <p class="ov-lead">{agreement.summary}</p>
      <TextHeld reading={reading} />
      {law.banner}
      <LinkCards
        cards={[
          {
            href: `${address}/ansvar`,
            title: 'Vem gör vad enligt avtalet',
            text: `Ansvaret i ${agreement.responsibilities.length} rader, med villkor och källa.`,
          },
          { href: `${address}/dokument`, title: 'Dokument och länkar', text: 'Bilagor, rutiner och fördjupning, och hur länkarna står.' },
          { href: `${address}/versioner`, title: 'Versioner', text: `Du läser version ${agreement.version.label}.` },
        ]}
      />
      <Facts
        reading={reading}
        county={isRefusal(county) ? undefined : county.name}
        municipalities={isRefusal(county) ? 0 : county.municipalities.length}
      />
      <Dates reading={reading} />
      {stale.length > 0 && (
        <Notice kind="note" heading="Inaktuella uppgifter i texten">
          {stale.map(({ text, since, cites }) => (
            <p>
              {text} <span class="ov-muted">Sedan {formatDate(since)}.</span> <Cites reading={reading} cites={cites} />
            </p>
          ))}
        </Notice>
      )}
      <h2 class="govuk-heading-l">Texten</h2>
      <p class="ov-muted">Texten är skriven med våra egna ord efter källan. Rubriker, fakta och siffror är källans.</p>
      <AgreementText sections={documentSections(agreement, law.showText)} level={3} />
      <Related reading={reading} />
    </Page>
  );
}

function TextHeld({ reading }: { reading: AgreementReading }) {
  if (reading.text.kind === 'held') return null;
  const since =
    reading.text.kind === 'not-held' ? ` Då gällde ${reading.text.label.toLowerCase()}, från ${formatDate(reading.text.from)}.` : '';
  return (
    <Notice kind="unknown" heading="Texten från den dagen finns inte här">
      <p>
        Registret har inte texten som gällde {formatDate(reading.on)}.{since} Du läser version {reading.agreement.version.label}, från{' '}
        {formatDate(reading.agreement.version.from)}.
      </p>
    </Notice>
  );
}

function Facts({ reading, county, municipalities }: { reading: AgreementReading; county: string | undefined; municipalities: number }) {
  const { agreement } = reading;
  const { terms } = agreement;
  const parties =
    terms.parties.municipalities === 'all'
      ? `Regionen och länets ${municipalities} kommuner`
      : `Regionen och ${terms.parties.municipalities.length} kommuner`;
  const rows: { label: string; value: Child }[] = [
    { label: 'Fullständig titel', value: agreement.title },
    { label: 'Län', value: county ?? agreement.county },
    {
      label: 'Parter',
      value: (
        <>
          {parties} <Cites reading={reading} cites={terms.parties.cites} />
        </>
      ),
    },
    {
      label: 'Målgrupp',
      value: (
        <>
          {terms.target.description} <Cites reading={reading} cites={terms.target.cites} />
        </>
      ),
    },
    { label: 'Beslut', value: terms.adoption.map(({ description }) => description).join(' → ') },
    { label: 'Källa', value: `${agreement.source.title}. ${agreement.source.status}` },
    ...Object.entries(agreement.header).map(([label, value]) => ({ label, value })),
  ];
  return <SummaryList rows={rows} compact />;
}

function Dates({ reading }: { reading: AgreementReading }) {
  if (reading.dates.length === 0) return null;
  const byId = new Map(reading.agreement.terms.cadences.map((cadence) => [cadence.id, cadence]));
  return (
    <>
      <Table
        caption="Uppföljning och revidering"
        columns={[{ label: 'Vad' }, { label: 'Hur ofta' }, { label: 'Nästa' }, { label: 'Läge' }]}
        rows={reading.dates.map(({ id, next, missed, state }) => {
          const cadence = byId.get(id);
          return [
            <>
              {cadence?.description} <Cites reading={reading} cites={cadence?.cites ?? []} />
            </>,
            cadence ? formatPeriod(cadence.every) : '',
            next ? formatDate(next) : '–',
            <>
              {CADENCE_STATES[state]}
              {missed && <> – skulle ha gjorts {formatDate(missed)}</>}
            </>,
          ];
        })}
      />
      {reading.dates.some(({ missed }) => missed) && (
        <p class="ov-muted">Försenad betyder att ingen uppföljning är registrerad här. Den kan ha gjorts utan att det syns i registret.</p>
      )}
    </>
  );
}

function Cites({ reading, cites }: { reading: AgreementReading; cites: readonly string[] }) {
  return (
    <span class="ov-source">
      {cites.map((cite) => {
        const { href, label } = citeLink(reading.agreement, cite);
        return (
          <a class="govuk-link" href={href}>
            {label}
          </a>
        );
      })}
    </span>
  );
}

function Related({ reading }: { reading: AgreementReading }) {
  const { related } = reading.agreement;
  if (related.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-l">Hör ihop med</h2>
      <SummaryList
        rows={related.map(({ slug, title, about, held, url, documents }) => ({
          label: '',
          value: (
            <>
              {held ? (
                <a class="govuk-link" href={`/avtal/${slug}`}>
                  {title}
                </a>
              ) : url ? (
                <a class="govuk-link" href={url}>
                  {title}
                </a>
              ) : (
                <strong>{title}</strong>
              )}
              <br />
              {about}
              {documents.length > 0 && <> Tillhörande: {documents.join(', ')}.</>}
              {!held && !url && <span class="ov-muted"> Texten finns inte i registret.</span>}
            </>
          ),
        }))}
      />
    </>
  );
}

export const agreementPage = new Hono<AppEnv>().get('/avtal/:slug', agreement);
