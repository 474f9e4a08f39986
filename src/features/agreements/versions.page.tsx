import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatDate, formatDates, keeping, onDay, Page, Table } from '../../ui/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { versionsBody } from './api-answers.ts';
import { diffTexts } from './diff-page-texts.ts';
import { pageTexts, versionsTexts } from './page-texts.ts';
import { readRegistered } from './read-agreement.ts';
import { actLabels } from './texts.ts';

/** Every version and everything that happened: the same on every day. The day that the reader came from goes along in the links. */
async function versions(c: Context<AppEnv, '/avtal/:slug/versioner'>) {
  const { kept: day, today } = askedDay(c);
  const version = c.req.query('version');
  const reading = await readRegistered(scopeOf(c), { slug: c.req.param('slug'), label: version });
  if (isRefusal(reading)) return c.notFound();
  const { agreement } = reading;
  const known = versionsBody(reading).versions;
  const held = known.filter((version) => version.held).map(({ label }) => label);
  const all = reading.versions.flatMap(({ acts }) => acts).sort((a, b) => b.on.localeCompare(a.on));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={versionsTexts.title(agreement.short)}
      heading={versionsTexts.heading}
      caption={agreement.short}
      nav="avtal"
      breadcrumbs={[
        { label: pageTexts.register, href: onDay('/avtal', day) },
        { label: agreement.short, href: keeping(`/avtal/${agreement.slug}`, { datum: day, version }) },
      ]}
      lead={versionsTexts.lead}
    >
      <Table
        caption={versionsTexts.versions.caption}
        columns={versionsTexts.versions.columns.map((label) => ({ label }))}
        rows={known.map(({ label, from, to, url }) => [
          label,
          to ? formatDates(from, to) : `${formatDates(from, undefined)}, ${versionsTexts.openEnd}`,
          <>
            {url ? (
              <a class="govuk-link" href={onDay(url, day)}>
                {pageTexts.readVersion(label)}
              </a>
            ) : (
              versionsTexts.notHeld
            )}
            <Comparison
              slug={agreement.slug}
              from={held[held.indexOf(label) + 1]}
              to={held.includes(label) ? label : undefined}
              day={day}
            />
          </>,
        ])}
      />
      <Table
        caption={versionsTexts.acts.caption}
        columns={versionsTexts.acts.columns.map((label) => ({ label }))}
        rows={all.map(({ on, kind, note, registry, source }) => [
          formatDate(on),
          <>
            {kind === 'took-effect' && on > today.toString() ? versionsTexts.takesEffect : actLabels[kind]}
            {registry && `, ${registry}`}
            {note && <>. {note}</>}
          </>,
          source,
        ])}
      />
    </Page>,
  );
}

type ComparisonProps = { slug: string; from: string | undefined; to: string | undefined; day: string | undefined };

/** The way to what changed from the version before; of the oldest that is held there is nothing to tell. */
function Comparison({ slug, from, to, day }: ComparisonProps) {
  if (from === undefined || to === undefined) return null;
  const address = `/avtal/${slug}/jamfor?fran=${encodeURIComponent(from)}&till=${encodeURIComponent(to)}`;
  return (
    <>
      <br />
      <a class="govuk-link" href={onDay(address, day)}>
        {diffTexts.compare(from)}
      </a>
    </>
  );
}

export const versionsPage = new Hono<AppEnv>().get('/avtal/:slug/versioner', versions);
