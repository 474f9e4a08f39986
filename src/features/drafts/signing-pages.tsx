import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, newId, SigningServiceFault, scopeOf } from '../../platform/index.ts';
import { Button, ButtonLink, Notice, Page } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { documentRefusals } from '../documents/index.ts';
import { actingOn } from '../forms/index.ts';
import { orderOf } from './follow-signature.ts';
import { keepBegun, orderSignature, readOrder } from './order-signature.ts';
import { draftHref } from './parts.tsx';
import type { OrderRow } from './signature-orders.sql.ts';
import { refusals } from './texts-refusals.ts';
import { signingRefusals, signingTexts as texts } from './texts-signing.ts';

/** What is said of everything that may speak against a signature at an outside service, also of one that was made there. */
export const allRefusals = { ...refusals, ...documentRefusals, ...signingRefusals };

/** The button that begins a signature at the outside service, on the page where one signs here; nothing where there is no service. */
export function SignElsewhere({ c, hash }: { c: Context<AppEnv>; hash: string }) {
  const { signing, runtime } = c.var;
  if (!signing) return null;
  return (
    <form method="post" action={`${c.req.path}/tjanst`}>
      <input type="hidden" name="hash" value={hash} />
      <input type="hidden" name="key" value={newId(runtime.clock.now())} />
      <p>{texts.elsewhere(signing.name)}</p>
      <Button kind="secondary">{texts.begin(signing.name)}</Button>
    </form>
  );
}

/** Puts the order, and shows the page of it: where the person goes to sign is a link there, since a form may not lead out of the site. */
async function begin(c: Context<AppEnv>) {
  const { signing } = c.var;
  const acting = actingOn(c, 'drafts.sign');
  if (acting instanceof Response) return acting;
  if (!signing) return c.notFound();
  const { id: draft = '', step = '', seat = '' } = c.req.param() as Record<string, string>;
  const { hash = '', key = '' } = await formOf(c);
  const put = await orderSignature(scopeOf(c), { key, draft, step, seat, hash });
  if (isRefusal(put)) return refusalPage(c, put, allRefusals);
  const order = await readOrder(scopeOf(c), { order: put.id });
  if (isRefusal(order)) return refusalPage(c, order, allRefusals);
  const here = `/underskrift/${order.id}`;
  if (order.reference !== null || isOver(c, order)) return c.redirect(here, 303);
  try {
    const begun = await signing.begin(orderOf(order), `${c.var.origin ?? new URL(c.req.url).origin}${here}`);
    const kept = await keepBegun(scopeOf(c), { order: order.id, ...begun });
    return isRefusal(kept) ? refusalPage(c, kept, allRefusals) : c.redirect(here, 303);
  } catch (error) {
    if (error instanceof SigningServiceFault) return refusalPage(c, refuse('signing-service-down', {}), allRefusals);
    throw error;
  }
}

/** Has something come of the order, or has it run out? Nobody signs by it any more. */
function isOver(c: Context<AppEnv>, { came, expiresAt }: OrderRow): boolean {
  return came !== null || Temporal.Instant.compare(c.var.runtime.clock.now(), expiresAt) >= 0;
}

/** How a signature at the outside service goes: the way there while it waits, else what became of it. */
async function show(c: Context<AppEnv>) {
  const acting = actingOn(c);
  if (acting instanceof Response) return acting;
  const id = c.req.param('order') ?? '';
  if (!z.uuid().safeParse(id).success) return refusalPage(c, refuse('order-not-found', {}), allRefusals);
  const mine = await readOrder(scopeOf(c), { order: id });
  if (isRefusal(mine)) return refusalPage(c, mine, allRefusals);
  // That somebody comes back says nothing of whether they signed: the service is asked.
  await c.var.signing?.follow(id);
  const order = await readOrder(scopeOf(c), { order: id });
  if (isRefusal(order)) return refusalPage(c, order, allRefusals);
  const { came, why, address, draft, step, seat } = order;
  const back = `${draftHref(draft)}/beslut`;
  const over = isOver(c, order);
  const state = came ?? (over ? 'timed-out' : 'waiting');
  const said = why === null ? undefined : allRefusals[why]?.detail({});
  const isTaken = came === 'signed' && why === null;
  const mayBeginAnew = !isTaken && (over || why !== null || address === null);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      lead={isTaken || came !== 'signed' ? texts.states[state] : texts.notTaken}
      back={back}
      density="staff"
      noindex
    >
      {said && (
        <Notice kind="note" heading={texts.refused}>
          <p>{said}</p>
        </Notice>
      )}
      {!over && address && (
        <p>
          <ButtonLink href={address}>{texts.go(c.var.signing?.name ?? texts.service)}</ButtonLink>
        </p>
      )}
      {came === null && (
        <p>
          <a class="govuk-link" href={`/underskrift/${id}`}>
            {texts.again}
          </a>
        </p>
      )}
      {mayBeginAnew && (
        <p>
          <a class="govuk-link" href={`${draftHref(draft)}/underskrift/${step}/${seat}`}>
            {texts.anew}
          </a>
        </p>
      )}
    </Page>,
  );
}

const Called = z.strictObject({ order: z.uuid() });

/** The service says that something has happened to an order: signed by it, or not heard. What has happened it is asked for. */
async function called(c: Context<AppEnv>) {
  const { signing } = c.var;
  if (!signing) return c.notFound();
  c.header('cache-control', 'no-store');
  const body = await c.req.text();
  if (!signing.isFrom(body, c.req.header('overens-signature'))) return c.json({ error: 'not-signed' }, 401);
  const read = Called.safeParse(parsed(body));
  if (!read.success) return c.json({ error: 'not-understood' }, 400);
  await signing.follow(read.data.order);
  return c.body(null, 204);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Signatures at an outside service: beginning one, how it goes, and the call back of the service. */
export const signingPages = new Hono<AppEnv>()
  .post('/arbetsversioner/:id/underskrift/:step/:seat/tjanst', begin)
  .post('/underskrift/anrop', called)
  .get('/underskrift/:order', show);
