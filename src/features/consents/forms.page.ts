import type { Context } from 'hono';
import { consentAnswers } from '../../domain/consents/kinds.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, newId, scopeOf } from '../../platform/index.ts';
import { actPage, type FormField, given, ownActPage, type Prepared, type Values } from '../forms/index.ts';
import { dataKindTexts } from '../plans/index.ts';
import { answerIn, askedOf, formRefusals, initialOf, receiverOf, scopeFields } from './consent-fields.ts';
import { consentsHref, ownConsentsHref } from './consent-href.ts';
import { readConsents, type ShownConsents } from './read-consents.ts';
import { type AskedKind, takeConsent } from './take-consent.ts';
import { answerTexts, kindTexts, ownTakeTexts, purposeTexts, takeTexts, withdrawTexts } from './texts.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

async function shownOf(c: Context<AppEnv>): Promise<ShownConsents | undefined> {
  const found = await readConsents(scopeOf(c), { plan: idOf(c) });
  return isRefusal(found) ? undefined : found.shown;
}

const takePage = actPage({
  path: '/planer/:id/samtycke/fraga/:fraga',
  permission: 'consents.take',
  texts: formRefusals,
  keyed: true,
  prepare: async (c) => {
    const [kind, shown] = [askedOf(c), await shownOf(c)];
    if (!kind || !shown) return undefined;
    return {
      title: kindTexts[kind],
      lead: takeTexts.leads[kind],
      back: consentsHref(shown.plan),
      submit: takeTexts.submit,
      fields: [
        ...(kind === 'lift-secrecy' ? scopeFields(shown.readers, takeTexts) : []),
        {
          kind: 'radios',
          name: 'answer',
          label: takeTexts.answer,
          options: consentAnswers.map((value) => ({ value, label: answerTexts[value] })),
        },
        {
          kind: 'radios',
          name: 'method',
          label: takeTexts.method,
          options: (['oral', 'written'] as const).map((value) => ({ value, label: takeTexts.methods[value] })),
        },
        { kind: 'day', name: 'on', label: takeTexts.on, hint: takeTexts.onHint },
        { kind: 'text', name: 'evidence', label: takeTexts.evidence, hint: takeTexts.evidenceHint },
      ],
      ...initialOf(c, kind, { on: c.var.runtime.clock.today().toString() }),
    };
  },
  run: (c, values) => answered(c, values, consentsHref(idOf(c))),
});

const ownTakePage = ownActPage({
  path: '/min-plan/:id/samtycke/fraga/:fraga',
  permission: 'consents.take',
  texts: formRefusals,
  keyed: true,
  prepare: async (c) => {
    const [kind, shown] = [askedOf(c), await shownOf(c)];
    if (!kind || !shown) return undefined;
    return {
      title: ownTakeTexts.titles[kind],
      lead: ownTakeTexts.leads[kind],
      back: ownConsentsHref(shown.plan),
      submit: ownTakeTexts.submit,
      fields: [
        ...(kind === 'lift-secrecy' ? scopeFields(shown.readers, { ...ownTakeTexts, untilHint: takeTexts.untilHint }) : []),
        {
          kind: 'radios',
          name: 'answer',
          label: ownTakeTexts.answer,
          options: consentAnswers.map((value) => ({ value, label: ownTakeTexts.answers[value] })),
        },
      ],
      ...initialOf(c, kind),
    };
  },
  run: (c, values) => answered(c, values, ownConsentsHref(idOf(c)), { method: 'written', on: c.var.runtime.clock.today().toString() }),
});

/** Keeps what was answered, and goes back to the page of consents. `own`: how the individual answers. */
async function answered(c: Context<AppEnv>, values: Values, back: string, own?: { readonly method: 'written'; readonly on: string }) {
  const input = answerIn(c, askedOf(c) as AskedKind, values);
  if (isRefusal(input)) return input;
  const done = await takeConsent(scopeOf(c), { ...input, ...own });
  return isRefusal(done) ? done : { next: `${back}?klart=svarat` };
}

/** What of an answer can be taken back, each part by itself. */
function withdrawFields({ readers, consents }: ShownConsents, id: string): FormField[] | undefined {
  const consent = consents.find((one) => one.id === id);
  const standing = consent?.scopes.filter((scope) => scope.standing) ?? [];
  if (!consent || (!consent.whole && standing.length === 0)) return undefined;
  const said = standing.map((scope) => {
    const who = receiverOf(readers, scope);
    const words = scope.permits ? withdrawTexts.may : withdrawTexts.mayNot;
    return { value: scope.id, label: words(who, dataKindTexts[scope.dataKind], purposeTexts[scope.purpose].short) };
  });
  const whole = (['all', 'some'] as const).filter((value) => (value === 'all' ? consent.whole : said.length > 0));
  return [
    {
      kind: 'radios',
      name: 'whole',
      label: withdrawTexts.whole,
      options: whole.map((value) => ({ value, label: withdrawTexts.options[value] })),
    },
    ...(said.length > 0 ? [{ kind: 'checks', name: 'scope', label: withdrawTexts.scopes, optional: true, options: said } as const] : []),
  ];
}

async function withdrawForm(c: Context<AppEnv>, lead: string, back: (plan: string) => string): Promise<Prepared | undefined> {
  const shown = await shownOf(c);
  const fields = shown && withdrawFields(shown, c.req.param('svar') ?? '');
  if (!fields) return undefined;
  return {
    ...{ title: withdrawTexts.title, lead, back: back(shown.plan), submit: withdrawTexts.submit, fields, warning: true },
    ...{ initial: given({}), hidden: { key: newId(c.var.runtime.clock.now()) } },
  };
}

async function takenBack(c: Context<AppEnv>, values: Values, back: string) {
  const input = { key: values.one('key'), plan: idOf(c), consent: c.req.param('svar') ?? '' };
  const whole = values.one('whole') === 'all';
  if (!whole && values.all('scope').length === 0) return refuse('nothing-chosen');
  const done = await withdrawConsent(scopeOf(c), { ...input, scopes: whole ? [] : [...values.all('scope')] });
  return isRefusal(done) ? done : { next: `${back}?klart=taget` };
}

const withdrawPage = actPage({
  path: '/planer/:id/samtycke/ta-tillbaka/:svar',
  permission: 'consents.withdraw',
  texts: formRefusals,
  keyed: true,
  prepare: (c) => withdrawForm(c, withdrawTexts.lead, consentsHref),
  run: (c, values) => takenBack(c, values, consentsHref(idOf(c))),
});

const ownWithdrawPage = ownActPage({
  path: '/min-plan/:id/samtycke/ta-tillbaka/:svar',
  permission: 'consents.withdraw',
  texts: formRefusals,
  keyed: true,
  prepare: (c) => withdrawForm(c, withdrawTexts.ownLead, ownConsentsHref),
  run: (c, values) => takenBack(c, values, ownConsentsHref(idOf(c))),
});

/** What is answered and taken back: by staff for the person, and by the person. */
export const consentForms = [takePage, ownTakePage, withdrawPage, ownWithdrawPage];
