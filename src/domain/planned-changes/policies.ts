import { type Actor, type Assignment, assignmentOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { type Party, partyOf } from '../agreements/parties.ts';
import { type ChangeAct, type ChangeProcess, changeActNames, changeActs, changeFault } from './process.ts';

/** What the policies need of a change: whose it is, which of their units it is about (ids), and who is told. */
export type ChangeOwner = {
  readonly county: string;
  readonly organisation: string;
  readonly units: readonly string[];
  readonly receivers: readonly Party[];
};

/** May they read what is announced in the county? Whoever has a grant and belongs to a party. */
export function mayReadChanges(actor: Actor, county: string): boolean {
  const acting = assignmentOf(actor);
  return acting !== undefined && may(actor, 'planned-changes.read') && acting.county === county && partyOf(acting) !== undefined;
}

/** May they announce a change of these units (ids), on behalf of their organisation? Who manages a unit speaks for that one alone. */
export function mayAnnounce(actor: Actor, units: readonly string[]): boolean {
  const acting = assignmentOf(actor);
  return acting !== undefined && may(actor, 'planned-changes.announce') && partyOf(acting) !== undefined && speaksFor(acting, units);
}

function speaksFor({ role, unit }: Assignment, units: readonly string[]): boolean {
  return role !== 'unit-manager' || (unit !== undefined && units.length > 0 && units.every((id) => id === unit.id));
}

/** May they do this to the change, wherever it is? The party that announced it, and those that were told, have each their acts. */
export function mayDoToChange(actor: Actor, act: ChangeAct, change: ChangeOwner): boolean {
  const acting = assignmentOf(actor);
  if (!acting || !may(actor, act) || acting.county !== change.county) return false;
  if (changeActs[act].by === 'sender') return acting.organisation.id === change.organisation && speaksFor(acting, change.units);
  const party = partyOf(acting);
  return party !== undefined && acting.organisation.id !== change.organisation && change.receivers.includes(party);
}

/** What they may do with the change now, for buttons; the use-cases ask the same. Answering is asked for one party at a time. */
export function changeAbilities(actor: Actor, change: ChangeOwner, process: ChangeProcess): Set<ChangeAct> {
  const acting = assignmentOf(actor);
  const own = acting && partyOf(acting);
  return new Set(
    changeActNames.filter((act) => {
      if (!mayDoToChange(actor, act, change)) return false;
      if (act !== 'planned-changes.answer') return changeFault(process, act, own) === undefined;
      return change.receivers.some((party) => changeFault(process, act, party) === undefined);
    }),
  );
}
