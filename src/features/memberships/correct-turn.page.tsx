import type { Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { actPage, given } from '../forms/index.ts';
import { correctTurn, readNotedTurn } from './correct-turn.ts';
import { refusals, correctTexts as texts, turnTexts } from './texts.ts';

const { fields } = texts;

/** The form where a party says that what it noted of leaving or joining was wrong, and perhaps for which day it should have been. */
export const correctTurnPage: Hono<AppEnv> = actPage({
  path: '/avtal/:slug/part/:act/ratta',
  permission: 'memberships.correct',
  texts: refusals,
  prepare: async (c) => {
    const [slug = '', act = ''] = [c.req.param('slug'), c.req.param('act')];
    const found = await readNotedTurn(scopeOf(c), { slug, act });
    if (isRefusal(found)) return undefined;
    const { agreement, turn } = found;
    return {
      title: texts.title,
      caption: agreement.short,
      lead: texts.lead,
      submit: texts.submit,
      back: `/avtal/${slug}/part`,
      before: <p>{turnTexts.turned(turn.turn, turn.from)}</p>,
      fields: [
        { kind: 'lines', name: 'reason', label: fields.reason, hint: fields.reasonHint, rows: 3 },
        { kind: 'day', name: 'from', label: fields.from, hint: fields.fromHint, optional: true },
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const [slug = '', act = ''] = [c.req.param('slug'), c.req.param('act')];
    const from = values.one('from');
    const done = await correctTurn(scopeOf(c), { slug, act, reason: values.one('reason'), ...(from === '' ? {} : { from }) });
    return isRefusal(done) ? done : { next: `/avtal/${slug}#parterna` };
  },
});
