import type { Basis } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { APPLIES_TO, type AppliesTo, COUNTS_FROM, type CountsFrom, KEEPS, type Keep } from '../../domain/retention/rule.ts';
import { KEPT_BECAUSE, type KeptBecause, THINNING_OUTCOMES, type ThinningOutcome } from '../../domain/retention/thinning.ts';
import { scopeOf } from '../../platform/index.ts';
import { basisTexts, formatDate, formatDateTime, Table } from '../../ui/index.ts';
import { actPage, given } from '../forms/index.ts';
import { decideThinning, readOffers } from './decide-thinning.ts';
import { RETENTION, RestsOn } from './retention.page.tsx';
import { stateRule } from './state-rule.ts';
import { appliesTexts, becauseTexts, countsTexts, refusals, offersTexts as said, stateTexts as texts } from './texts.ts';

const bases = Object.entries(basisTexts).map(([value, label]) => ({ value, label }));
const numberOf = (typed: string) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN);

/** How long copies are kept, as a form. */
export const stateRuleForm = actPage({
  path: `${RETENTION}/ange`,
  permission: 'retention.state-rule',
  texts: refusals,
  keyed: true,
  prepare: async (c) => ({
    ...{ title: texts.title, lead: texts.lead, back: RETENTION, submit: texts.submit },
    fields: [
      {
        kind: 'radios',
        name: 'appliesTo',
        label: texts.appliesTo,
        options: APPLIES_TO.map((value) => ({ value, label: appliesTexts[value] })),
      },
      { kind: 'radios', name: 'keep', label: texts.keep, options: KEEPS.map((value) => ({ value, label: texts.keeps[value] })) },
      { kind: 'text', name: 'years', label: texts.years, width: 3, optional: true, part: texts.yearsPart },
      {
        ...{ kind: 'radios', name: 'countsFrom', label: texts.countsFrom, optional: true, part: texts.yearsPart },
        options: COUNTS_FROM.map((value) => ({ value, label: countsTexts[value] })),
      },
      {
        ...{ kind: 'checks', name: 'byEndOfNextYear', label: texts.byEndOfNextYear, optional: true, part: texts.yearsPart },
        options: [{ value: 'yes', label: texts.byEndOfNextYearYes }],
      },
      {
        kind: 'text',
        name: 'birthDays',
        label: texts.birthDays,
        hint: texts.birthDaysHint,
        width: 20,
        optional: true,
        part: texts.yearsPart,
      },
      { kind: 'radios', name: 'basis', label: texts.basis, options: bases, optional: true },
      { kind: 'text', name: 'citation', label: texts.citation, hint: texts.citationHint, optional: true },
      { kind: 'day', name: 'from', label: texts.from },
    ],
    initial: given({ appliesTo: 'all', from: c.var.runtime.clock.today().toString() }),
  }),
  run: async (c, values) => {
    const [years, countsFrom, basis] = [values.one('years').trim(), values.one('countsFrom'), values.one('basis')];
    const done = await stateRule(scopeOf(c), {
      ...{ key: values.one('key'), from: values.one('from'), citation: values.one('citation') },
      appliesTo: values.one('appliesTo') as AppliesTo,
      keep: values.one('keep') as Keep,
      byEndOfNextYear: values.all('byEndOfNextYear').includes('yes'),
      birthDays: values
        .one('birthDays')
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(numberOf),
      ...(years === '' ? {} : { years: numberOf(years) }),
      ...(countsFrom === '' ? {} : { countsFrom: countsFrom as CountsFrom }),
      ...(basis === '' ? {} : { basis: basis as Basis }),
    });
    return isRefusal(done) ? done : { next: `${RETENTION}?klart=angivet` };
  },
});

/** The copies whose time has gone, to decide on. */
export const decideForm = actPage({
  path: `${RETENTION}/beslut`,
  permission: 'retention.decide',
  texts: refusals,
  prepare: async (c) => {
    const found = await readOffers(scopeOf(c), {});
    if (isRefusal(found)) return undefined;
    const { waiting, decided } = found;
    const options = waiting.map(({ id, unit_name, number, received_on }) => ({
      value: id,
      label: said.label(unit_name, number, formatDate(received_on)),
    }));
    return {
      ...{ title: said.title, lead: said.lead, back: RETENTION, submit: said.submit, warning: true },
      before: (
        <>
          {c.req.query('klart') === 'beslutat' && <p role="status">{said.done}</p>}
          {waiting.length === 0 ? <p>{said.none}</p> : <Waiting offers={waiting} />}
          {decided.length > 0 && <Decided offers={decided} />}
        </>
      ),
      fields:
        options.length === 0
          ? []
          : [
              { kind: 'checks', name: 'offers', label: said.which, options },
              {
                ...{ kind: 'radios', name: 'outcome', label: said.outcome },
                options: THINNING_OUTCOMES.map((value) => ({
                  value,
                  label: said.outcomes[value],
                  ...(value === 'delete' ? { hint: said.deleteHint } : {}),
                })),
              },
              { kind: 'checks', name: 'sure', label: said.sure, optional: true, options: [{ value: 'yes', label: said.sureYes }] },
              {
                ...{ kind: 'radios', name: 'because', label: said.because, optional: true, part: said.keptPart },
                options: KEPT_BECAUSE.map((value) => ({ value, label: becauseTexts[value] })),
              },
              { kind: 'day', name: 'until', label: said.until, hint: said.untilHint, optional: true, part: said.keptPart },
            ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    if (values.all('offers').length === 0) return refuse('thinning-none');
    const [because, until] = [values.one('because'), values.one('until')];
    const done = await decideThinning(scopeOf(c), {
      offers: [...values.all('offers')],
      outcome: values.one('outcome') as ThinningOutcome,
      sure: values.all('sure').includes('yes'),
      ...(because === '' ? {} : { because: because as KeptBecause }),
      ...(until === '' ? {} : { until }),
    });
    return isRefusal(done) ? done : { next: `${RETENTION}/beslut?klart=beslutat` };
  },
});

type Offers = Extract<Awaited<ReturnType<typeof readOffers>>, { waiting: unknown }>['waiting'];

function Waiting({ offers }: { offers: Offers }) {
  return (
    <Table
      caption={said.title}
      captionHidden
      columns={said.columns.map((label) => ({ label }))}
      rows={offers.map(({ unit_name, number, received_on, due_on, at_latest, rule, birth_day_known }) => [
        unit_name,
        String(number),
        formatDate(received_on),
        formatDate(due_on),
        at_latest ? formatDate(at_latest) : '',
        <>
          {rule && <RestsOn rule={rule} />}
          {!birth_day_known && <p>{said.unknownDay}</p>}
        </>,
      ])}
    />
  );
}

function Decided({ offers }: { offers: Offers }) {
  return (
    <>
      <h2>{said.decided}</h2>
      <Table
        caption={said.decided}
        captionHidden
        columns={said.decidedColumns.map((label) => ({ label }))}
        rows={offers.map((one) => [
          one.unit_name,
          String(one.number),
          outcomeOf(one),
          one.decided_at ? formatDateTime(one.decided_at) : '',
        ])}
      />
    </>
  );
}

function outcomeOf({ outcome, because, until, thinned_at, stopped_at }: Offers[number]): string {
  if (outcome === 'keep') return said.kept(because ? becauseTexts[because] : '', until ? formatDate(until) : undefined);
  if (thinned_at) return said.thinned(formatDateTime(thinned_at));
  return stopped_at ? said.stopped : said.toBeThinned;
}
