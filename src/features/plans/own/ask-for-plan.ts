import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { MunicipalityCode } from '../../../domain/counties/ids.ts';
import { mayOpenPlan } from '../../../domain/plans/policy.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { newId, onConstraint, useCase } from '../../../platform/index.ts';
import { countyOf } from '../../counties/index.ts';
import { loadRecord } from '../../persons/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { noteChild } from '../note-child.ts';
import { Words } from '../open-plan.ts';
import { findContactUnit, insertInitiative, insertPlan, listContactUnits, listInitiatives } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';

/** The units that the individual can turn to: those that work with them today, of whichever huvudman. */
export const readUnitsToTurnTo = useCase({
  permission: 'plans.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx }) => listContactUnits(tx),
  audit: () => [],
});

/**
 * The individual asks for a plan, at a unit that works with them: it is opened there, and the time runs from today. `municipality`: where the individual lives. Refuses
 * `unit-not-yours`, `municipality-not-found`, `key-taken`.
 * Source: SoL 10 kap. 8 §, HSL 16 kap. 4 §.
 */
export const askForPlan = useCase({
  permission: 'plans.open',
  mode: 'write',
  input: z.strictObject({ key: z.uuid().optional(), contact: z.uuid(), municipality: MunicipalityCode, reason: Words }),
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    const turned = await findContactUnit(tx, input.contact);
    const found = turned && (await loadRecord(context, turned.person));
    if (!turned || !found || actor.kind !== 'individual' || !mayOpenPlan(actor, found.reach)) return refuse('unit-not-yours');
    const { person, organisation, unit, county } = turned;
    // A municipality speaks for itself; a region works in several.
    const municipality = turned.municipality ?? input.municipality;
    const places = (await countyOf(tx, county))?.municipalities ?? [];
    if (!places.some(({ code }) => code === municipality)) return refuse('municipality-not-found');
    const id = input.key ?? newId(now);
    const account = getLogin(actor).account;
    const plan = { ...{ id, kind: 'sip' as const, person, organisation, unit, county, account }, municipality };
    const made = await insertPlan(tx, plan, newId(now), now).catch((error) =>
      onConstraint(error, { person_is_kept: refuse('unit-not-yours') }),
    );
    if (isRefusal(made)) return made;
    if (!made) {
      const before = await loadPlan(context, id);
      const [first] = before ? await listInitiatives(tx, id) : [];
      if (!before || !first) return refuse('key-taken');
      const kept = {
        person: before.row.person_id,
        unit: before.row.unit_id,
        municipality: before.row.municipality_code,
        reason: keys.decrypt(first.reason_cipher, contexts.initiative(first.id)),
      };
      return saysTheSame(kept, { person, unit, municipality, reason: input.reason }) ? { id, loaded: before } : refuse('key-taken');
    }
    const initiative = newId(now);
    const reason = keys.encrypt(input.reason, contexts.initiative(initiative));
    await insertInitiative(
      tx,
      { id: initiative, plan: id, madeBy: 'individual', onDay: today, reason },
      { account, organisation, unit },
      now,
    );
    await record({
      kind: 'plans.open',
      subject: { kind: 'plan', id },
      content: { kind: 'sip', by: 'individual', on: today.toString(), needed: 'later' },
      tell: ASKED.map((role) => ({ kind: 'plan-asked-for', to: { role, unit }, params: { plan: id } })),
    });
    const loaded = await loadPlan(context, id);
    if (!loaded) throw new Error('a plan that was just asked for is not there');
    await noteChild(context, loaded);
    return { id, loaded };
  },
  audit: (_, answer) =>
    answer ? lookAtPlan(answer.id, answer.loaded, { opened: true }) : [{ person: null, owner: null, record: { kind: 'plan', id: null } }],
});

/** Whom of a unit it is told to. */
const ASKED = ['municipal-case-worker', 'regional-clinician', 'coordinator', 'unit-manager'] as const;
