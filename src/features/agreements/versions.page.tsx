import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatDate, Page, Table } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { versionsBody } from './api-answers.ts';
import { readRegistered } from './read-agreement.ts';
import { actLabels } from './texts.ts';

async function versions(c: Context<AppEnv, '/avtal/:slug/versioner'>) {
  const reading = await readRegistered(scopeOf(c), { slug: c.req.param('slug') });
  if (isRefusal(reading)) return c.notFound();
  const { agreement } = reading;
  const all = reading.versions.flatMap(({ acts }) => acts).sort((a, b) => b.on.localeCompare(a.on));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={`Versioner: ${agreement.short}`}
      heading="Versioner och händelser"
      caption={agreement.short}
      nav="avtal"
      breadcrumbs={[
        { label: 'Avtal', href: '/avtal' },
        { label: agreement.short, href: `/avtal/${agreement.slug}` },
      ]}
      lead="En publicerad version har alltid samma adress."
    >
      <Table
        caption="Versioner"
        columns={[{ label: 'Version' }, { label: 'Gäller från' }, { label: 'Till' }, { label: 'Texten' }]}
        rows={versionsBody(reading).versions.map(({ label, from, to, url }) => [
          label,
          formatDate(from),
          to ? formatDate(to) : 'tills vidare',
          url ? (
            <a class="govuk-link" href={url}>
              Läs version {label}
            </a>
          ) : (
            'Finns inte i registret'
          ),
        ])}
      />
      <Table
        caption="Händelser"
        columns={[{ label: 'Dag' }, { label: 'Vad som hände' }, { label: 'Källa' }]}
        rows={all.map(({ on, kind, note, registry, source }) => [
          formatDate(on),
          <>
            {actLabels[kind]}
            {registry && `, ${registry}`}
            {note && <>. {note}</>}
          </>,
          source,
        ])}
      />
    </Page>,
  );
}

export const versionsPage = new Hono<AppEnv>().get('/avtal/:slug/versioner', versions);
