import type { Context } from 'hono';
import { dataKinds } from '../../../domain/consents/kinds.ts';
import { misuses } from '../../../domain/consents/secrecy-rules-file.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { Details, formatDateTime, Inset } from '../../../ui/index.ts';
import { actPage, given, type Prepared } from '../../forms/index.ts';
import { dataKindTexts } from '../../plans/index.ts';
import { formRefusals } from '../consent-fields.ts';
import { DecisionFacts } from './decision-parts.tsx';
import { discloseByRule } from './disclose-by-rule.ts';
import { judgedConditions } from './disclosure-facts.ts';
import { disclosuresHref } from './disclosures.page.tsx';
import { endDisclosure } from './end-disclosure.ts';
import { readDisclosures } from './read-disclosures.ts';
import { readDisclosuresToReview, reviewDisclosure } from './review-disclosure.ts';
import { lawOfRule, saidOfRule } from './rule-words.ts';
import {
  conditionTexts,
  decideTexts,
  disclosingRefusals,
  disclosingTexts,
  endTexts,
  misuseTexts,
  reviewTexts,
  verdictTexts,
} from './texts-disclosing.ts';

const texts = { ...formRefusals, ...disclosingRefusals };
const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
type Found = Exclude<Awaited<ReturnType<typeof readDisclosures>>, Refusal>;

async function foundOf(c: Context<AppEnv>): Promise<Found | undefined> {
  const found = await readDisclosures(scopeOf(c), { plan: idOf(c) });
  return isRefusal(found) ? undefined : found;
}

function decideForm({ plan, choices, law }: Found, today: Temporal.PlainDate): Prepared | undefined {
  if (!choices) return undefined;
  const { receivers, rules, unusable, longestDays } = choices;
  const asked = new Set(rules.flatMap(({ ways }) => ways.flat()));
  return {
    ...{ title: decideTexts.title, lead: decideTexts.lead(longestDays), back: disclosuresHref(plan), submit: decideTexts.submit },
    warning: true,
    before: (
      <>
        {rules.length === 0 && <Inset>{decideTexts.noRules}</Inset>}
        <Details summary={disclosingTexts.unusable}>
          <ul class="govuk-list govuk-list--bullet">
            {unusable.map((rule) => (
              <li>
                {rule.title}
                {rule.law.length > 0 && ` (${lawOfRule(law, rule, today)})`}. {rule.note}
              </li>
            ))}
          </ul>
        </Details>
      </>
    ),
    fields: [
      {
        kind: 'select',
        name: 'unit',
        label: decideTexts.unit,
        hint: decideTexts.unitHint,
        options: receivers.map(({ unit, name, organisation_name }) => ({ value: unit, label: `${name}, ${organisation_name}` })),
        empty: '',
      },
      {
        kind: 'radios',
        name: 'rule',
        label: decideTexts.rule,
        options: rules.map((rule) => ({ value: rule.id, label: rule.title, hint: saidOfRule(law, rule, today) })),
      },
      {
        kind: 'checks',
        name: 'met',
        label: decideTexts.met,
        hint: decideTexts.metHint,
        optional: true,
        options: judgedConditions.filter((one) => asked.has(one)).map((value) => ({ value, label: conditionTexts[value] })),
      },
      {
        kind: 'checks',
        name: 'misuse',
        label: decideTexts.misuse,
        hint: decideTexts.misuseHint,
        optional: true,
        options: misuses.map((value) => ({ value, label: misuseTexts[value] })),
      },
      {
        kind: 'checks',
        name: 'dataKinds',
        label: decideTexts.kinds,
        options: dataKinds.map((value) => ({ value, label: dataKindTexts[value] })),
      },
      { kind: 'day', name: 'until', label: decideTexts.until, hint: decideTexts.untilHint(longestDays) },
      { kind: 'lines', name: 'reason', label: decideTexts.reason, hint: decideTexts.reasonHint },
    ],
    initial: given({ until: today.add({ days: 6 }).toString() }),
  };
}

const decidePage = actPage({
  path: '/planer/:id/beslut/nytt',
  permission: 'consents.disclose',
  texts,
  keyed: true,
  prepare: async (c) => {
    const found = await foundOf(c);
    return found && decideForm(found, c.var.runtime.clock.today());
  },
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const all = <T extends string>(name: string) => [...values.all(name)] as T[];
    const done = await discloseByRule(scopeOf(c), {
      ...{ key: one('key'), plan: idOf(c), rule: one('rule'), unit: one('unit'), until: one('until'), reason: one('reason') },
      ...{ met: all('met'), misuse: all('misuse'), dataKinds: all('dataKinds') },
    });
    return isRefusal(done) ? done : { next: `${disclosuresHref(idOf(c))}?klart=beslutat` };
  },
});

const endPage = actPage({
  path: '/planer/:id/beslut/:beslut/avsluta',
  permission: 'consents.end-disclosure',
  texts,
  prepare: async (c) => {
    const found = await foundOf(c);
    const one = found?.decisions.find(({ id }) => id === c.req.param('beslut'));
    if (!found?.ends || one?.state !== 'open') return undefined;
    return {
      ...{ title: endTexts.title, lead: endTexts.lead, caption: one.receiver.unitName, back: disclosuresHref(found.plan) },
      ...{ submit: endTexts.submit, warning: true, initial: given({}) },
      fields: [{ kind: 'lines', name: 'reason', label: endTexts.reason, rows: 3 }],
    };
  },
  run: async (c, values) => {
    const done = await endDisclosure(scopeOf(c), { plan: idOf(c), decision: c.req.param('beslut') ?? '', reason: values.one('reason') });
    return isRefusal(done) ? done : { next: `${disclosuresHref(idOf(c))}?klart=avslutat` };
  },
});

const reviewPage = actPage({
  path: '/logg/beslut/:beslut',
  permission: 'audit.review-disclosure',
  texts,
  prepare: async (c) => {
    const found = await readDisclosuresToReview(scopeOf(c), {});
    if (isRefusal(found)) return undefined;
    const { decisions, rules, law } = found;
    const one = decisions.find(({ id }) => id === c.req.param('beslut'));
    if (!one || one.verdict || one.own) return undefined;
    return {
      ...{ title: reviewTexts.title, lead: reviewTexts.lead, caption: formatDateTime(one.from), back: '/logg/beslut' },
      ...{ submit: reviewTexts.submit, initial: given({}) },
      before: <DecisionFacts one={one} rules={rules} law={law} today={c.var.runtime.clock.today()} />,
      fields: [
        {
          kind: 'radios',
          name: 'verdict',
          label: reviewTexts.verdict,
          options: (['right', 'wrong'] as const).map((value) => ({ value, label: verdictTexts[value] })),
        },
        { kind: 'lines', name: 'reason', label: reviewTexts.reason, rows: 3 },
      ],
    };
  },
  run: async (c, values) => {
    const input = { id: c.req.param('beslut') ?? '', verdict: values.one('verdict') as 'right', reason: values.one('reason') };
    const done = await reviewDisclosure(scopeOf(c), input);
    return isRefusal(done) ? done : { next: '/logg/beslut?klart=granskat' };
  },
});

/** Deciding to tell without consent, ending it before its time, and judging it afterwards. */
export const disclosingForms = [decidePage, endPage, reviewPage];
