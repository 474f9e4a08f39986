import { type Actor, assignmentOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { partyOf } from '../agreements/parties.ts';
import { type NoticeAct, type NoticeProcess, noticeActNames, noticeActs, noticeFault } from './process.ts';

/** What the policies need of a lack that was pointed out: by whom, about whom (organisations), and to which bodies. */
export type LackOwner = {
  readonly county: string;
  readonly organisation: string;
  readonly aboutOrganisations: readonly string[];
  readonly bodies: readonly string[];
};

/** May they read it? Those of the party that points it out, of those it is about, and those who act in a body that it went to. */
export function mayReadLack(actor: Actor, lack: LackOwner): boolean {
  const acting = assignmentOf(actor);
  if (!acting || !may(actor, 'non-compliance.read') || acting.county !== lack.county) return false;
  const isConcerned = [lack.organisation, ...lack.aboutOrganisations].includes(acting.organisation.id);
  return isConcerned || (acting.body !== undefined && lack.bodies.includes(acting.body));
}

/** May they point out a lack on behalf of their organisation? */
export function mayPointOut(actor: Actor): boolean {
  const acting = assignmentOf(actor);
  return acting !== undefined && may(actor, 'non-compliance.point-out') && partyOf(acting) !== undefined;
}

/** May they do this, wherever it is? A body's act takes that they act in it; taking back, that it is their own organisation's. */
export function mayDoToLack(actor: Actor, act: NoticeAct, lack: LackOwner): boolean {
  const acting = assignmentOf(actor);
  if (!acting || !may(actor, act) || acting.county !== lack.county) return false;
  if (noticeActs[act].by === 'party') return acting.organisation.id === lack.organisation;
  return acting.body !== undefined && lack.bodies.includes(acting.body);
}

/** What they may do with it now, for buttons; the use-cases ask the same. */
export function lackAbilities(actor: Actor, lack: LackOwner, process: NoticeProcess): Set<NoticeAct> {
  const body = assignmentOf(actor)?.body;
  return new Set(noticeActNames.filter((act) => mayDoToLack(actor, act, lack) && noticeFault(process, act, body) === undefined));
}
