import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, formatDate, Notice, NotificationBanner, Table } from '../../ui/index.ts';
import { authoriseProtected, endProtectedAccess, readProtectedAccess } from './authorise-protected.ts';
import { freshFirst, refused, staffPage } from './doors.tsx';
import { accessTexts as texts } from './texts.ts';

const PATH = '/personer/skyddsbehorighet';

async function list(c: Context<AppEnv>) {
  const again = freshFirst(c, 'persons.authorise-protected');
  if (again) return again;
  const staff = await readProtectedAccess(scopeOf(c), {});
  if (isRefusal(staff)) return refused(c, staff);
  return staffPage(
    c,
    { title: texts.title, lead: texts.lead, wide: true },
    <>
      {c.req.query('klart') === '1' && <NotificationBanner success>{texts.done}</NotificationBanner>}
      {staff.length === 0 ? (
        <Notice kind="empty" heading={texts.none.heading}>
          {texts.none.text}
        </Notice>
      ) : (
        <Table
          caption={texts.caption}
          columns={[texts.name, texts.unit, texts.access, texts.action].map((label) => ({ label }))}
          rows={staff.map(({ account, name, unit_name, access, until, mayAuthorise }) => [
            name,
            unit_name,
            access ? (until ? texts.hasUntil(formatDate(until)) : texts.has) : texts.hasNot,
            mayAuthorise && (
              <form method="post" action={access ? `${PATH}/avsluta` : PATH}>
                <Button kind="quiet" name="id" value={access ?? account}>
                  {access ? texts.take : texts.give}
                  <span class="govuk-visually-hidden"> {name}</span>
                </Button>
              </form>
            ),
          ])}
        />
      )}
    </>,
  );
}

async function give(c: Context<AppEnv>) {
  const { id = '' } = await formOf(c);
  const given = await authoriseProtected(scopeOf(c), { account: id });
  return isRefusal(given) ? refused(c, given) : c.redirect(`${PATH}?klart=1`, 303);
}

async function take(c: Context<AppEnv>) {
  const { id = '' } = await formOf(c);
  const taken = await endProtectedAccess(scopeOf(c), { id });
  return isRefusal(taken) ? refused(c, taken) : c.redirect(`${PATH}?klart=1`, 303);
}

/** Who may see where people with protected identity live and are. */
export const protectedAccessPage = new Hono<AppEnv>().get(PATH, list).post(PATH, give).post(`${PATH}/avsluta`, take);
