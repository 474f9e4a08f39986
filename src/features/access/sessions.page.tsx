import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, formatDateTime, NotificationBanner, Page } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { endOwnSession, readOwnSessions } from './own-sessions.ts';
import { refusalPage } from './refusal-page.tsx';
import { sessionTexts as texts } from './texts.ts';

async function list(c: Context<AppEnv>) {
  const { actor } = c.var;
  const sessions = await readOwnSessions(scopeOf(c), {});
  if (isRefusal(sessions) || actor.kind === 'public') return c.redirect('/logga-in?tillbaka=/inloggningar', 303);
  const here = actor.login.session;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} noindex>
      {c.req.query('avslutad') === '1' && <NotificationBanner success>{texts.ended}</NotificationBanner>}
      <ul class="ov-sessions">
        {sessions.map(({ id, device, created_at, last_seen_at }) => (
          <li>
            <div>
              <strong>{device}</strong>
              {id === here && ` (${texts.here})`}
              <div class="ov-muted">{texts.times(formatDateTime(created_at), formatDateTime(last_seen_at))}</div>
            </div>
            <form method="post" action={id === here ? '/logga-ut' : '/inloggningar'}>
              <Button kind="quiet" name="id" value={id}>
                {texts.end}
                <span class="govuk-visually-hidden"> {device}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/inloggningar">
          <Button kind="secondary" name="id" value="andra">
            {texts.endOthers}
          </Button>
        </form>
      )}
      <p class="ov-muted">{texts.life}</p>
    </Page>,
  );
}

async function end(c: Context<AppEnv>) {
  const { id = '' } = await formOf(c);
  const { actor } = c.var;
  const open = await readOwnSessions(scopeOf(c), {});
  if (isRefusal(open) || actor.kind === 'public') return c.redirect('/logga-in?tillbaka=/inloggningar', 303);
  const ids = id === 'andra' ? open.map((session) => session.id).filter((one) => one !== actor.login.session) : [id];
  for (const one of ids) {
    const ended = await endOwnSession(scopeOf(c), { id: one, reason: 'ended-by-self' });
    if (isRefusal(ended)) return refusalPage(c, ended);
  }
  return c.redirect('/inloggningar?avslutad=1', 303);
}

/** One's own open sessions: seeing them, and ending those one does not know. */
export const sessionsPage = new Hono<AppEnv>().get('/inloggningar', list).post('/inloggningar', end);
