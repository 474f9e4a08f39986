import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { writePdf } from '../../../formats/pdf/write-pdf.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../../platform/index.ts';
import { ButtonGroup, ButtonLink, formatDateTime, Notice, NotificationBanner, Page, SummaryList, Table } from '../../../ui/index.ts';
import { notRead, refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { actingOn } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { BlockList } from './block-list.tsx';
import { CopyTable, CopyTime, copiesHref, copyHref, receiverOf } from './copies-part.tsx';
import { copyDocument, plainDocument } from './copy-document.ts';
import { openCopy } from './open-copy.ts';
import { readCopies, readReceivedCopies } from './read-copies.ts';
import { copyStateTexts, documentTexts, copiesTexts as texts, copyTexts as words } from './texts-copies.ts';

const NO_STORE = { 'cache-control': 'no-store' } as const;
const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const copyOf = (c: Context<AppEnv>) => c.req.param('kopia') ?? '';
const DONE: Readonly<Record<string, string>> = { skickad: texts.sent, aterkallad: texts.annulled };

async function list(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.read-copies');
  if (acting instanceof Response) return acting;
  const found = await readCopies(scopeOf(c), { plan: idOf(c) });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('plan-not-found')), refusals);
  const done = DONE[c.req.query('klart') ?? ''];
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} back={planHref(idOf(c))} density="staff" wide noindex>
      {done && <NotificationBanner success>{done}</NotificationBanner>}
      <CopyTable copies={found.copies} base={planHref(idOf(c))} acts />
      {found.loaded.reach.leads && <p class="ov-muted">{texts.notMore}</p>}
    </Page>,
    200,
    NO_STORE,
  );
}

async function received(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.read-copies');
  if (acting instanceof Response) return acting;
  const before = c.req.query('fore');
  const found = await readReceivedCopies(scopeOf(c), before === undefined ? {} : { before });
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  return c.html(
    <Page shell={await shellOf(c)} title={words.list} lead={words.listLead} back="/planer" density="staff" wide noindex>
      {found.copies.length === 0 ? (
        <Notice kind="empty" heading={words.listEmpty.heading}>
          {words.listEmpty.text}
        </Notice>
      ) : (
        <Table
          caption={words.list}
          captionHidden
          columns={words.listColumns.map((label) => ({ label }))}
          rows={found.copies.map((copy) => [
            <a class="govuk-link" href={planHref(copy.plan)}>
              {receiverOf(copy)}
            </a>,
            copy.abilities.open ? (
              <a class="govuk-link" href={copyHref(planHref(copy.plan), copy.id)}>
                {texts.openOf(copy.number)}
              </a>
            ) : (
              texts.version(copy.number)
            ),
            copyStateTexts[copy.state],
            formatDateTime(copy.at ?? copy.ordered_at),
          ])}
        />
      )}
      {found.next && (
        <p>
          <a class="govuk-link" href={`/planer/kopior?fore=${found.next}`}>
            {words.older}
          </a>
        </p>
      )}
    </Page>,
    200,
    NO_STORE,
  );
}

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.open-copy');
  if (acting instanceof Response) return acting;
  const found = await openCopy(scopeOf(c), { plan: idOf(c), copy: copyOf(c) });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('copy-not-found')), refusals);
  const { copy } = found;
  const here = copyHref(planHref(copy.plan), copy.copy);
  const document = copyDocument(copy);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={words.title(copy.version)}
      caption={planKindTexts[copy.kind]}
      lead={copy.to && words.lead(copy.to.unit, copy.to.organisation)}
      back={copiesHref(planHref(copy.plan))}
      density="staff"
      print={{ version: String(copy.version), source: texts.yours }}
      wide
      noindex
    >
      <div class="ov-no-print">
        <ButtonGroup>
          <ButtonLink href={`${here}/plan.pdf`}>{words.full}</ButtonLink>
          <ButtonLink href={`${here}/plan.json`} kind="secondary">
            {words.data}
          </ButtonLink>
        </ButtonGroup>
      </div>
      <SummaryList
        rows={[
          { label: words.receivedLabel, value: formatDateTime(found.receivedAt) },
          { label: words.retention, value: <CopyTime retention={found.retention} own /> },
          ...(found.sealed ? [{ label: words.seal, value: words.sealed }] : []),
        ]}
      />
      <p>{document.lead}</p>
      <BlockList blocks={document.blocks} />
    </Page>,
    200,
    NO_STORE,
  );
}

async function file(c: Context<AppEnv>) {
  const found = await openCopy(scopeOf(c), { plan: idOf(c), copy: copyOf(c) });
  if (isRefusal(found)) return c.notFound();
  return fileAnswer(c, found.pdf, { name: documentTexts.file(found.copy.version), format: 'pdf', inline: true, fleeting: true });
}

async function data(c: Context<AppEnv>) {
  const found = await openCopy(scopeOf(c), { plan: idOf(c), copy: copyOf(c) });
  if (isRefusal(found)) return c.notFound();
  const body = `${JSON.stringify(found.copy, null, 2)}\n`;
  return fileAnswer(c, body, { name: documentTexts.file(found.copy.version), format: 'json', fleeting: true });
}

async function short(c: Context<AppEnv>) {
  const found = await openCopy(scopeOf(c), { plan: idOf(c), copy: copyOf(c) });
  if (isRefusal(found) || found.copy.to) return c.notFound();
  const bytes = await writePdf(plainDocument(found.copy));
  return fileAnswer(c, bytes, { name: documentTexts.plainFile(found.copy.version), format: 'pdf', inline: true, fleeting: true });
}

/** The copies of plans: those of a plan, those that a unit has been sent, and each with its files. Before the page of a plan, as one address is fixed. */
export const copiesPage = new Hono<AppEnv>()
  .get('/planer/kopior', received)
  .get('/planer/:id/kopior', list)
  .get('/planer/:id/kopior/:kopia', show)
  .get('/planer/:id/kopior/:kopia/plan.pdf', file)
  .get('/planer/:id/kopior/:kopia/plan.json', data)
  .get('/min-plan/:id/kopior/:kopia/plan.pdf', file)
  .get('/min-plan/:id/kopior/:kopia/kort.pdf', short);
