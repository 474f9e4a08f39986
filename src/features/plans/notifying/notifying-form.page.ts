import { isRefusal } from '../../../domain/refusal.ts';
import { scopeOf } from '../../../platform/index.ts';
import { actPage, given } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { noteNotification } from './note-notification.ts';
import { notifyingTexts, noteTexts as texts } from './texts-notifying.ts';

/** That a duty to notify has been done, as a form: which, and when. There is no place in it for what was notified. */
export const notifyingForm = actPage({
  path: '/planer/:id/anmalan',
  permission: 'plans.note-notification',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const plan = await readPlan(scopeOf(c), c.req.param('id') ?? '');
    if (isRefusal(plan) || !plan.notifying) return undefined;
    const atOnce = plan.notifying.duties.filter(({ urgency }) => urgency === 'immediately');
    const now = c.var.runtime.clock.now().toZonedDateTimeISO('Europe/Stockholm');
    return {
      ...{
        title: texts.title,
        lead: texts.lead,
        caption: planKindTexts[plan.kind],
        back: `${planHref(plan.id)}#anmala`,
        submit: texts.submit,
      },
      fields: [
        {
          kind: 'radios',
          name: 'duty',
          label: texts.duty,
          options: atOnce.map(({ id, title, note }) => ({ value: id, label: notifyingTexts.names[id] ?? title, hint: note })),
        },
        { kind: 'day', name: 'on', label: texts.on, hint: texts.onHint },
        { kind: 'text', name: 'time', label: texts.time, hint: texts.timeHint, width: 10 },
      ],
      initial: given({ on: now.toPlainDate().toString(), time: now.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '.') }),
    };
  },
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const plan = c.req.param('id') ?? '';
    const done = await noteNotification(scopeOf(c), {
      ...{ key: one('key'), plan, duty: one('duty'), on: one('on'), time: one('time') },
    });
    return isRefusal(done) ? done : { next: `${planHref(plan)}?klart=anmalan#anmala` };
  },
});
