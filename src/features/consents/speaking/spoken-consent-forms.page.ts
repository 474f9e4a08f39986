import type { Context } from 'hono';
import { consentAnswers } from '../../../domain/consents/kinds.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, newId, scopeOf } from '../../../platform/index.ts';
import { given, ownActPage } from '../../forms/index.ts';
import { mannerOf, ownForm, spokenHref } from '../../plans/index.ts';
import { answerIn, askedOf, formRefusals, initialOf, scopeFields } from '../consent-fields.ts';
import { type AskedKind, takeConsent } from '../take-consent.ts';
import { withdrawConsent } from '../withdraw-consent.ts';
import { readSpokenConsents } from './read-spoken-consents.ts';

const addressed = (c: Context<AppEnv>) => ({ speaker: c.req.param('vem') ?? '', plan: c.req.param('id') ?? '' });
const back = (c: Context<AppEnv>) => spokenHref(addressed(c).speaker, addressed(c).plan);

async function shown(c: Context<AppEnv>) {
  const found = await readSpokenConsents(scopeOf(c), addressed(c));
  return isRefusal(found) ? undefined : found;
}

const takePage = ownActPage({
  path: '/min-plan/som/:vem/:id/samtycke/fraga/:fraga',
  permission: 'consents.take',
  texts: formRefusals,
  keyed: true,
  manner: (c) => ownForm(c, formRefusals),
  prepare: async (c) => {
    const [kind, found] = [askedOf(c), await shown(c)];
    if (!found || (kind !== 'make-plan' && kind !== 'lift-secrecy')) return undefined;
    const { consent: t, spoken } = mannerOf(c).words;
    const fields = {
      ...{ receivers: t.whoMay, kinds: t.what, purposes: t.forWhat, until: t.untilDay, untilHint: t.untilHint },
      ...{ shutTo: t.whoNot, shut: t.whatNot, shutHint: t.notHint, data: t.data, why: t.purposes, everyUnit: t.everyUnit },
    };
    return {
      ...{ title: t.questions[kind], lead: spoken.each, back: back(c), submit: t.submit },
      fields: [
        ...(kind === 'lift-secrecy' ? scopeFields(found.readers, fields) : []),
        {
          kind: 'radios',
          name: 'answer',
          label: t.yourAnswer,
          options: consentAnswers.map((value) => ({ value, label: t.options[value] })),
        },
      ],
      ...initialOf(c, kind),
    };
  },
  run: async (c, values) => {
    const input = answerIn(c, askedOf(c) as AskedKind, values);
    if (isRefusal(input)) return input;
    const { speaker } = addressed(c);
    const done = await takeConsent(scopeOf(c), { ...input, speaker, method: 'written', on: c.var.runtime.clock.today().toString() });
    return isRefusal(done) ? done : { next: `${back(c)}?klart=svarat#ditt-svar` };
  },
});

const withdrawPage = ownActPage({
  path: '/min-plan/som/:vem/:id/samtycke/ta-tillbaka/:svar',
  permission: 'consents.withdraw',
  texts: formRefusals,
  keyed: true,
  manner: (c) => ownForm(c, formRefusals),
  prepare: async (c) => {
    const found = await shown(c);
    const one = found?.consents.find(({ id, withdrawn }) => id === c.req.param('svar') && !withdrawn);
    if (!one) return undefined;
    const t = mannerOf(c).words.consent;
    return {
      ...{ title: t.takeBack, lead: t.takeBackLead, back: back(c), submit: t.takeBack, fields: [], warning: true },
      ...{ initial: given({}), hidden: { key: newId(c.var.runtime.clock.now()) } },
    };
  },
  run: async (c, values) => {
    const done = await withdrawConsent(scopeOf(c), { ...addressed(c), key: values.one('key'), consent: c.req.param('svar') ?? '' });
    return isRefusal(done) ? done : { next: `${back(c)}?klart=taget#ditt-svar` };
  },
});

/** What a guardian or a representative answers and takes back in their own name. */
export const spokenConsentForms = [takePage, withdrawPage];
