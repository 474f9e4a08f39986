import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatDateTime, Notice, Page, Table } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import type { SentRow } from './inbox.sql.ts';
import { readSent } from './read-sent.ts';
import { refusals, sentTexts as texts } from './texts.ts';

async function sent(c: Context<AppEnv>) {
  const rows = await readSent(scopeOf(c), { act: c.req.param('act') ?? '' });
  if (isRefusal(rows)) return refusalPage(c, notRead(rows, refuse('act-not-found')), refusals);
  const got = rows.filter(({ delivered_at }) => delivered_at !== null);
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} density="staff" noindex>
      {rows.some(({ handled_at }) => handled_at === null) && (
        <Notice kind="note" heading={texts.waiting.heading}>
          {texts.waiting.text}
        </Notice>
      )}
      {rows.some(({ handled_at, delivered_at }) => handled_at !== null && delivered_at === null) && (
        <Notice kind="empty" heading={texts.nobody.heading}>
          {texts.nobody.text}
        </Notice>
      )}
      {got.length > 0 && (
        <Table
          caption={texts.title}
          captionHidden
          columns={[texts.receiver, texts.delivered, texts.read].map((label) => ({ label }))}
          rows={got.map(cells)}
        />
      )}
    </Page>,
  );
}

function cells({ receiver, stands_in, delivered_at, read_at }: SentRow): string[] {
  const name = receiver ?? texts.individual;
  return [
    stands_in ? `${name} (${texts.deputy})` : name,
    delivered_at ? formatDateTime(delivered_at) : '',
    read_at ? formatDateTime(read_at) : texts.notRead,
  ];
}

/** What became of what one's own act told: delivered and read, per receiver. */
export const sentPage = new Hono<AppEnv>().get('/notiser/skickat/:act', sent);
