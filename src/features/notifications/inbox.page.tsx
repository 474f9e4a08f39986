import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import {
  BlockHeading,
  Button,
  ButtonLink,
  formatDate,
  formatList,
  formatTime,
  Notice,
  NotificationBanner,
  Page,
  WarningText,
} from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { markRead } from './mark-read.ts';
import { readInbox, type ShownNotice } from './read-inbox.ts';
import { refusals, saidNotice, inboxTexts as texts } from './texts.ts';

const Number_ = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

async function list(c: Context<AppEnv>) {
  const asked = Number_.safeParse(c.req.query('fore'));
  const inbox = await readInbox(scopeOf(c), asked.success ? { before: asked.data } : {});
  if (isRefusal(inbox)) return refusalPage(c, inbox, refusals);
  const days = Map.groupBy(inbox.notices, ({ delivered_at }) =>
    delivered_at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString(),
  );
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead(inbox.unread)} density="staff" noindex>
      {c.req.query('noterat') === '1' && <NotificationBanner success>{texts.marked}</NotificationBanner>}
      {inbox.gaps.length > 0 && (
        <section aria-labelledby="saknas">
          <BlockHeading level={2} id="saknas">
            {texts.gap.heading}
          </BlockHeading>
          <WarningText>
            {texts.gap.text(
              formatList(inbox.gaps.map(({ first, last }) => (first === last ? texts.gap.one(first) : texts.gap.span(first, last)))),
            )}
          </WarningText>
        </section>
      )}
      {inbox.notices.length === 0 && (
        <Notice kind="empty" heading={texts.empty.heading}>
          {texts.empty.text}
        </Notice>
      )}
      {[...days].map(([day, notices]) => (
        <section>
          <BlockHeading level={2}>{formatDate(day)}</BlockHeading>
          <ul class="ov-results">
            {notices.map((notice) => (
              <NoticeItem notice={notice} />
            ))}
          </ul>
        </section>
      ))}
      {inbox.unread > 1 && (
        <form method="post" action="/notiser">
          <input type="hidden" name="till" value={String(inbox.last)} />
          <Button kind="secondary">{texts.markAll}</Button>
        </form>
      )}
      <ul class="ov-meta">
        {inbox.older && (
          <li>
            <a href={`/notiser?fore=${inbox.older}`}>{texts.older}</a>
          </li>
        )}
        <li>
          <a href="/notiser/installningar">{texts.settings}</a>
        </li>
      </ul>
    </Page>,
  );
}

function NoticeItem({ notice }: { notice: ShownNotice }) {
  const { number, kind, told, delivered_at, read_at, acknowledge, standsIn, standsInFor } = notice;
  const { sentence, href } = saidNotice(kind, told);
  return (
    <li class="ov-result" id={`notis-${number}`}>
      <p class="ov-result__text">{read_at ? sentence : <strong>{sentence}</strong>}</p>
      <ul class="ov-meta">
        {!read_at && (
          <li>
            <strong class="ov-tag">{texts.unread}</strong>
          </li>
        )}
        {standsIn && <li>{texts.standsIn(standsInFor)}</li>}
        <li>{texts.at(formatTime(delivered_at))}</li>
        {read_at && (
          <li>
            {texts.read(`${formatDate(read_at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate())} ${texts.at(formatTime(read_at))}`)}
          </li>
        )}
        <li>{texts.number(number)}</li>
      </ul>
      <div class="govuk-button-group">
        {href && (
          <ButtonLink href={href} kind="secondary">
            {texts.open}
            <span class="govuk-visually-hidden"> {texts.number(number)}</span>
          </ButtonLink>
        )}
        {!read_at && (
          <form method="post" action="/notiser">
            <Button kind="quiet" name="nummer" value={String(number)}>
              {acknowledge ? texts.acknowledge : texts.markRead}
              <span class="govuk-visually-hidden"> {texts.number(number)}</span>
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}

async function mark(c: Context<AppEnv>) {
  const { nummer, till } = await formOf(c);
  const number = Number_.safeParse(till ?? nummer);
  // Without a number no notice is meant, and none is marked.
  const marked = await markRead(scopeOf(c), { number: number.success ? number.data : 0, through: till !== undefined });
  if (isRefusal(marked)) return refusalPage(c, notRead(marked, refuse('notice-not-found')), refusals);
  return c.redirect('/notiser?noterat=1', 303);
}

/** One's own notices, by day, and noting that they are read. */
export const inboxPage = new Hono<AppEnv>().get('/notiser', list).post('/notiser', mark);
