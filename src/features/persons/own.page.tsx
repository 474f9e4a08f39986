import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatDates, Inset, Notice, Page, SummaryList } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { refused } from './doors.tsx';
import { OwnOpenings } from './own-openings.tsx';
import { factsOf, unitOf } from './person.page.tsx';
import { readOwnOpenings } from './read-own-openings.ts';
import { readOwnPersons } from './read-own-persons.ts';
import { personTexts, ownTexts as texts } from './texts.ts';

async function show(c: Context<AppEnv>) {
  const records = await readOwnPersons(scopeOf(c), {});
  if (isRefusal(records)) return refused(c, records);
  const openings = await readOwnOpenings(scopeOf(c), {});
  if (isRefusal(openings)) return refused(c, openings);
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} noindex>
      {records.length === 0 && (
        <Notice kind="empty" heading={texts.none.heading}>
          {texts.none.text}
        </Notice>
      )}
      {records.map((record) => {
        const current = record.contacts.filter((contact) => contact.current);
        return (
          <section>
            <h2>{record.owner.name}</h2>
            {record.protection && <Inset>{texts.protected}</Inset>}
            <SummaryList rows={factsOf(record).filter(({ label }) => label !== personTexts.owner || record.blocked)} />
            {current.length > 0 && (
              <>
                <h3>{texts.contacts}</h3>
                <ul class="govuk-list govuk-list--bullet">
                  {current.map(({ from, to, ...where }) => (
                    <li>
                      {unitOf(where)} ({from && formatDates(from, to)})
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        );
      })}
      <OwnOpenings openings={openings} />
      <p>{texts.wrong}</p>
    </Page>,
  );
}

/** What the huvudmen have written down about the one who has logged in. */
export const ownPage = new Hono<AppEnv>().get('/mina-uppgifter', show);
