import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { DayForm, dayErrors, keeping, onDay, Page, Table } from '../../ui/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { checkedTexts, type LinkCheck } from '../link-checks/index.ts';
import { documentsTexts, pageTexts } from './page-texts.ts';
import { readDocuments } from './read-documents.ts';
import { documentKindLabels, documentStateLabels } from './texts.ts';

const TO_MEND = new Set(['gone', 'moved', 'check-old', 'no-address', 'held-not-in-force']);

async function documents(c: Context<AppEnv, '/avtal/:slug/dokument'>) {
  const day = askedDay(c);
  const version = c.req.query('version');
  const reading = await readDocuments(scopeOf(c), { slug: c.req.param('slug'), on: day.on, label: version });
  if (isRefusal(reading)) return c.notFound();
  const { agreement, documents: family, checks } = reading;
  const isToMend = ({ state, href = '' }: (typeof family)[number]) => TO_MEND.has(state) || TO_MEND.has(checks.get(href)?.result ?? '');
  const toMend = family.filter(isToMend).length;
  const address = `/avtal/${agreement.slug}`;
  const kept = { datum: day.kept, version };
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={documentsTexts.titleOf(agreement.short)}
      heading={documentsTexts.title}
      caption={agreement.short}
      nav="avtal"
      wide
      breadcrumbs={[
        { label: pageTexts.register, href: onDay('/avtal', day.kept) },
        { label: agreement.short, href: keeping(address, kept) },
      ]}
      lead={documentsTexts.lead(family.length, toMend)}
      errors={dayErrors(day)}
      print={{ version: agreement.version.label, source: agreement.source.title }}
    >
      <DayForm action={`${address}/dokument`} day={day} />
      <Table
        caption={documentsTexts.caption}
        captionHidden
        columns={documentsTexts.columns.map((label) => ({ label }))}
        rows={family.map(({ title, kind, section, href, state, checked }) => [
          href ? (
            <a class="govuk-link" href={href.startsWith('/') ? onDay(href, day.kept) : href}>
              {title}
            </a>
          ) : (
            title
          ),
          documentKindLabels[kind],
          section ? (
            <a class="govuk-link" href={keeping(`${address}#${section.id}`, kept)}>
              {section.heading}
            </a>
          ) : (
            documentsTexts.wholeAgreement
          ),
          <>
            {documentStateLabels[state]}
            {checked && <span class="ov-muted"> {documentsTexts.checked(checked)}</span>}
            <LastCheck check={checks.get(href ?? '')} />
          </>,
        ])}
      />
      <p class="ov-muted">{documentsTexts.note}</p>
      <p>
        <a class="govuk-link" href="/lankar.csv">
          {checkedTexts.list}
        </a>
      </p>
    </Page>,
  );
}

/** What this program, or somebody with a list from it, last found: beside what the data says, and never instead of it. */
function LastCheck({ check }: { check: LinkCheck | undefined }) {
  if (!check) return null;
  return (
    <p class="ov-muted">
      {checkedTexts.last(check.on, check.result)}{' '}
      {check.movedTo && (
        <a class="govuk-link" href={check.movedTo}>
          {checkedTexts.movedTo}
        </a>
      )}
    </p>
  );
}

export const documentsPage = new Hono<AppEnv>().get('/avtal/:slug/dokument', documents);
