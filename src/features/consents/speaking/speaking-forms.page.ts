import type { Context } from 'hono';
import { type DataKind, dataKinds } from '../../../domain/consents/kinds.ts';
import { deciders } from '../../../domain/consents/maturity.ts';
import { type Matter, matters, representativeKinds } from '../../../domain/consents/representatives.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type AppEnv, newId, scopeOf } from '../../../platform/index.ts';
import { actPage, type FormField, given, type Prepared, type Values } from '../../forms/index.ts';
import { dataKindTexts } from '../../plans/index.ts';
import { formRefusals } from '../consent-fields.ts';
import { consentsHref } from '../consent-href.ts';
import { readConsents, type ShownConsents } from '../read-consents.ts';
import { endRepresentative } from './end-representative.ts';
import { judgeMaturity } from './judge-maturity.ts';
import { letLogIn } from './let-log-in.ts';
import { nameGuardian } from './name-guardian.ts';
import { nameRepresentative } from './name-representative.ts';
import { deciderTexts, matterTexts, representativeTexts, speakingForm as texts, turnTexts } from './texts-speaking.ts';
import { guardianTurns, turnGuardian } from './turn-guardian.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const whoOf = (c: Context<AppEnv>) => c.req.param('vem') ?? '';

/** What is shown of the plan to those who may write down who answers; undefined to everybody else. */
async function shownOf(c: Context<AppEnv>): Promise<ShownConsents | undefined> {
  const found = await readConsents(scopeOf(c), { plan: idOf(c) });
  return isRefusal(found) || !found.shown.speaking.changes ? undefined : found.shown;
}

function formOf(
  c: Context<AppEnv>,
  words: { title: string; lead: string },
  fields: readonly FormField[],
  more: Partial<Prepared> = {},
): Prepared {
  const { clock } = c.var.runtime;
  return {
    ...{ title: words.title, lead: words.lead, back: consentsHref(idOf(c)), submit: texts.submit, fields },
    ...{ initial: given({ from: clock.today().toString(), on: clock.today().toString() }), hidden: { key: newId(clock.now()) } },
    ...more,
  };
}

const day = (name: string, label: string): FormField => ({ kind: 'day', name, label, hint: texts.dayHint });
const NAME: FormField = { kind: 'text', name: 'name', label: texts.name };
const EVIDENCE: FormField = { kind: 'text', name: 'evidence', label: texts.evidence, hint: texts.evidenceHint };
const BORN: FormField = { kind: 'day', name: 'born', label: texts.born, hint: texts.bornHint, optional: true };
const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

/** What the form says of all these: its key, the plan, and how it is known. */
const common = (c: Context<AppEnv>, values: Values) => ({ key: values.one('key'), plan: idOf(c), evidence: values.one('evidence') });
const bornIn = (values: Values) => (values.one('born') === '' ? {} : { born: values.one('born') });

/** Where it goes on when it is done. */
function done(c: Context<AppEnv>, answer: object | Refusal): { next: string } | Refusal {
  return isRefusal(answer) ? answer : { next: `${consentsHref(idOf(c))}?klart=sparat#svarar` };
}

const guardianPage = actPage({
  ...{ path: '/planer/:id/samtycke/vardnadshavare', permission: 'consents.name-speaker', texts: formRefusals, keyed: true },
  prepare: async (c) => {
    const shown = await shownOf(c);
    return shown && formOf(c, texts.guardian, [NAME, day('from', texts.from), ...(shown.speaking.child ? [] : [BORN]), EVIDENCE]);
  },
  run: async (c, values) =>
    done(
      c,
      await nameGuardian(scopeOf(c), { ...common(c, values), ...bornIn(values), name: values.one('name'), from: values.one('from') }),
    ),
});

const turnPage = actPage({
  ...{ path: '/planer/:id/samtycke/vardnadshavare/:vem', permission: 'consents.change-speaker', texts: formRefusals, keyed: true },
  prepare: async (c) => {
    const shown = await shownOf(c);
    const one = shown?.speaking.guardians.find(({ id }) => id === whoOf(c));
    const what: FormField = { kind: 'radios', name: 'turn', label: texts.turn.what, options: options(guardianTurns, turnTexts) };
    return shown && formOf(c, texts.turn, [what, day('on', texts.on), EVIDENCE], { caption: one?.name });
  },
  run: async (c, values) => {
    const turn = values.one('turn') as (typeof guardianTurns)[number];
    return done(c, await turnGuardian(scopeOf(c), { ...common(c, values), guardian: whoOf(c), turn, on: values.one('on') }));
  },
});

const maturityPage = actPage({
  ...{ path: '/planer/:id/samtycke/mognad', permission: 'consents.change-speaker', texts: formRefusals, keyed: true },
  prepare: async (c) => {
    const shown = await shownOf(c);
    const who: FormField = { kind: 'radios', name: 'decides', label: texts.maturity.decides, options: options(deciders, deciderTexts) };
    return shown && formOf(c, texts.maturity, [who, day('on', texts.on), ...(shown.speaking.child ? [] : [BORN]), EVIDENCE]);
  },
  run: async (c, values) => {
    const decides = values.one('decides') as (typeof deciders)[number];
    return done(c, await judgeMaturity(scopeOf(c), { ...common(c, values), ...bornIn(values), decides, on: values.one('on') }));
  },
});

const representativePage = actPage({
  ...{ path: '/planer/:id/samtycke/foretradare', permission: 'consents.name-speaker', texts: formRefusals, keyed: true },
  prepare: async (c) => {
    const shown = await shownOf(c);
    const { kind, matters: label, kinds, kindsHint: hint } = texts.representative;
    return (
      shown &&
      formOf(c, texts.representative, [
        NAME,
        { kind: 'radios', name: 'kind', label: kind, options: options(representativeKinds, representativeTexts) },
        { kind: 'checks', name: 'matters', label, options: options(matters, matterTexts) },
        { kind: 'checks', name: 'kinds', label: kinds, hint, optional: true, options: options(dataKinds, dataKindTexts) },
        ...[day('from', texts.from), day('until', texts.until), EVIDENCE],
      ])
    );
  },
  run: async (c, values) => {
    const kind = values.one('kind') as (typeof representativeKinds)[number];
    const said = {
      kind,
      matters: [...values.all('matters')] as Matter[],
      kinds: [...values.all('kinds')] as DataKind[],
      name: values.one('name'),
      from: values.one('from'),
      until: values.one('until'),
    };
    return done(c, await nameRepresentative(scopeOf(c), { ...common(c, values), ...said }));
  },
});

const endPage = actPage({
  ...{ path: '/planer/:id/samtycke/foretradare/:vem', permission: 'consents.change-speaker', texts: formRefusals },
  prepare: async (c) => {
    const shown = await shownOf(c);
    const one = shown?.speaking.representatives.find(({ id }) => id === whoOf(c));
    const { title, lead, submit } = texts.end;
    return shown && formOf(c, { title, lead }, [], { submit, warning: true, hidden: {}, caption: one?.name });
  },
  run: async (c) => done(c, await endRepresentative(scopeOf(c), { plan: idOf(c), representative: whoOf(c) })),
});

const loginPage = actPage({
  ...{ path: '/planer/:id/samtycke/inloggning/:vem', permission: 'consents.let-log-in', texts: formRefusals, keyed: true },
  prepare: async (c) => {
    const shown = await shownOf(c);
    const one = [...(shown?.speaking.guardians ?? []), ...(shown?.speaking.representatives ?? [])].find(({ id }) => id === whoOf(c));
    const { title, lead, number, numberHint: hint } = texts.login;
    const fields: FormField[] = [{ kind: 'text', name: 'number', label: number, hint, optional: true }];
    return one && formOf(c, { title: `${title} ${one.name}`, lead }, fields, { initial: given({}) });
  },
  run: async (c, values) =>
    done(c, await letLogIn(scopeOf(c), { key: values.one('key'), plan: idOf(c), speaker: whoOf(c), number: values.one('number') })),
});

/** What staff write down of who answers for the person. */
export const speakingForms = [guardianPage, turnPage, maturityPage, representativePage, endPage, loginPage];
