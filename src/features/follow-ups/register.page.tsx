import { Hono } from 'hono';
import { grounds } from '../../domain/follow-ups/record.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatList } from '../../ui/index.ts';
import { cadenceKindLabels, factLabel } from '../agreements/index.ts';
import { actPage, given } from '../forms/index.ts';
import { readFollowUps } from './read-follow-ups.ts';
import { followUpFormFields, groundFormFields, typedFollowUp, typedGround } from './register-fields.ts';
import { registerFollowUp } from './register-follow-up.ts';
import { stateGround } from './state-ground.ts';
import { groundLabels, groundTexts, registerTexts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

const registerPage = actPage({
  path: '/avtal/:slug/uppfoljning/:cadence',
  permission: 'follow-ups.register',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const found = await readFollowUps(scopeOf(c), { slug: c.req.param('slug') ?? '' });
    if (isRefusal(found)) return undefined;
    const term = found.cadences.find(({ cadence }) => cadence.id === c.req.param('cadence'));
    if (!term) return undefined;
    const { kind, description } = term.cadence;
    return {
      title: registerTexts.title(cadenceKindLabels[kind], found.agreement.short),
      lead: registerTexts.lead,
      submit: registerTexts.submit,
      back: `/avtal/${found.agreement.slug}/uppfoljning`,
      before: <p class="ov-muted">{registerTexts.clause(description)}</p>,
      fields: followUpFormFields(kind),
      initial: given({ stage: 'done', ledTo: 'nothing' }),
    };
  },
  run: async (c, values) => {
    const asked = { key: values.one('key'), slug: c.req.param('slug') ?? '', cadence: c.req.param('cadence') ?? '' };
    const done = await registerFollowUp(scopeOf(c), { ...asked, ...typedFollowUp(values) });
    return isRefusal(done) ? done : { next: `/uppfoljning/${done.act}` };
  },
});

const groundPage = actPage({
  path: '/avtal/:slug/forlangning',
  permission: 'follow-ups.state-ground',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const found = await readFollowUps(scopeOf(c), { slug: c.req.param('slug') ?? '' });
    if (isRefusal(found)) return undefined;
    const { agreement } = found;
    const { extension, validity } = agreement.terms;
    if (!extension || validity.to === undefined) return undefined;
    return {
      title: groundTexts.title(agreement.short),
      lead: groundTexts.lead,
      submit: groundTexts.submit,
      back: `/avtal/${agreement.slug}/uppfoljning`,
      before: <p class="ov-muted">{groundTexts.clause(extension.months, formatList(extension.requires.map(factLabel)))}</p>,
      fields: [
        {
          kind: 'radios',
          name: 'fact',
          label: groundTexts.fields.fact,
          options: grounds.filter((fact) => extension.requires.includes(fact)).map((value) => ({ value, label: groundLabels[value] })),
        },
        ...groundFormFields(validity.to),
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const asked = { key: values.one('key'), slug: c.req.param('slug') ?? '', fact: values.one('fact') as 'no-successor' };
    const done = await stateGround(scopeOf(c), { ...asked, ...typedGround(values) });
    return isRefusal(done) ? done : { next: `/avtal/${done.slug}/uppfoljning` };
  },
});

/** The forms that register what was done, and what an extension rests on. */
export const registerPages = new Hono<AppEnv>().route('/', registerPage).route('/', groundPage);
