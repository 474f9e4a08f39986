import { type Actor, type Assignment, assignmentOf, loginOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import type { Role } from '../access/roles.ts';
import { belongsToParty, type DraftOwner, mayDoToDraft } from '../drafts/policies.ts';
import { type Receiver, type ReceiverKind, type Round, type RoundAct, roundActNames, roundFault } from './round.ts';

/** What the policies need of a round: whose text it is about, which account opened it, whether anyone may read it, and who is asked. */
export type RoundOwner = DraftOwner & {
  readonly openedBy: string;
  readonly isPublic: boolean;
  /** It was called back: nobody else reads it any more, wherever it was shown. */
  readonly isRecalled?: boolean | undefined;
  readonly receivers: readonly Receiver[];
};

/** Who speaks for each kind of receiver: for a huvudman those who keep its records or answer for its quality. */
export const speakers: Readonly<Record<ReceiverKind, readonly Role[]>> = {
  huvudman: ['registrar', 'quality-manager'],
  unit: ['unit-manager'],
  body: ['political-body', 'strategy-group', 'district-coordinator'],
  'user-organisation': ['user-organisation'],
};

function speaksFor(acting: Assignment, { kind, id, now = id }: Receiver, county: string): boolean {
  if (!speakers[kind].includes(acting.role)) return false;
  if (kind === 'unit') return acting.unit?.id === now;
  if (kind === 'body') return acting.county === county && acting.body === id;
  return acting.organisation.id === now;
}

/** Those asked for whom somebody speaks; mostly none or one. */
export function spokenFor(actor: Actor, { county, receivers }: Pick<RoundOwner, 'county' | 'receivers'>): Receiver[] {
  const acting = assignmentOf(actor);
  return acting ? receivers.filter((receiver) => speaksFor(acting, receiver, county)) : [];
}

/** Do they see to the round: as one who writes the text, or as the registrar of a party, who enters what comes by letter? */
export function oversees(actor: Actor, round: DraftOwner): boolean {
  const acting = assignmentOf(actor);
  if (!acting) return false;
  return acting.role === 'registrar' ? belongsToParty(acting, round) : mayDoToDraft(actor, 'drafts.write', round);
}

/** May they read what was sent out? Everyone where it is public and not called back; else those asked and those who see to it. That it exists is theirs alone to know. */
export function mayReadRound(actor: Actor, round: RoundOwner): boolean {
  return (round.isPublic && !round.isRecalled) || oversees(actor, round) || spokenFor(actor, round).length > 0;
}

/** May they read what others have said? Those who see to the round, and everyone who may read it once it is closed. */
export function mayReadViews(actor: Actor, owner: RoundOwner, round: Round): boolean {
  return oversees(actor, owner) || (round.state === 'closed' && mayReadRound(actor, owner));
}

/** May they do this in the round, whatever state it is in? Views are given by those asked, and answered by those who write the text; more time is given by whoever asked. */
export function mayDoToRound(actor: Actor, act: RoundAct, round: RoundOwner): boolean {
  if (!assignmentOf(actor) || !may(actor, act)) return false;
  if (act === 'consultations.comment' || act === 'consultations.reply') return spokenFor(actor, round).length > 0;
  if (act === 'consultations.extend' && loginOf(actor)?.account !== round.openedBy) return false;
  return oversees(actor, round);
}

/** What they may do in the round now. For buttons; the use-cases ask the same. */
export function roundAbilities(actor: Actor, owner: RoundOwner & { readonly lastDay: string }, round: Round): Set<RoundAct> {
  return new Set(roundActNames.filter((act) => mayDoToRound(actor, act, owner) && roundFault(round, act, owner) === undefined));
}
