import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Citation, formatDate, formatTag, Page, StatusTag, SummaryList } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { type KnowledgeReading, type PointingAgreement, readKnowledge } from './read-knowledge.ts';
import { fieldTexts, filterTexts, tagTexts } from './texts.ts';

async function page(c: Context<AppEnv, '/kunskap/:id'>) {
  const reading = await readKnowledge(scopeOf(c), { id: c.req.param('id') });
  if (isRefusal(reading)) return c.notFound();
  const { page: entry, pointing } = reading;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={entry.title}
      caption={['Kunskapsstöd', entry.level].filter(Boolean).join(' · ')}
      breadcrumbs={[{ label: 'Kunskap', href: '/kunskap' }]}
      description={entry.summary.join(' ')}
      print={{ source: entry.publisher, status: entry.read && `Läst ${entry.read}` }}
    >
      <p class="ov-source">
        {entry.url ? (
          <a class="govuk-link" href={entry.url}>
            Läs hela sidan hos {entry.publisher}
          </a>
        ) : (
          entry.publisher
        )}
        {entry.read && <span>Läst {formatDate(entry.read)}</span>}
      </p>
      {fieldTexts.map(([field, heading]) => (
        <>
          <h2 class="govuk-heading-m">{heading}</h2>
          {entry[field].map((text) => (
            <p>{text}</p>
          ))}
        </>
      ))}
      <p class="ov-muted">Texten är skriven med våra egna ord. Läs hela sidan hos utgivaren.</p>
      <Law reading={reading} />
      <h2 class="govuk-heading-m">Avtal som pekar hit</h2>
      {pointing.length === 0 && <p>Inget avtal i registret pekar hit.</p>}
      {pointing.map((one) => (
        <Pointing one={one} />
      ))}
      <Tags reading={reading} />
    </Page>,
  );
}

function Law({ reading: { page: entry, law, on } }: { reading: KnowledgeReading }) {
  if (entry.law.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Lag</h2>
      <ul class="govuk-list govuk-list--bullet">
        {entry.law.map((reference) => (
          <li>
            <Citation {...lawReferenceProps(law, reference, on)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The sections and rows of an agreement that lead here, each a link back. */
function Pointing({ one: { agreement, status, whole, sections, rows } }: { one: PointingAgreement }) {
  return (
    <>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={`/avtal/${agreement.slug}`}>
          {agreement.short}, version {agreement.version.label}
        </a>{' '}
        <StatusTag status={status.code} until={status.until} since={status.since} />
      </h3>
      <ul class="govuk-list govuk-list--bullet">
        {sections.map(({ id, number, heading }) => (
          <li>
            Avsnitt:{' '}
            <a class="govuk-link" href={`/avtal/${agreement.slug}#${id}`}>
              {number ? `${number} ${heading}` : heading}
            </a>
          </li>
        ))}
        {rows.map(({ id, activity }) => (
          <li>
            Ansvar:{' '}
            <a class="govuk-link" href={`/avtal/${agreement.slug}/ansvar#${id}`}>
              {activity}
            </a>
          </li>
        ))}
        {whole && sections.length === 0 && rows.length === 0 && <li>Avtalet i sin helhet</li>}
      </ul>
    </>
  );
}

/** Every tag of the page; those that can be chosen lead to everything with the same tag. */
function Tags({ reading: { page: entry, taxonomy } }: { reading: KnowledgeReading }) {
  return (
    <>
      <h2 class="govuk-heading-m">Märkning</h2>
      <SummaryList
        compact
        rows={tagTexts.map(([kind, label, filter]) => {
          const labels = new Map(taxonomy[kind].map((tag) => [tag.id, formatTag(tag.label)]));
          return {
            label,
            value: entry.tags[kind].map((id, index) => (
              <>
                {index > 0 && ' · '}
                {filter ? (
                  <a class="govuk-link" href={`/kunskap?${filterTexts[filter].param}=${id}`}>
                    {labels.get(id) ?? id}
                  </a>
                ) : (
                  (labels.get(id) ?? id)
                )}
              </>
            )),
          };
        })}
      />
    </>
  );
}

export const knowledgePage = new Hono<AppEnv>().get('/kunskap/:id', page);
