import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, giveSecret, localPath, scopeOf } from '../../platform/index.ts';
import { assignmentRoleTexts, Button, formatDate, Notice, Page, RadioField } from '../../ui/index.ts';
import { bodyName, readCounty, shellOf } from '../counties/index.ts';
import { chooseAssignment, readOwnAssignments } from './choose-assignment.ts';
import { refusalPage } from './refusal-page.tsx';
import { assignmentTexts as texts } from './texts.ts';

/** What a joint body is called where it sits. */
async function nameOfBody(c: Context<AppEnv>, code: string, body: string): Promise<string> {
  const county = await readCounty(scopeOf(c), { code });
  return bodyName(isRefusal(county) ? undefined : county, body);
}

async function choices(c: Context<AppEnv>, back: string, fault?: string) {
  const { actor } = c.var;
  const own = await readOwnAssignments(scopeOf(c), {});
  if (isRefusal(own)) return c.redirect(`/logga-in?tillbaka=${encodeURIComponent('/uppdrag')}`, 303);
  const options = await Promise.all(
    own.map(async ({ id, role, organisation_name, unit_name, body, county_code, until }) => ({
      value: id,
      label: `${assignmentRoleTexts[role]}, ${unit_name ?? (body ? await nameOfBody(c, county_code, body) : organisation_name)}`,
      hint: [unit_name || body ? organisation_name : undefined, until ? texts.until(formatDate(until)) : undefined]
        .filter(Boolean)
        .join(' · '),
    })),
  );
  const errors = fault ? [{ text: fault, field: 'uppdrag' }] : [];
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} errors={errors} noindex>
      {options.length === 0 ? (
        <Notice kind="empty" heading={texts.none.heading}>
          {texts.none.text}
        </Notice>
      ) : (
        <form method="post" action="/uppdrag">
          <input type="hidden" name="tillbaka" value={back} />
          <RadioField
            name="uppdrag"
            label={texts.legend}
            options={options}
            error={fault}
            value={actor.kind === 'staff' ? actor.assignment?.id : undefined}
          />
          <Button>{texts.submit}</Button>
        </form>
      )}
    </Page>,
    fault ? 422 : 200,
  );
}

async function choose(c: Context<AppEnv>) {
  const { uppdrag, tillbaka } = await formOf(c);
  if (!uppdrag) return choices(c, localPath(tillbaka), texts.missing);
  const chosen = await chooseAssignment(scopeOf(c), { id: uppdrag });
  if (isRefusal(chosen)) return refusalPage(c, chosen);
  giveSecret(c, chosen.secret);
  return c.redirect(localPath(tillbaka), 303);
}

/** Where staff with several assignments choose which they act as. */
export const assignmentPage = new Hono<AppEnv>()
  .get('/uppdrag', (c) => choices(c, localPath(c.req.query('tillbaka'))))
  .post('/uppdrag', choose);
