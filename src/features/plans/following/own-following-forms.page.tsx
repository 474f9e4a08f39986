import { type Context, Hono } from 'hono';
import { RESULTS, type Result } from '../../../domain/plans/follow-up.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { given, ownActPage } from '../../forms/index.ts';
import { ownForm } from '../own/own-form.tsx';
import { Said } from '../own/own-parts.tsx';
import { mannerOf } from '../own/words/manner.ts';
import { ownPlanHref } from '../plan-href.ts';
import { readOwnPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { aboutOf } from './following-part.tsx';
import { ownNameOf } from './own-follow-up.tsx';
import { sayHowItGoes } from './say-how-it-goes.ts';
import { wishToClose } from './wish-to-close.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

const sayPage = ownActPage({
  path: '/min-plan/:id/hur-gar-det/:om/:vad',
  permission: 'plans.write',
  texts: refusals,
  manner: (c) => ownForm(c, refusals),
  prepare: async (c) => {
    const found = await readOwnPlan(scopeOf(c), { id: idOf(c) });
    if (isRefusal(found)) return undefined;
    const { plan } = found;
    const asked = aboutOf(plan).find(({ about, id }) => about === c.req.param('om') && id === c.req.param('vad'));
    if (!asked || plan.following.stage === 'closed' || !plan.established) return undefined;
    const kept = plan.following.own.find(({ id }) => id === asked.id);
    const t = mannerOf(c).words.following;
    const options = RESULTS.map((value) => ({ value, label: t.results[asked.about][value] }));
    return {
      ...{ title: t.title, caption: t.of[asked.about], lead: t.lead, submit: t.submit, back: `${ownPlanHref(plan.id)}#hur-gar-det` },
      before: <Said voice="staff">{ownNameOf(plan, asked)}</Said>,
      fields: [
        { kind: 'radios', name: 'result', label: t.result, options },
        { kind: 'lines', name: 'words', label: t.words, rows: 4, optional: true },
      ],
      initial: given(kept ? { result: kept.result, words: kept.words } : {}),
    };
  },
  run: async (c, values) => {
    const about = c.req.param('om') === 'goal' ? 'goal' : 'measure';
    const said = { result: values.one('result') as Result, words: values.one('words') };
    const done = await sayHowItGoes(scopeOf(c), { plan: idOf(c), about, id: c.req.param('vad') ?? '', ...said });
    return isRefusal(done) ? done : { next: `${ownPlanHref(idOf(c))}?klart=sparat#hur-gar-det` };
  },
});

const wishPage = ownActPage({
  path: '/min-plan/:id/avsluta',
  permission: 'plans.wish-to-close',
  texts: refusals,
  manner: (c) => ownForm(c, refusals),
  prepare: async (c) => {
    const found = await readOwnPlan(scopeOf(c), { id: idOf(c) });
    if (isRefusal(found) || found.plan.following.stage === 'closed') return undefined;
    const { wish } = found.plan.following;
    const t = mannerOf(c).words.following;
    return {
      ...{ title: t.wishTitle, lead: t.wishLead, submit: t.send, back: `${ownPlanHref(found.plan.id)}#hur-gar-det` },
      fields: [
        {
          kind: 'radios',
          name: 'wants',
          label: t.wishTitle,
          options: [
            { value: 'yes', label: t.options.yes },
            { value: 'no', label: t.options.no },
          ],
        },
        { kind: 'lines', name: 'words', label: t.why, rows: 3, optional: true },
      ],
      initial: given(wish?.wants ? { wants: 'yes', words: wish.words } : {}),
    };
  },
  run: async (c, values) => {
    const wants = (values.one('wants') === '' ? undefined : values.one('wants') === 'yes') as boolean;
    const done = await wishToClose(scopeOf(c), { plan: idOf(c), wants, words: values.one('words') });
    return isRefusal(done) ? done : { next: `${ownPlanHref(idOf(c))}?klart=sparat#hur-gar-det` };
  },
});

/** Where the individual says how it goes, and that they want the plan to end. */
export const ownFollowingForms = new Hono<AppEnv>().route('/', sayPage).route('/', wishPage);
