import { type Context, Hono } from 'hono';
import { may } from '../../domain/access/permissions.ts';
import { countReceipts } from '../../domain/planned-changes/process.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonLink, formatDate, Notice, Page, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { partyName, shellOf } from '../counties/index.ts';
import { changeHref } from './awaited-receipts.ts';
import type { ChangeView } from './load-change.ts';
import { listChangesOf } from './read-changes.ts';
import { stateLabels, listTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

async function list(c: Context<AppEnv>) {
  const found = await listChangesOf(scopeOf(c), {});
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const { changes, county } = found;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} caption={county?.name} lead={texts.lead} density="staff" wide noindex>
      {may(c.var.actor, 'planned-changes.announce') && <ButtonLink href="/planerade-forandringar/ny">{texts.announce}</ButtonLink>}
      {changes.length === 0 ? (
        <Notice kind="empty" heading={texts.empty.heading}>
          <p>{texts.empty.text}</p>
        </Notice>
      ) : (
        <Table
          caption={texts.caption}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={changes.map((view) => rowOf(view, partyName(county, view.row.party)))}
        />
      )}
    </Page>,
  );
}

function rowOf({ row, wording, process }: ChangeView, party: string) {
  const { told, replied, objecting } = countReceipts(process);
  return [
    <a class="govuk-link" href={changeHref(row.id)}>
      {wording.title}
    </a>,
    party,
    formatDate(wording.from),
    stateLabels[process.state],
    [texts.replied(replied, told), ...(objecting > 0 ? [texts.objecting(objecting)] : [])].join(', '),
  ];
}

/** What the parties of one's county have told each other that they plan. */
export const changesPage = new Hono<AppEnv>().get('/planerade-forandringar', list);
