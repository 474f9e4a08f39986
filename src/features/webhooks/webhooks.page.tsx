import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { EVENT_KINDS, type EventKind } from '../../domain/webhooks/events.ts';
import { type AppEnv, formOf, newId, scopeOf } from '../../platform/index.ts';
import { Button, ButtonLink, CodeBlock, formatDateTime, NotificationBanner, Page, SummaryList, Table } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { actingOn, actPage, given } from '../forms/index.ts';
import { endWebhook, renewSecret, resendEvent, showSecret } from './change-webhook.ts';
import { endClientSecrets, makeClientSecret } from './let-system-in.ts';
import { readWebhook, readWebhooks } from './read-webhooks.ts';
import { registerWebhook } from './register-webhook.ts';
import { eventTexts, listTexts, refusals, registerTexts, stateTexts, webhookTexts as texts } from './texts.ts';

const BASE = '/organisation/handelser';
const NO_STORE = { 'cache-control': 'no-store' };
const hrefOf = (id: string) => `${BASE}/${id}`;
const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const kindsOf = (kinds: readonly EventKind[]) => kinds.map((kind) => eventTexts[kind]).join(', ');

async function list(c: Context<AppEnv>) {
  const acting = actingOn(c, 'webhooks.read');
  if (acting instanceof Response) return acting;
  const found = await readWebhooks(scopeOf(c), {});
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const { url, kinds, since, state } = listTexts.columns;
  return c.html(
    <Page shell={await shellOf(c)} title={listTexts.title} lead={listTexts.lead} back="/organisation" density="staff" wide noindex>
      {found.webhooks.length === 0 ? (
        <p>{listTexts.none}</p>
      ) : (
        <Table
          caption={listTexts.title}
          captionHidden
          columns={[url, kinds, since, state].map((label) => ({ label }))}
          rows={found.webhooks.map((one) => [
            <a href={hrefOf(one.id)}>{one.url}</a>,
            kindsOf(one.kinds),
            formatDateTime(one.made_at),
            one.ended_at ? listTexts.ended : listTexts.live,
          ])}
        />
      )}
      <ButtonLink href={`${BASE}/ny`}>{listTexts.register}</ButtonLink>
    </Page>,
  );
}

const registerPage = actPage({
  path: `${BASE}/ny`,
  permission: 'webhooks.register',
  texts: refusals,
  keyed: true,
  prepare: async () => ({
    ...{ title: registerTexts.title, lead: registerTexts.lead, back: BASE, submit: registerTexts.submit, initial: given({}) },
    fields: [
      { kind: 'text', name: 'url', label: registerTexts.url, hint: registerTexts.urlHint },
      {
        kind: 'checks',
        name: 'kinds',
        label: registerTexts.kinds,
        options: EVENT_KINDS.map((value) => ({ value, label: eventTexts[value] })),
      },
    ],
  }),
  run: async (c, values) => {
    const kinds = values.all('kinds') as readonly EventKind[];
    const done = await registerWebhook(scopeOf(c), { key: values.one('key'), url: values.one('url'), kinds: [...kinds] });
    return isRefusal(done) ? done : { next: `${hrefOf(done.id)}?klart=registrerad` };
  },
});

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'webhooks.read');
  if (acting instanceof Response) return acting;
  const found = await readWebhook(scopeOf(c), { webhook: idOf(c) });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('webhook-not-found')), refusals);
  const { webhook, secret, system, events } = found;
  const here = hrefOf(webhook.id);
  const said = texts.done[(c.req.query('klart') ?? '') as keyof typeof texts.done];
  const { number, kind, at, state, answer, again } = texts.columns;
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} back={BASE} density="staff" wide noindex>
      {said && <NotificationBanner success>{said}</NotificationBanner>}
      <SummaryList
        rows={[
          { label: texts.facts.url, value: webhook.url },
          { label: texts.facts.kinds, value: kindsOf(webhook.kinds) },
          { label: texts.facts.secret, value: secret.shownAt ? texts.secretShown(formatDateTime(secret.shownAt)) : texts.secretUnseen },
          { label: texts.facts.state, value: webhook.ended_at ? listTexts.ended : listTexts.live },
        ]}
      />
      {!webhook.ended_at && (
        <>
          {!secret.shownAt && (
            <form method="post" action={`${here}/hemlighet`}>
              <Button>{texts.show}</Button>
            </form>
          )}
          <form method="post" action={`${here}/byt-hemlighet`}>
            <input type="hidden" name="key" value={newId(c.var.runtime.clock.now())} />
            <Button kind="secondary">{texts.renew}</Button>
          </form>
          <form method="post" action={`${here}/avsluta`}>
            <p>{texts.endHint}</p>
            <Button kind="warning">{texts.end}</Button>
          </form>
        </>
      )}
      <System id={webhook.id} ended={webhook.ended_at !== null} since={system[0]?.at} formKey={newId(c.var.runtime.clock.now())} />
      <h2>{texts.events}</h2>
      {events.length === 0 ? (
        <p>{texts.noEvents}</p>
      ) : (
        <Table
          caption={texts.events}
          captionHidden
          columns={[number, kind, at, state, answer, again].map((label) => ({ label }))}
          rows={events.map((one) => [
            one.number ?? texts.noNumber,
            eventTexts[one.kind as EventKind] ?? one.kind,
            formatDateTime(one.at),
            stateTexts[one.state],
            one.attempts === 0 ? '' : `${texts.attempts(one.attempts)}, ${texts.answer(one.status, one.fault)}`,
            one.state === 'given-up' && !webhook.ended_at ? (
              <form method="post" action={`${here}/skicka-igen`}>
                <Button kind="secondary" name="event" value={one.id}>
                  {texts.again}
                  <span class="govuk-visually-hidden">: {one.number}</span>
                </Button>
              </form>
            ) : (
              ''
            ),
          ])}
        />
      )}
    </Page>,
    200,
    NO_STORE,
  );
}

/** What the huvudman's own system asks for events with: since when it has a secret, and how it gets another. */
function System({ id, ended, since, formKey }: { id: string; ended: boolean; since: Temporal.Instant | undefined; formKey: string }) {
  return (
    <>
      <h2>{texts.system}</h2>
      <p>{texts.systemLead}</p>
      <p>{since ? texts.systemSince(formatDateTime(since)) : texts.systemNone}</p>
      {!ended && (
        <form method="post" action={`${hrefOf(id)}/nyckel`}>
          <input type="hidden" name="key" value={formKey} />
          {since && <p>{texts.systemRenewHint}</p>}
          <Button kind="secondary">{since ? texts.systemRenew : texts.systemMake}</Button>
        </form>
      )}
      {since && (
        <form method="post" action={`${hrefOf(id)}/stang-nycklar`}>
          <Button kind="warning">{texts.systemEnd}</Button>
        </form>
      )}
    </>
  );
}

async function systemSecret(c: Context<AppEnv>) {
  const { key = '' } = await formOf(c);
  const found = await makeClientSecret(scopeOf(c), { id: key, webhook: idOf(c) });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('webhook-not-found')), refusals);
  return secretPage(c, texts.systemTitle, found.secret);
}

async function endSystem(c: Context<AppEnv>) {
  const done = await endClientSecrets(scopeOf(c), { webhook: idOf(c) });
  if (!isRefusal(done)) return c.redirect(`${hrefOf(done.id)}?klart=stangda`, 303);
  return refusalPage(c, notRead(done, refuse('webhook-not-found')), refusals);
}

async function secret(c: Context<AppEnv>) {
  const found = await showSecret(scopeOf(c), { webhook: idOf(c) });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('webhook-not-found')), refusals);
  return secretPage(c, texts.secretTitle, found.secret);
}

/** What is shown once. */
async function secretPage(c: Context<AppEnv>, title: string, text: string) {
  return c.html(
    <Page shell={await shellOf(c)} title={title} lead={texts.secretLead} back={hrefOf(idOf(c))} density="staff" noindex>
      <CodeBlock label={title} text={text} />
      <p>
        <a href={hrefOf(idOf(c))}>{texts.back}</a>
      </p>
    </Page>,
    200,
    NO_STORE,
  );
}

async function renew(c: Context<AppEnv>) {
  const { key = '' } = await formOf(c);
  const done = await renewSecret(scopeOf(c), { key, webhook: idOf(c) });
  if (!isRefusal(done)) return c.redirect(`${hrefOf(done.id)}?klart=bytt`, 303);
  return refusalPage(c, notRead(done, refuse('webhook-not-found')), refusals);
}

async function end(c: Context<AppEnv>) {
  const done = await endWebhook(scopeOf(c), { webhook: idOf(c) });
  if (!isRefusal(done)) return c.redirect(`${hrefOf(done.id)}?klart=avslutad`, 303);
  return refusalPage(c, notRead(done, refuse('webhook-not-found')), refusals);
}

async function again(c: Context<AppEnv>) {
  const { event = '' } = await formOf(c);
  const done = await resendEvent(scopeOf(c), { webhook: idOf(c), event });
  if (!isRefusal(done)) return c.redirect(`${hrefOf(done.id)}?klart=igen`, 303);
  return refusalPage(c, notRead(done, refuse('event-not-given-up')), refusals);
}

/** Where a huvudman's own systems are told of its plans, for those who administer it: addresses, their secrets, what was sent and what came of it. */
export const webhooksPage = new Hono<AppEnv>()
  .get(BASE, list)
  .route('/', registerPage)
  .get(`${BASE}/:id`, show)
  .post(`${BASE}/:id/hemlighet`, secret)
  .post(`${BASE}/:id/byt-hemlighet`, renew)
  .post(`${BASE}/:id/nyckel`, systemSecret)
  .post(`${BASE}/:id/stang-nycklar`, endSystem)
  .post(`${BASE}/:id/avsluta`, end)
  .post(`${BASE}/:id/skicka-igen`, again);
