import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { assignmentFault } from '../../domain/access/may-assign.ts';
import { roleNames } from '../../domain/access/roles.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { compareDays, hasPassed } from '../../domain/organisations/period.ts';
import { mayAssign } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, onConstraint, type Tx, useCase } from '../../platform/index.ts';
import { countyOf } from '../counties/index.ts';
import { findOwner, findStaffForChange, findUnitReach, insertAssignment, listGivenAssignments } from './people.sql.ts';

const Day = IsoDate.transform((day) => Temporal.PlainDate.from(day));

const Input = z.strictObject({
  account: z.uuid(),
  role: z.enum(roleNames),
  organisation: z.uuid(),
  unit: z.uuid().optional(),
  body: Slug.optional(),
  deputyFor: z.uuid().optional(),
  from: Day,
  to: Day.optional(),
});

/**
 * Gives a member of staff a role at an organisation, in one of its units or in a joint body, from a day and perhaps to another; perhaps as the deputy of
 * somebody who has the same. The roles of an organisation are given by its own administrator to its own people, those of joint bodies by the county's.
 * Nobody gives one to themselves. Answers its id. Refuses `account-not-found`, `organisation-not-found`, `forbidden`, `own-account`,
 * `account-deactivated`, `account-of-other-organisation`, what `assignmentFault` refuses, `unit-not-of-organisation`, `unit-closes-before` (params.last: ISO day), `body-not-found`,
 * `ends-before-it-begins`, `day-has-passed`,
 * `deputy-does-not-fit` and `assignment-overlaps`.
 */
export const giveAssignment = useCase({
  permission: 'access.give-assignment',
  mode: 'write',
  input: Input,
  run: async ({ tx, actor, today, now, input, record }) => {
    const { role, organisation, unit, body, deputyFor, from, to } = input;
    const owner = await findOwner(tx, organisation);
    if (!owner) return refuse('organisation-not-found', { id: organisation });
    if (!mayAssign(actor, 'access.give-assignment', role, owner)) return refuse('forbidden', { permission: 'access.give-assignment' });
    const account = await findStaffForChange(tx, input.account);
    if (account?.county_code !== owner.county) return refuse('account-not-found');
    if (account.id === getLogin(actor).account) return refuse('own-account');
    if (account.deactivated_at) return refuse('account-deactivated');
    if (account.organisation_id !== organisation) return refuse('account-of-other-organisation');
    const fault = assignmentFault(role, { kind: owner.kind, unit, body });
    if (fault) return fault;
    if (to && compareDays(to, from) < 0) return refuse('ends-before-it-begins');
    if (hasPassed(from, today)) return refuse('day-has-passed');
    const outside = unit && (await outsideUnit(tx, { ...input, unit }));
    if (outside) return outside;
    if (body && !(await hasBody(tx, owner.county, body))) return refuse('body-not-found', { body });
    if (deputyFor && !(await mayStandIn(tx, deputyFor, input, today))) return refuse('deputy-does-not-fit');
    const id = newId(now);
    const given = { id, account: account.id, role, organisation, unit, body, deputyFor, county: owner.county, from, to };
    const twice = await insertAssignment(tx, given, now).catch((error) =>
      onConstraint(error, { assignment_once: refuse('assignment-overlaps') }),
    );
    if (twice) return twice;
    await record({
      kind: 'access.give-assignment',
      subject: { kind: 'assignment', id },
      effectiveOn: from,
      content: {
        account: account.id,
        role,
        organisation,
        unit: unit ?? null,
        body: body ?? null,
        to: to?.toString() ?? null,
        deputyFor: deputyFor ?? null,
      },
    });
    return { id };
  },
});

/** Every day of an assignment lies within the days of its unit. */
async function outsideUnit(tx: Tx, { organisation, unit, from, to }: z.output<typeof Input> & { unit: string }) {
  const reach = await findUnitReach(tx, { organisation, unit }, from);
  if (!reach) return refuse('unit-not-of-organisation');
  const { last } = reach;
  return last && (!to || compareDays(to, last) > 0) ? refuse('unit-closes-before', { last: last.toString() }) : undefined;
}

async function hasBody(tx: Tx, county: string, body: string): Promise<boolean> {
  const file = await countyOf(tx, county);
  return file?.bodies.some(({ id }) => id === body) ?? false;
}

/** A deputy stands in for somebody else who has the same role at the same place. */
async function mayStandIn(tx: Tx, deputyFor: string, wanted: z.output<typeof Input>, today: Temporal.PlainDate): Promise<boolean> {
  const [held] = await listGivenAssignments(tx, { id: deputyFor }, today);
  return (
    held !== undefined &&
    held.account_id !== wanted.account &&
    held.role === wanted.role &&
    held.organisation_id === wanted.organisation &&
    held.unit_id === (wanted.unit ?? null) &&
    held.body === (wanted.body ?? null)
  );
}
