import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Notice, Page, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { bodyName, partyName, shellOf } from '../counties/index.ts';
import { lackHref } from './awaited-lacks.ts';
import { listLacksOf } from './read-lacks.ts';
import { refusals, stateLabels, listTexts as texts } from './texts.ts';

async function list(c: Context<AppEnv>) {
  const found = await listLacksOf(scopeOf(c), {});
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const { lacks, county, orders } = found;
  const shortOf = (slug: string) => orders.find((one) => one.slug === slug)?.short ?? slug;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} caption={county?.name} lead={texts.lead} density="staff" wide noindex>
      {lacks.length === 0 ? (
        <Notice kind="empty" heading={texts.empty.heading}>
          <p>{texts.empty.text}</p>
        </Notice>
      ) : (
        <Table
          caption={texts.caption}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={lacks.map(({ row, process }) => [
            <a class="govuk-link" href={lackHref(row.id)}>
              {row.title}
            </a>,
            partyName(county, row.party),
            shortOf(row.slug),
            stateLabels[process.state],
          ])}
        />
      )}
      <h2>{texts.orders}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {orders.map(({ slug, short, bodies }) => (
          <li>
            <a class="govuk-link" href={`/avtal/${slug}/brist`}>
              {texts.order(
                short,
                bodies.map((body) => bodyName(county, body)),
              )}
            </a>
          </li>
        ))}
      </ul>
    </Page>,
  );
}

/** What was pointed out in writing that one may read, and how each agreement has it. */
export const lacksPage = new Hono<AppEnv>().get('/patalade-brister', list);
