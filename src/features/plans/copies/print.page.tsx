import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { Page, WarningText } from '../../../ui/index.ts';
import { notRead, refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { actingOn } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { planKindTexts, stageTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { BlockList } from './block-list.tsx';
import { copyDocument } from './copy-document.ts';
import { printedPlan } from './printed-plan.ts';
import { printTexts as texts } from './texts-copies.ts';

const NO_STORE = { 'cache-control': 'no-store' } as const;
const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const factsOf = ({ stage }: ShownPlan) => ({ ...(stage ? { status: stageTexts[stage] } : {}), source: texts.source });

async function ofStaff(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.read');
  if (acting instanceof Response) return acting;
  const plan = await readPlan(scopeOf(c), idOf(c));
  if (isRefusal(plan)) return refusalPage(c, notRead(plan, refuse('plan-not-found')), refusals);
  const { blocks } = copyDocument(printedPlan(plan, c.var.runtime.clock.now()));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={planKindTexts[plan.kind]}
      caption={texts.caption}
      lead={texts.lead}
      back={planHref(plan.id)}
      density="staff"
      print={factsOf(plan)}
      noindex
    >
      <p class="ov-no-print">{texts.how}</p>
      {plan.identity?.protected && <WarningText>{texts.protected}</WarningText>}
      <BlockList blocks={blocks} />
    </Page>,
    200,
    NO_STORE,
  );
}

/** What a plan says now, to print, for staff as far as it is open to them. */
export const printPage = new Hono<AppEnv>().get('/planer/:id/utskrift', ofStaff);
