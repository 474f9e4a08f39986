import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { IsoDate, MunicipalityCode } from '../../domain/counties/ids.ts';
import { initiativeFault } from '../../domain/plans/initiative.ts';
import { INITIATORS, PLAN_KINDS } from '../../domain/plans/plan-kinds.ts';
import { mayOpenPlan } from '../../domain/plans/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, type UseCaseContext, useCase } from '../../platform/index.ts';
import { countyOf } from '../counties/index.ts';
import { loadRecord } from '../persons/index.ts';
import { type Loaded, loadPlan, lookAtPlan } from './load-plan.ts';
import { noteChild } from './note-child.ts';
import { insertAssessment, insertInitiative, insertPlan, listAssessments, listInitiatives } from './plans.sql.ts';
import { contexts, sealed } from './sealed.ts';

/** A text of people about people: as long as it needs to be, and no longer. */
export const Words = z.string().trim().min(3).max(4000);

const Initiative = z.strictObject({
  /** The id that the plan gets: what is sent twice is opened once. */
  key: z.uuid().optional(),
  person: z.uuid(),
  kind: z.enum(PLAN_KINDS),
  municipality: MunicipalityCode,
  by: z.enum(INITIATORS),
  on: IsoDate,
  reason: Words,
  /** What one's own huvudman finds, where it is known already. A no takes a reason. */
  needed: z.enum(['yes', 'no', 'later']),
  whyNot: z.string().trim().max(4000).default(''),
});

/**
 * Opens a plan on the record of a person whom the unit works with: somebody has pointed out the need. From that day the time runs. A no from one's own
 * huvudman at once is written down too, with its reason, and counts. Refuses `person-not-found`, `municipality-not-found` (not of the county),
 * `initiative-in-future`, `initiative-too-old`, `reason-missing`, `key-taken`, `changed-meanwhile` (the record was just joined to
 * another). Source: SoL 10 kap. 8 §, HSL 16 kap. 4 §.
 */
export const openPlan = useCase({
  permission: 'plans.open',
  mode: 'write',
  input: Initiative,
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    const assignment = assignmentOf(actor);
    const found = await loadRecord(context, input.person);
    if (!found || !assignment?.unit || !mayOpenPlan(actor, found.reach)) return refuse('person-not-found');
    const fault = initiativeFault(Temporal.PlainDate.from(input.on), today);
    if (fault) return fault;
    if (input.needed === 'no' && input.whyNot.length < 3) return refuse('reason-missing');
    const county = await countyOf(tx, assignment.county);
    if (!county?.municipalities.some(({ code }) => code === input.municipality)) return refuse('municipality-not-found');
    const id = input.key ?? newId(now);
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    const { kind, municipality, person } = input;
    const plan = { id, kind, person, municipality, county: assignment.county, ...by };
    const made = await insertPlan(tx, plan, newId(now), now).catch((error) =>
      onConstraint(error, { person_is_kept: refuse('changed-meanwhile') }),
    );
    if (isRefusal(made)) return made;
    if (!made) return sentBefore(context, id);
    const initiative = newId(now);
    const reason = keys.encrypt(input.reason, contexts.initiative(initiative));
    await insertInitiative(tx, { id: initiative, plan: id, madeBy: input.by, onDay: Temporal.PlainDate.from(input.on), reason }, by, now);
    if (input.needed !== 'later') {
      const assessment = newId(now);
      const needed = input.needed === 'yes';
      const why = needed ? null : sealed(keys, input.whyNot, contexts.assessment(assessment));
      await insertAssessment(tx, { id: assessment, plan: id, needed, reason: why }, by, now);
    }
    await record({
      kind: 'plans.open',
      subject: { kind: 'plan', id },
      content: { kind, by: input.by, on: input.on, needed: input.needed },
    });
    const loaded = await loadPlan(context, id);
    if (!loaded) throw new Error('a plan that was just opened is not there');
    // Of a grown person, or one whose number does not tell, there is nothing to note.
    await noteChild(context, loaded);
    return { id, loaded };
  },
  audit: ({ person }, answer) => (answer ? lookAtPlan(answer.id, answer.loaded, { opened: true }) : refusedOf(person)),
});

/** The form came once more: the same words are the same plan, and other words are another's key. */
async function sentBefore(context: UseCaseContext<z.output<typeof Initiative>>, id: string) {
  const { tx, keys, input } = context;
  const loaded: Loaded | undefined = await loadPlan(context, id);
  const [first] = loaded ? await listInitiatives(tx, id) : [];
  if (!loaded || !first) return refuse('key-taken');
  const { row } = loaded;
  const kept = {
    ...{ person: row.person_id, kind: row.kind, municipality: row.municipality_code, by: first.made_by, on: first.on_day.toString() },
    reason: keys.decrypt(first.reason_cipher, contexts.initiative(first.id)),
    ...(await assessedAtOnce(context, id, row.opened_at)),
  };
  const { person, kind, municipality, by, on, reason, needed } = input;
  const whyNot = needed === 'no' ? input.whyNot : '';
  return saysTheSame(kept, { person, kind, municipality, by, on, reason, needed, whyNot }) ? { id, loaded } : refuse('key-taken');
}

/** What was said of the need in the form that opened the plan. */
async function assessedAtOnce({ tx, keys }: UseCaseContext<unknown>, plan: string, opened: Temporal.Instant) {
  const first = (await listAssessments(tx, plan)).find(({ at }) => at.equals(opened));
  if (!first) return { needed: 'later', whyNot: '' };
  const whyNot = first.reason_cipher ? keys.decrypt(first.reason_cipher, contexts.assessment(first.id)) : '';
  return { needed: first.needed ? 'yes' : 'no', whyNot };
}

function refusedOf(person: string) {
  return [{ person, owner: null, record: { kind: 'plan', id: null } } as const];
}
