import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, formatDateTime, Notice, NotificationBanner, Page, Table } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { readUndelivered } from './read-undelivered.ts';
import { retryUndelivered } from './retry-undelivered.ts';
import { refusals, undeliveredTexts as texts } from './texts.ts';
import type { UndeliveredRow } from './undelivered.sql.ts';

const PAGE = '/notiser/ej-levererade';

async function list(c: Context<AppEnv>) {
  const found = await readUndelivered(scopeOf(c), {});
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const { rows, count } = found;
  const { what, where, when, attempts, reason, again } = texts.columns;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead(count)} back="/arbete" density="staff" wide noindex>
      {c.req.query('igen') === '1' && <NotificationBanner success>{texts.retried}</NotificationBanner>}
      {rows.length === 0 ? (
        <Notice kind="empty" heading={texts.none.heading} children={texts.none.text} />
      ) : (
        <>
          <p>{texts.closed}</p>
          {rows.length < count && <p>{texts.cut(rows.length)}</p>}
          <Table
            caption={texts.title}
            captionHidden
            columns={[what, where, when, attempts, reason, again].map((label) => ({ label }))}
            rows={rows.map(cells)}
          />
        </>
      )}
    </Page>,
  );
}

function cells({ id, what, kind, organisation, since, failed_at, attempts, reason }: UndeliveredRow) {
  const said = texts.what(what, kind);
  return [
    <>
      {said}
      <br />
      {texts.since(formatDateTime(since))}
    </>,
    organisation,
    failed_at ? formatDateTime(failed_at) : '',
    attempts === null ? texts.unknown : String(attempts),
    texts.reasons[reason] ?? texts.otherReason(reason),
    <form method="post" action={PAGE}>
      <Button kind="secondary" name="id" value={id}>
        {texts.retry}
        <span class="govuk-visually-hidden">
          : {said}, {texts.since(formatDateTime(since))}
        </span>
      </Button>
    </form>,
  ];
}

async function retry(c: Context<AppEnv>) {
  const { id = '' } = await formOf(c);
  const done = await retryUndelivered(scopeOf(c), { id });
  if (!isRefusal(done)) return c.redirect(`${PAGE}?igen=1`, 303);
  return refusalPage(c, notRead(done, refuse('undelivered-not-found')), refusals);
}

/** What reached nobody, for those who administer: when, how often it was tried and why it failed; and trying again. */
export const undeliveredPage = new Hono<AppEnv>().get(PAGE, list).post(PAGE, retry);
