import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayNameSpeakers } from '../../../domain/plans/policy.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { lockSubject, type UseCaseContext } from '../../../platform/index.ts';
import { type Loaded, loadPlan } from '../../plans/index.ts';
import type { WrittenBy } from './speakers.sql.ts';

/** The plan of those who keep its record, held while something is written down, and who writes. Refuses `plan-not-found` to everybody else. */
export async function keeping(
  context: UseCaseContext<{ plan: string }>,
): Promise<{ loaded: Loaded; by: WrittenBy } | Refusal<'plan-not-found'>> {
  const { tx, actor, input } = context;
  await lockSubject(tx, 'plan', input.plan);
  const loaded = await loadPlan(context, input.plan);
  const assignment = assignmentOf(actor);
  if (!loaded || !mayNameSpeakers(actor, loaded.reach) || !assignment?.unit) return refuse('plan-not-found');
  return { loaded, by: { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id } };
}

/** When something of a day holds from: at once, of today, and else from its midnight. */
export function beginningOf(
  day: Temporal.PlainDate,
  { today, now }: { today: Temporal.PlainDate; now: Temporal.Instant },
): Temporal.Instant {
  return day.equals(today) ? now : day.toZonedDateTime('Europe/Stockholm').toInstant();
}
