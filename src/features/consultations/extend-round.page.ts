import { isRefusal } from '../../domain/refusal.ts';
import { scopeOf } from '../../platform/index.ts';
import { actPage, given } from '../forms/index.ts';
import { extendRound } from './extend-round.ts';
import { readRound } from './read-rounds.ts';
import { roundHref } from './shown.ts';
import { extendTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

/** Gives everyone asked in a round more time. */
export const extendRoundPage = actPage({
  path: '/remisser/:id/mer-tid',
  permission: 'consultations.extend',
  texts: refusals,
  prepare: async (c) => {
    const view = await readRound(scopeOf(c), { round: c.req.param('id') ?? '' });
    if (isRefusal(view) || !view.abilities.has('consultations.extend')) return undefined;
    const { row } = view;
    return {
      title: texts.title,
      lead: texts.lead(row.lastDay),
      caption: row.content.short,
      back: roundHref(row.id),
      fields: [
        { kind: 'day', name: 'lastDay', label: texts.lastDay },
        { kind: 'lines', name: 'reason', label: texts.reason, hint: texts.reasonHint, rows: 3 },
      ],
      initial: given({}),
      submit: texts.submit,
    };
  },
  run: async (c, values) => {
    const round = c.req.param('id') ?? '';
    const done = await extendRound(scopeOf(c), { round, lastDay: values.one('lastDay'), reason: values.one('reason') });
    return isRefusal(done) ? done : { next: `${roundHref(round)}?klart=forlangd` };
  },
});
