import type { Context } from 'hono';
import { consentAnswers, type Purpose, purposes } from '../../domain/consents/kinds.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, newId, scopeOf } from '../../platform/index.ts';
import { actPage, type FormField, given, type Prepared, type Values } from '../forms/index.ts';
import { dataKindTexts } from '../plans/index.ts';
import { answerIn, askedOf, formRefusals, initialOf, receiverOf, scopeFields } from './consent-fields.ts';
import { consentsHref } from './consent-href.ts';
import { readConsents, type ShownConsents } from './read-consents.ts';
import type { ShownSpeaking } from './speaking/show-speaking.ts';
import { speakerLabel } from './speaking/speaking-part.tsx';
import { type AskedKind, giverText, takeConsent } from './take-consent.ts';
import { answerTexts, consentTexts, kindTexts, purposeTexts, takeTexts, withdrawTexts } from './texts.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

export async function shownOf(c: Context<AppEnv>): Promise<ShownConsents | undefined> {
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
        ...(kind === 'lift-secrecy' ? scopeFields(shown.readers, { ...takeTexts, ...staffWords }) : []),
        ...giverField(shown.speaking),
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
      ...initialOf(c, kind, {
        on: c.var.runtime.clock.today().toString(),
        ...(shown.speaking.answerers.length > 0 ? {} : { giver: 'person' }),
      }),
    };
  },
  run: (c, values) => answered(c, values, consentsHref(idOf(c))),
});

/** Who answered, where others than the person may. */
function giverField(speaking: ShownSpeaking): FormField[] {
  if (speaking.answerers.length === 0) return [];
  const options = [
    { value: 'person', label: takeTexts.person },
    ...speaking.answerers.map((one) => ({ value: giverText(one), label: speakerLabel(speaking, one) })),
  ];
  return [{ kind: 'radios', name: 'giver', label: takeTexts.giver, hint: takeTexts.giverHint, options }];
}

/** What parts and purposes are called to staff. */
const staffWords = {
  data: dataKindTexts,
  why: Object.fromEntries(purposes.map((one) => [one, purposeTexts[one].label])) as Readonly<Record<Purpose, string>>,
  everyUnit: consentTexts.everyUnit,
};

/** Keeps what was answered, and goes back to the page of consents. `own`: how the individual answers. */
export async function answered(
  c: Context<AppEnv>,
  values: Values,
  back: string,
  own?: { readonly method: 'written'; readonly on: string },
) {
  const input = answerIn(c, askedOf(c) as AskedKind, values);
  if (isRefusal(input)) return input;
  const done = await takeConsent(scopeOf(c), { ...input, ...own });
  return isRefusal(done) ? done : { next: `${back}?klart=svarat` };
}

/** The words of the form that takes back; the same form whoever takes back. */
export type WithdrawWords = {
  readonly title: string;
  readonly lead: string;
  readonly whole: string;
  readonly options: Readonly<Record<'all' | 'some', string>>;
  readonly scopes: string;
  readonly submit: string;
  readonly line: (scope: ShownConsents['consents'][number]['scopes'][number], readers: ShownConsents['readers']) => string;
};

const staffWithdraws: WithdrawWords = {
  ...withdrawTexts,
  line: (scope, readers) => {
    const words = scope.permits ? withdrawTexts.may : withdrawTexts.mayNot;
    return words(receiverOf(readers, scope), dataKindTexts[scope.dataKind], purposeTexts[scope.purpose].short);
  },
};

/** What of an answer can be taken back, each part by itself. */
function withdrawFields({ readers, consents }: ShownConsents, id: string, words: WithdrawWords): FormField[] | undefined {
  const consent = consents.find((one) => one.id === id);
  const standing = consent?.scopes.filter((scope) => scope.standing) ?? [];
  if (!consent || (!consent.whole && standing.length === 0)) return undefined;
  const said = standing.map((scope) => ({ value: scope.id, label: words.line(scope, readers) }));
  const whole = (['all', 'some'] as const).filter((value) => (value === 'all' ? consent.whole : said.length > 0));
  return [
    { kind: 'radios', name: 'whole', label: words.whole, options: whole.map((value) => ({ value, label: words.options[value] })) },
    ...(said.length > 0 ? [{ kind: 'checks', name: 'scope', label: words.scopes, optional: true, options: said } as const] : []),
  ];
}

/** The form that takes back an answer; undefined when there is nothing to take back. */
export async function withdrawForm(
  c: Context<AppEnv>,
  words: WithdrawWords,
  back: (plan: string) => string,
): Promise<Prepared | undefined> {
  const shown = await shownOf(c);
  const fields = shown && withdrawFields(shown, c.req.param('svar') ?? '', words);
  if (!fields) return undefined;
  return {
    ...{ title: words.title, lead: words.lead, back: back(shown.plan), submit: words.submit, fields, warning: true },
    ...{ initial: given({}), hidden: { key: newId(c.var.runtime.clock.now()) } },
  };
}

/** Takes back what was chosen, and goes back to the page of consents. */
export async function takenBack(c: Context<AppEnv>, values: Values, back: string) {
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
  prepare: (c) => withdrawForm(c, staffWithdraws, consentsHref),
  run: (c, values) => takenBack(c, values, consentsHref(idOf(c))),
});

/** What is answered and taken back by staff for the person. */
export const consentForms = [takePage, withdrawPage];
