import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatDateTime, Notice, Page, Table } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { readFailedLogins } from './failed-logins.ts';
import { refusalPage } from './refusal-page.tsx';
import { refusals, failedLoginTexts as texts } from './texts.ts';

async function list(c: Context<AppEnv>) {
  const found = await readFailedLogins(scopeOf(c), {});
  if (isRefusal(found)) return refusalPage(c, found);
  const { failed, more } = found;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} density="staff" back="/organisation" wide noindex>
      {failed.length === 0 ? (
        <Notice kind="empty" heading={texts.none.heading}>
          {texts.none.text}
        </Notice>
      ) : (
        <Table
          caption={texts.title}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={failed.map((one) => [
            formatDateTime(one.at),
            one.account_name ?? texts.noAccount,
            refusals[one.reason]?.title ?? one.reason,
            one.from_address || texts.noAddress,
            one.provider,
          ])}
        />
      )}
      {more && <p>{texts.more(failed.length)}</p>}
      <p class="ov-muted">{texts.kept}</p>
    </Page>,
  );
}

/** Logins that let nobody in, for those who see to the accounts and those who review the log. */
export const failedLoginsPage = new Hono<AppEnv>().get('/organisation/misslyckade-inloggningar', list);
