import { type Context, Hono } from 'hono';
import { may } from '../../domain/access/permissions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, formatDateTime, Notice, NotificationBanner, Page } from '../../ui/index.ts';
import {
  endAccountSessions,
  peopleRefusals,
  readAccountSessions,
  refusalPage,
  sessionTexts,
  accountSessionTexts as texts,
} from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { actingOn } from '../forms/index.ts';

const PATH = '/organisation/personer/:id/inloggningar';
const ALL = 'alla';

async function list(c: Context<AppEnv>) {
  const acting = actingOn(c, 'access.read-sessions');
  if (acting instanceof Response) return acting;
  const account = c.req.param('id') ?? '';
  const found = await readAccountSessions(scopeOf(c), { account });
  if (isRefusal(found)) return found.code === 'input-invalid' ? c.notFound() : refusalPage(c, found, peopleRefusals);
  const { name, organisation, sessions } = found;
  const mayEnd = may(c.var.actor, 'access.end-sessions');
  const back = organisation === acting.organisation.id ? '/organisation' : `/organisation?org=${organisation}`;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} caption={name} lead={texts.lead(name)} back={back} density="staff" noindex>
      {c.req.query('sparat') === '1' && <NotificationBanner success>{texts.ended}</NotificationBanner>}
      {sessions.length === 0 ? (
        <Notice kind="empty" heading={texts.none.heading}>
          {texts.none.text}
        </Notice>
      ) : (
        <ul class="ov-sessions">
          {sessions.map(({ id, device, from_address, created_at, last_seen_at }) => (
            <li>
              <div>
                <strong>{device}</strong>
                <div class="ov-muted">
                  {sessionTexts.times(formatDateTime(created_at), formatDateTime(last_seen_at))} {from_address && texts.from(from_address)}
                </div>
              </div>
              {mayEnd && (
                <form method="post">
                  <Button kind="quiet" name="session" value={id}>
                    {sessionTexts.end}
                    <span class="govuk-visually-hidden"> {device}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEnd && sessions.length > 1 && (
        <form method="post">
          <Button kind="warning" name="session" value={ALL}>
            {texts.endAll}
          </Button>
        </form>
      )}
      <p class="ov-muted">{sessionTexts.life}</p>
    </Page>,
  );
}

async function end(c: Context<AppEnv>) {
  const acting = actingOn(c, 'access.end-sessions');
  if (acting instanceof Response) return acting;
  const account = c.req.param('id') ?? '';
  const { session = '' } = await formOf(c);
  const done = await endAccountSessions(scopeOf(c), { account, ...(session === ALL ? {} : { session }) });
  if (isRefusal(done)) return done.code === 'input-invalid' ? c.notFound() : refusalPage(c, done, peopleRefusals);
  return c.redirect(`/organisation/personer/${account}/inloggningar?sparat=1`, 303);
}

/** Where a member of staff is logged in, for whoever administers the account: seeing it, and ending one or all. */
export const accountSessionsPage = new Hono<AppEnv>().get(PATH, list).post(PATH, end);
