import { type Context, Hono } from 'hono';
import { IsoDate } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatDate, LinkCards, Notice, Page, statusWord, Toc } from '../../ui/index.ts';
import { readCounty, shellOf } from '../counties/index.ts';
import { lawOfAgreement } from '../law/index.ts';
import { Cites, Dates, Facts, Related } from './agreement-facts.tsx';
import { Status } from './agreement-status.tsx';
import { textAsHtml, tocOf } from './agreement-text.tsx';
import { type AgreementReading, readAgreement } from './read-agreement.ts';
import { badDayText, kindLabels } from './texts.ts';

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
      errors={badDay ? [{ text: badDayText }] : []}
      intro={<Status agreement={agreement} status={status} />}
      aside={<Toc items={tocOf(agreement)} />}
      print={{
        version: agreement.version.label,
        status: statusWord({ status: status.code, until: status.until }),
        source: agreement.source.title,
      }}
    >
      <p class="ov-lead">{agreement.summary}</p>
      <OtherVersion reading={reading} />
      <TextHeld reading={reading} />
      {law.banner}
      <LinkCards
        cards={[
          {
            href: `${address}/ansvar${isCurrent(reading) ? '' : `?version=${encodeURIComponent(agreement.version.label)}`}`,
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
      {await textAsHtml(agreement, law.showText, law.marks)}
      <Related reading={reading} />
    </Page>
  );
}

function isCurrent({ agreement, current }: AgreementReading): boolean {
  return agreement.version.label === current.version.label;
}

function OtherVersion({ reading }: { reading: AgreementReading }) {
  if (isCurrent(reading)) return null;
  const { agreement, current, on } = reading;
  return (
    <Notice kind="note" heading={`Du läser version ${agreement.version.label}`}>
      <p>
        Det är inte den version som hör till {formatDate(on)}.{' '}
        <a class="govuk-link" href={`/avtal/${agreement.slug}`}>
          Läs version {current.version.label}
        </a>
      </p>
    </Notice>
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

export const agreementPage = new Hono<AppEnv>().get('/avtal/:slug', agreement);
