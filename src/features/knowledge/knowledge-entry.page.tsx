import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  type AskedDay,
  Citation,
  DayForm,
  DayProviso,
  dayErrors,
  decidedOn,
  formatDate,
  formatTag,
  onDay,
  Page,
  StatusTag,
  SummaryList,
} from '../../ui/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { type KnowledgeReading, type PointingAgreement, readKnowledge } from './read-knowledge.ts';
import { entryTexts, fieldTexts, filterTexts, tagTexts } from './texts.ts';

/** `asked`: the day that was asked about when it is not today. */
type ReadingProps = { reading: KnowledgeReading; asked: string | undefined };

async function page(c: Context<AppEnv, '/kunskap/:id'>) {
  const day = askedDay(c);
  const reading = await readKnowledge(scopeOf(c), { id: c.req.param('id'), on: day.on });
  if (isRefusal(reading)) return c.notFound();
  const { page: entry, pointing } = reading;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={entry.title}
      caption={[entryTexts.kind, entry.level].filter(Boolean).join(' · ')}
      breadcrumbs={[{ label: entryTexts.list, href: onDay('/kunskap', day.kept) }]}
      errors={dayErrors(day)}
      description={entry.summary.join(' ')}
      print={{ source: entry.publisher, status: entry.read && entryTexts.read(entry.read) }}
    >
      <p class="ov-source">
        {entry.url ? (
          <a class="govuk-link" href={entry.url}>
            {entryTexts.readAt(entry.publisher)}
          </a>
        ) : (
          entry.publisher
        )}
        {entry.read && <span>{entryTexts.read(formatDate(entry.read))}</span>}
      </p>
      {fieldTexts.map(([field, heading]) => (
        <>
          <h2 class="govuk-heading-m">{heading}</h2>
          {entry[field].map((text) => (
            <p>{text}</p>
          ))}
        </>
      ))}
      <p class="ov-muted">{entryTexts.ownWords}</p>
      <Law reading={reading} asked={day.kept} />
      <h2 class="govuk-heading-m">{entryTexts.pointing}</h2>
      <DayForm action={`/kunskap/${entry.id}`} day={day} />
      <DayProviso day={day} />
      {pointing.length === 0 && <p>{entryTexts.nonePointing}</p>}
      {pointing.map((one) => (
        <Pointing one={one} day={day} />
      ))}
      <Tags reading={reading} asked={day.kept} />
    </Page>,
  );
}

function Law({ reading: { page: entry, law, on }, asked }: ReadingProps) {
  if (entry.law.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{entryTexts.law}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {entry.law.map((reference) => (
          <li>
            <Citation {...lawReferenceProps(law, reference, on, asked)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The sections and rows of an agreement that lead here, each a link back. */
function Pointing({ one: { agreement, status, whole, sections, rows }, day }: { one: PointingAgreement; day: AskedDay }) {
  return (
    <>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}`, day.kept)}>
          {entryTexts.version(agreement.short, agreement.version.label)}
        </a>{' '}
        <StatusTag status={status.code} until={status.until} since={status.since} decided={decidedOn(day)} />
      </h3>
      <ul class="govuk-list govuk-list--bullet">
        {sections.map(({ id, number, heading }) => (
          <li>
            {entryTexts.section}{' '}
            <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}#${id}`, day.kept)}>
              {number ? `${number} ${heading}` : heading}
            </a>
          </li>
        ))}
        {rows.map(({ id, activity }) => (
          <li>
            {entryTexts.row}{' '}
            <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}/ansvar#${id}`, day.kept)}>
              {activity}
            </a>
          </li>
        ))}
        {whole && sections.length === 0 && rows.length === 0 && <li>{entryTexts.whole}</li>}
      </ul>
    </>
  );
}

/** Every tag of the page; those that can be chosen lead to everything with the same tag. */
function Tags({ reading: { page: entry, taxonomy }, asked }: ReadingProps) {
  return (
    <>
      <h2 class="govuk-heading-m">{entryTexts.tags}</h2>
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
                  <a class="govuk-link" href={onDay(`/kunskap?${filterTexts[filter].param}=${id}`, asked)}>
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
