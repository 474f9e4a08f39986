import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatCount, formatDate, Page, Table } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { readDocuments } from './read-documents.ts';
import { documentKindLabels, documentStateLabels } from './texts.ts';

const TO_MEND = new Set(['gone', 'moved', 'check-old', 'no-address', 'held-not-in-force']);

async function documents(c: Context<AppEnv, '/avtal/:slug/dokument'>) {
  const reading = await readDocuments(scopeOf(c), { slug: c.req.param('slug') });
  if (isRefusal(reading)) return c.notFound();
  const { agreement, documents: family } = reading;
  const toMend = family.filter(({ state }) => TO_MEND.has(state)).length;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={`Dokument och länkar: ${agreement.short}`}
      heading="Dokument och länkar"
      caption={agreement.short}
      nav="avtal"
      wide
      breadcrumbs={[
        { label: 'Avtal', href: '/avtal' },
        { label: agreement.short, href: `/avtal/${agreement.slug}` },
      ]}
      lead={`${formatCount(family.length, 'dokument eller länk', 'dokument och länkar', 'Inga')} hör till avtalet. ${formatCount(toMend, 'behöver', 'behöver', 'Inga')} ses över.`}
      print={{ version: agreement.version.label, source: agreement.source.title }}
    >
      <Table
        caption="Dokument och länkar, med hur de står"
        captionHidden
        columns={[{ label: 'Dokument' }, { label: 'Sort' }, { label: 'Var i texten' }, { label: 'Läge' }]}
        rows={family.map(({ title, kind, section, href, state, checked }) => [
          href ? (
            <a class="govuk-link" href={href}>
              {title}
            </a>
          ) : (
            title
          ),
          documentKindLabels[kind],
          section ? (
            <a class="govuk-link" href={`/avtal/${agreement.slug}#${section.id}`}>
              {section.heading}
            </a>
          ) : (
            'Hela avtalet'
          ),
          <>
            {documentStateLabels[state]}
            {checked && <span class="ov-muted"> Kontrollerad {formatDate(checked)}.</span>}
          </>,
        ])}
      />
      <p class="ov-muted">Listan bygger på det som är antecknat i registret. Sidan frågar ingen annan server.</p>
    </Page>,
  );
}

export const documentsPage = new Hono<AppEnv>().get('/avtal/:slug/dokument', documents);
