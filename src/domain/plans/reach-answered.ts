import { type Actor, assignmentOf } from '../access/actor.ts';
import { dataKinds } from '../consents/kinds.ts';
import { leadsPlan, type PlanReach, type PlanStanding } from './reach.ts';
import { readGrounds } from './replay.ts';

/** How a unit of staff stands to a plan as the database has worked it out: `grounds`: each kind of data that is open with what opens it, as the log says it. */
export type AnsweredStanding = Pick<PlanStanding, 'lead' | 'units'> & {
  readonly party: boolean;
  readonly keeps: boolean;
  readonly grounds: readonly string[];
};

/** How staff stand to a plan, by what the database answered from the facts that `planReachOf` takes: the same answer. Throws when what it says cannot be read. */
export function reachAnswered(actor: Actor, { party, keeps, lead, units, grounds }: AnsweredStanding): PlanReach {
  const read = readGrounds(grounds);
  if (!read) throw new Error('grounds that cannot be read');
  const sorted = dataKinds.flatMap((kind) => {
    const ground = read.get(kind);
    return ground ? [[kind, ground] as const] : [];
  });
  const leads = leadsPlan(lead, { party, keeps, units }, assignmentOf(actor)?.organisation.id);
  return { party, keeps, leads, own: false, speaks: [], grounds: new Map(sorted) };
}
