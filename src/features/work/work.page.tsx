import { type Context, Hono } from 'hono';
import { may } from '../../domain/access/permissions.ts';
import { refuse } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { BasisChip, ButtonLink, formatDate, formatDistance, Notice, Page, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { readWaiting } from './read-waiting.ts';
import { workTexts as texts } from './texts.ts';

async function work(c: Context<AppEnv>) {
  const { actor } = c.var;
  if (!may(actor, 'work.read-own')) return refusalPage(c, refuse('forbidden', { permission: 'work.read-own' }));
  const items = await readWaiting(scopeOf(c));
  const shell = await shellOf(c);
  return c.html(
    <Page shell={shell} title={texts.title} lead={texts.lead(items.length)} density="staff" wide noindex>
      {actor.kind === 'staff' && !actor.assignment && (
        <Notice kind="note" heading={texts.chooseFirst.heading}>
          <p>{texts.chooseFirst.text}</p>
          <ButtonLink href="/uppdrag?tillbaka=/arbete" kind="secondary">
            {texts.chooseFirst.link}
          </ButtonLink>
        </Notice>
      )}
      {items.length === 0 ? (
        <Notice kind="empty" heading={texts.empty.heading}>
          {texts.empty.text}
        </Notice>
      ) : (
        <Table
          caption={texts.title}
          captionHidden
          columns={[texts.what, texts.due, texts.basis].map((label) => ({ label }))}
          rows={items.map((item) => [<a href={item.href}>{item.title}</a>, limit(item, shell.today), <BasisChip basis={item.basis} />])}
        />
      )}
    </Page>,
  );
}

/** The day and how far it is; a day that has passed says so in words. */
function limit({ due }: WaitingItem, today: Temporal.PlainDate): string {
  if (!due) return texts.noLimit;
  const distance = formatDistance(due, today);
  const late = Temporal.PlainDate.compare(due, today) < 0;
  return `${formatDate(due)} (${late ? texts.late(distance) : distance})`;
}

/** What waits for the one who has logged in, by time limit and with its basis. */
export const workPage = new Hono<AppEnv>().get('/arbete', work);
