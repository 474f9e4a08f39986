import { presentParties } from '../../domain/agreements/status-for-party.ts';
import { mayRegister, type Owner } from '../../domain/follow-ups/policies.ts';
import { watchersOf } from '../../domain/follow-ups/responsible.ts';
import { type EffectiveCadence, effectiveCadences, type FollowUpTask, followUpTasks } from '../../domain/follow-ups/tasks.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Tx, UseCaseContext } from '../../platform/index.ts';
import { registeredOn, registerOn } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';

/** An agreement of the register on a day, without its text. */
export type Registered = Awaited<ReturnType<typeof registerOn>>[number];
export type RegisteredVersion = Registered['agreement'];

/** An agreement with all that comes back in it, on a day. `parent`: the agreement that a local one belongs to. */
export type Followed = {
  readonly found: Registered;
  readonly parent: RegisteredVersion | undefined;
  readonly cadences: readonly EffectiveCadence[];
  /** Whose it is today, whatever day it is read on: who has left it registers nothing more. */
  readonly owner: Owner;
};

/** Whose an agreement is on the day that it was read: the parties that have not left. */
export async function ownerOf(tx: Tx, found: Registered): Promise<Owner> {
  const { county } = found.agreement;
  const municipalities = (await countyOf(tx, county))?.municipalities.map(({ code }) => code) ?? [];
  return { county, parties: presentParties(found, municipalities) };
}

/** One agreement on a day. Refuses `agreement-not-found`. */
export async function loadFollowed(
  tx: Tx,
  slug: string,
  on: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<Followed | Refusal<'agreement-not-found' | 'version-not-found'>> {
  const found = await registeredOn(tx, { slug }, on);
  if (isRefusal(found)) return found;
  const { parent: of } = found.agreement;
  const above = of === undefined ? undefined : await registeredOn(tx, { slug: of }, on);
  const parent = above === undefined || isRefusal(above) ? undefined : above.agreement;
  const now = await registeredOn(tx, { slug }, today);
  if (isRefusal(now)) return now;
  return { found, parent, owner: await ownerOf(tx, now), cadences: effectiveCadences(found.agreement, parent) };
}

/** A task with the agreement that it is of. */
export type TaskOf = FollowUpTask & { readonly agreement: RegisteredVersion };

/** The tasks of every agreement of the register, or of one county's, on a day. */
export async function tasksOfRegister(tx: Tx, on: Temporal.PlainDate, today: Temporal.PlainDate, county?: string): Promise<TaskOf[]> {
  const register = await registerOn(tx, on);
  const bySlug = new Map(register.map(({ agreement }) => [agreement.slug, agreement]));
  return register
    .filter(({ agreement }) => county === undefined || agreement.county === county)
    .flatMap(({ agreement }) =>
      followUpTasks(agreement, { on, today, parent: agreement.parent ? bySlug.get(agreement.parent) : undefined }).map((task) => ({
        ...task,
        agreement,
      })),
    );
}

/** May whoever asks say what the extension of this agreement needs? */
export function mayStateGround({ actor }: Pick<UseCaseContext<unknown>, 'actor'>, { terms }: RegisteredVersion, owner: Owner): boolean {
  return terms.extension !== undefined && mayRegister(actor, 'follow-ups.state-ground', owner, watchersOf(terms));
}
