import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { LawFile } from '../../domain/counties/national-files.ts';
import { provisionOf } from '../../domain/law/citation.ts';
import { citedOf, formatCitation } from '../../domain/law/format-citation.ts';
import { type KnownStatutes, knownStatutes } from '../../domain/law/known-statutes.ts';
import { statuteAnchor } from '../../domain/law/statute-anchor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Citation, capitalise, DayField, DayProviso, dayErrors, FilterPanel, Notice, onDay, Page, SelectField } from '../../ui/index.ts';
import { askedDay, readCounties, shellOf } from '../counties/index.ts';
import { type AgreementCitation, isStaleCitation, type StaleStatement } from './cited-law.ts';
import { listCitations, listStale } from './read-law.ts';
import { citationProps } from './show-citations.tsx';
import { pageTexts, statuteState } from './texts.ts';

const Query = z.object({
  lan: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  avtal: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
  visa: z.enum(['inaktuella', 'alla']).catch('alla'),
});

async function lagrum(c: Context<AppEnv>) {
  const query = Query.parse(c.req.query());
  const day = askedDay(c);
  const [found, statements, counties] = await Promise.all([
    listCitations(scopeOf(c), { county: query.lan, agreement: query.avtal, on: day.on }),
    listStale(scopeOf(c), { county: query.lan, agreement: query.avtal, on: day.on }),
    readCounties(scopeOf(c), {}),
  ]);
  if (isRefusal(found) || isRefusal(statements) || isRefusal(counties)) return c.notFound();
  const stale = found.citations.filter(isStaleCitation);
  const shown = query.visa === 'inaktuella' ? stale : found.citations;
  const known = knownStatutes(found.law);
  const filtered = query.lan !== undefined || query.avtal !== undefined || query.visa !== 'alla';
  const bySource = Map.groupBy(shown, ({ resolution }) => resolution.statute?.sfs ?? '');
  const sources = [...bySource.keys()].sort((a, b) => countStale(bySource.get(b)) - countStale(bySource.get(a)) || a.localeCompare(b));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={pageTexts.title}
      nav="lagrum"
      wide
      lead={pageTexts.lead(stale.length, found.citations.length, day.kept)}
      errors={dayErrors(day)}
      print={{ source: pageTexts.source, status: pageTexts.state(found.on) }}
    >
      <p class="ov-muted">{pageTexts.readOn(found.law['as-of'])}</p>
      <DayProviso day={day} />
      <FilterPanel action="/lagrum" resetHref={filtered ? onDay('/lagrum', day.kept) : undefined} open={day.typed !== undefined}>
        <SelectField
          name="lan"
          label={pageTexts.county.label}
          empty={pageTexts.county.all}
          value={query.lan}
          options={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          name="visa"
          label={pageTexts.show.label}
          empty={false}
          value={query.visa}
          options={[
            { value: 'alla', label: pageTexts.show.all },
            { value: 'inaktuella', label: pageTexts.show.stale },
          ]}
        />
        <DayField day={day} />
        {query.avtal && <input type="hidden" name="avtal" value={query.avtal} />}
      </FilterPanel>
      {shown.length === 0 && (
        <Notice kind="empty" heading={pageTexts.empty.heading}>
          <p>{pageTexts.empty.text}</p>
        </Notice>
      )}
      <StaleStatements statements={statements} asked={day.kept} />
      {sources.map((sfs) => (
        <Source sfs={sfs} citations={bySource.get(sfs) ?? []} law={found.law} known={known} asked={day.kept} />
      ))}
    </Page>,
  );
}

/** What has gone stale although no law was repealed. */
function StaleStatements({ statements, asked }: { statements: readonly StaleStatement[]; asked: string | undefined }) {
  if (statements.length === 0) return null;
  return (
    <section aria-labelledby="av-andra-skal">
      <h2 class="govuk-heading-m" id="av-andra-skal">
        {pageTexts.otherReasons}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {statements.map(({ slug, short, cite, since, text }) => (
          <li>
            {text} <span class="ov-muted">{pageTexts.since(since)}</span>{' '}
            <a class="govuk-link" href={onDay(`/avtal/${slug}#${cite}`, asked)}>
              {short}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function countStale(citations: readonly AgreementCitation[] | undefined): number {
  return citations?.filter(isStaleCitation).length ?? 0;
}

function Source({
  sfs,
  citations,
  law,
  known,
  asked,
}: {
  sfs: string;
  citations: readonly AgreementCitation[];
  law: LawFile;
  known: KnownStatutes;
  asked: string | undefined;
}) {
  const first = citations[0];
  if (!first) return null;
  const title = first.resolution.statute?.title ?? (sfs || pageTexts.unclear);
  const byAgreement = Map.groupBy(citations, ({ sentence }) => sentence.slug);
  return (
    <section aria-labelledby={statuteAnchor(sfs || 'okand')}>
      <h2 class="govuk-heading-m" id={statuteAnchor(sfs || 'okand')}>
        {title}
      </h2>
      <p>{statuteState(law, sfs)}</p>
      <Successors citations={citations} known={known} />
      {[...byAgreement.values()].map((ofOne) => (
        <>
          <h3 class="govuk-heading-s">{ofOne[0]?.sentence.short}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {ofOne.map((one) => (
              <li>
                <Citation {...citationProps(one, known, asked)} href={undefined} />{' '}
                <a class="govuk-link" href={onDay(`/avtal/${one.sentence.slug}#${one.sentence.cite}`, asked)}>
                  {pageTexts.readSentence}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

function Successors({ citations, known }: { citations: readonly AgreementCitation[]; known: KnownStatutes }) {
  const counterparts = citations.flatMap(({ resolution }) => resolution.counterparts);
  const unique = counterparts.filter(
    (one, index) => counterparts.findIndex((other) => other.sfs === one.sfs && other.topic === one.topic) === index,
  );
  const named = unique.filter(({ provisions }) => provisions.length > 0);
  if (named.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {named.map(({ sfs, provisions, topic, difference, certainty }) => (
        <li>
          <strong>{capitalise(topic)}:</strong> {pageTexts.today} {formatCitation(citedOf(sfs, provisions.map(provisionOf)), known)}.
          {difference && ` ${capitalise(difference)}.`}
          {certainty === 'derived' && <span class="ov-muted"> {pageTexts.derived}</span>}
          {certainty === 'general' && <span class="ov-muted"> {pageTexts.general}</span>}
        </li>
      ))}
    </ul>
  );
}

export const lagrumPage = new Hono<AppEnv>().get('/lagrum', lagrum);
