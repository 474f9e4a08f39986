import { type Context, Hono } from 'hono';
import { ANNULMENTS, type Annulment } from '../../../domain/plans/plan-copy.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { actPage, given } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { refusals } from '../texts-refusals.ts';
import { annulCopy } from './annul-copy.ts';
import { copiesHref } from './copies-part.tsx';
import { readCopies, type ShownCopy } from './read-copies.ts';
import { sendCopyAgain } from './send-copy.ts';
import { annulmentTexts, annulTexts, sendTexts } from './texts-copies.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const copyOf = (c: Context<AppEnv>) => c.req.param('kopia') ?? '';

/** The copy that the address names, where this may be done to it. */
async function copyFor(c: Context<AppEnv>, ability: keyof ShownCopy['abilities']): Promise<ShownCopy | undefined> {
  const found = await readCopies(scopeOf(c), { plan: idOf(c) });
  return isRefusal(found) ? undefined : found.copies.find(({ id, abilities }) => id === copyOf(c) && abilities[ability]);
}

const caption = ({ unit_name, organisation_name, number }: ShownCopy) => annulTexts.to(unit_name ?? '', organisation_name ?? '', number);

const annulPage = actPage({
  path: '/planer/:id/kopior/:kopia/aterkalla',
  permission: 'plans.annul-copy',
  texts: refusals,
  prepare: async (c) => {
    const copy = await copyFor(c, 'annul');
    if (!copy) return undefined;
    const options = ANNULMENTS.map((value) => ({ value, label: annulmentTexts[value] }));
    return {
      ...{ title: annulTexts.title, lead: annulTexts.lead, submit: annulTexts.submit, warning: true },
      caption: caption(copy),
      back: copiesHref(planHref(idOf(c))),
      fields: [{ kind: 'radios', name: 'reason', label: annulTexts.reason, options }],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const done = await annulCopy(scopeOf(c), { plan: idOf(c), copy: copyOf(c), reason: values.one('reason') as Annulment });
    return isRefusal(done) ? done : { next: `${copiesHref(planHref(idOf(c)))}?klart=aterkallad` };
  },
});

const sendPage = actPage({
  path: '/planer/:id/kopior/:kopia/skicka',
  permission: 'plans.send-copy',
  texts: refusals,
  prepare: async (c) => {
    const copy = await copyFor(c, 'send-again');
    if (!copy) return undefined;
    const { title, lead, submit } = sendTexts;
    return {
      title,
      lead,
      submit,
      caption: caption(copy),
      back: copiesHref(planHref(idOf(c))),
      fields: [],
      initial: given({}),
      hidden: { copy: copy.id },
    };
  },
  run: async (c) => {
    const done = await sendCopyAgain(scopeOf(c), { plan: idOf(c), copy: copyOf(c) });
    return isRefusal(done) ? done : { next: `${copiesHref(planHref(idOf(c)))}?klart=skickad` };
  },
});

/** What those who lead a plan do with its copies. */
export const copiesForms = new Hono<AppEnv>().route('/', annulPage).route('/', sendPage);
