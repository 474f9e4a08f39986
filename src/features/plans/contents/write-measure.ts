import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { readChosenRow } from '../../../domain/planned-changes/chosen-rows.ts';
import { mayWriteMeasure } from '../../../domain/plans/policy.ts';
import { differsFromRow, OUTSIDE_REASONS } from '../../../domain/plans/trace.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, newId, onConstraint, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { agreementsWorkedBy } from '../../agreements/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { listParties } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import { findUnitKind, insertMeasure, listMeasures } from './contents.sql.ts';
import { MeasureWords } from './contents.ts';

const Measure = z.strictObject({
  plan: z.uuid(),
  measure: z.uuid(),
  seen: z.int().min(0),
  need: z.string().trim().min(3).max(2000),
  what: z.string().trim().min(3).max(2000),
  /** A unit that takes part, of a huvudman; absent when somebody else does it. */
  unit: z.uuid().optional(),
  who: z.string().trim().min(2).max(200),
  ownPart: z.string().trim().max(1000).default(''),
  starts: IsoDate,
  target: IsoDate,
  /** The responsibility that it realises, as `slug#row`; absent when it is outside the agreements, and then `outside` says why. */
  row: z.string().max(120).optional(),
  outside: z.enum(OUTSIDE_REASONS).optional(),
  drop: z.boolean().default(false),
});
type Measure = z.output<typeof Measure>;

/**
 * Says a measure, or words it anew: what is needed (point 1), what is done and by which unit (point 2) or by whom else (point 3), from when to when, and which
 * responsibility of an agreement in force for the municipality it realises. That another does it than the agreement says is written down and said, never
 * refused. A unit that does not lead the plan says its own huvudman's measures alone. Refuses `plan-not-found`, `measure-not-yours`, `unit-not-in-plan`,
 * `target-before-start`, `row-or-reason`, `row-not-in-force`, `part-rewritten`, and `key-taken` for the id of
 * another measure, in this plan or in another. Source: SoL 10 kap. 8 §, HSL 16 kap. 4 §.
 */
export const writeMeasure = useCase({
  permission: 'plans.write',
  mode: 'write',
  input: Measure,
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    const party = input.unit === undefined ? undefined : (await listParties(tx, input.plan)).find(({ unit }) => unit === input.unit);
    if (!loaded || !assignment?.unit || !mayWriteMeasure(actor, loaded.reach)) return refuse('plan-not-found');
    if (input.unit !== undefined && !party) return refuse('unit-not-in-plan');
    if (!loaded.reach.leads && party?.organisation !== assignment.organisation.id) return refuse('measure-not-yours');
    if (input.starts > input.target) return refuse('target-before-start');
    const traced = await traceOf(context, loaded.row);
    if (isRefusal(traced)) return traced;
    const last = (await listMeasures(tx, input.plan)).filter(({ id }) => id === input.measure).at(-1);
    const said = { need: input.need, what: input.what, who: input.who, ownPart: input.ownPart };
    if (last && last.number > input.seen) {
      const words = MeasureWords.parse(JSON.parse(keys.decrypt(last.cipher, contexts.measure(last.wording))));
      const row = last.agreement === null ? null : `${last.agreement}#${last.row}`;
      const kept = {
        ...words,
        row,
        outside: last.outside,
        unit: last.unit,
        starts: last.starts.toString(),
        target: last.target.toString(),
        drop: last.dropped,
      };
      const sent = {
        ...said,
        row: input.row ?? null,
        outside: input.outside ?? null,
        unit: input.unit ?? null,
        starts: input.starts,
        target: input.target,
        drop: input.drop,
      };
      return saysTheSame(kept, sent) ? { loaded, differs: last.differs } : refuse(input.seen === 0 ? 'key-taken' : 'part-rewritten');
    }
    const wording = newId(now);
    const number = (last?.number ?? 0) + 1;
    const measure = {
      ...{ id: input.measure, wording, number, dropped: input.drop, ...traced },
      ...{ doer: party ? ('huvudman' as const) : ('other' as const), organisation: party?.organisation ?? null, unit: party?.unit ?? null },
      ...{ starts: Temporal.PlainDate.from(input.starts), target: Temporal.PlainDate.from(input.target) },
      cipher: keys.encrypt(JSON.stringify(said), contexts.measure(wording)),
    };
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    const taken = await insertMeasure(tx, input.plan, measure, by, now).catch((error: unknown) =>
      onConstraint(error, { plan_measure_worded_once: refuse('key-taken') }),
    );
    if (taken) return taken;
    const content = { measure: input.measure, number, row: traced.row, differs: traced.differs, dropped: input.drop };
    await record({ kind: 'plans.write', subject: { kind: 'plan', id: input.plan }, content });
    return { loaded, differs: traced.differs };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/** Which responsibility the measure realises, or why none; and whether another does it than the agreement says. */
async function traceOf(
  { tx, today, input }: Pick<UseCaseContext<Measure>, 'tx' | 'today' | 'input'>,
  plan: { readonly county_code: string; readonly municipality_code: string },
) {
  if ((input.row === undefined) === (input.outside === undefined)) return refuse('row-or-reason');
  if (input.row === undefined) return { agreement: null, row: null, outside: input.outside ?? null, differs: false };
  const chosen = readChosenRow(input.row);
  const worked = await agreementsWorkedBy(tx, plan.county_code, plan.municipality_code, today);
  const held = worked.find(({ agreement }) => agreement.slug === chosen?.agreement)?.agreement;
  if (!chosen || !held?.responsibilities.some(({ id }) => id === chosen.row)) return refuse('row-not-in-force', { row: input.row });
  const kind = input.unit === undefined ? undefined : (await findUnitKind(tx, input.unit, today))?.kind;
  const differs = kind !== undefined && differsFromRow(held, chosen.row, kind);
  return { agreement: chosen.agreement, row: chosen.row, outside: null, differs };
}
