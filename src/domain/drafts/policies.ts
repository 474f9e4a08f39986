import { type Actor, type Assignment, assignmentOf, loginOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { type DraftAct, draftActNames, type Process, type Side, stateFault } from './process.ts';
import type { Decider } from './steps.ts';

/** What the policies need of a draft. `municipalities`: the codes of the parties. */
export type DraftOwner = {
  readonly county: string;
  readonly kind: 'county' | 'local' | 'supplement' | 'routine';
  readonly municipalities: readonly string[];
};

/** On whose behalf somebody writes: the region's or a municipality's; undefined when they are neither. */
export function sideOf({ organisation: { kind } }: Assignment): Side | undefined {
  return kind === 'region' || kind === 'municipality' ? kind : undefined;
}

/** Do they belong to a party of the draft: its region, or one of its municipalities? */
export function belongsToParty(acting: Assignment, draft: DraftOwner): boolean {
  if (acting.county !== draft.county) return false;
  return sideOf(acting) === 'region' || (acting.municipality !== undefined && draft.municipalities.includes(acting.municipality));
}

/** May they read the draft? Whoever has a grant, and belongs to a party. */
export function mayReadDraft(actor: Actor, draft: DraftOwner): boolean {
  const acting = assignmentOf(actor);
  return acting !== undefined && may(actor, 'drafts.read') && belongsToParty(acting, draft);
}

/** May they write a new draft of this kind? What holds in the whole county is not written by those who coordinate a part of it. */
export function mayOpenDraft(actor: Actor, draft: DraftOwner): boolean {
  return may(actor, 'drafts.open') && mayWork(actor, draft);
}

function mayWork(actor: Actor, draft: DraftOwner): boolean {
  const acting = assignmentOf(actor);
  if (!acting || !belongsToParty(acting, draft) || sideOf(acting) === undefined) return false;
  return acting.role !== 'district-coordinator' || draft.kind === 'local';
}

/** May they do this to the draft, whatever state it is in? Decisions and signatures are tried with `mayDecideFor` and on the seat. */
export function mayDoToDraft(actor: Actor, act: DraftAct, draft: DraftOwner): boolean {
  if (!may(actor, act)) return false;
  const acting = assignmentOf(actor);
  if (acting?.role === 'registrar') return belongsToParty(acting, draft);
  // Whoever may read it says what they think of it, also those who write but a part of the county's agreements.
  if (act === 'drafts.remark' || act === 'drafts.answer-remark') {
    return acting !== undefined && belongsToParty(acting, draft) && sideOf(acting) !== undefined;
  }
  return isOfBody(act) ? acting?.county === draft.county : mayWork(actor, draft);
}

/** What somebody does on behalf of a joint body, whichever party they come from. */
function isOfBody(act: DraftAct): boolean {
  return act === 'drafts.sign' || act === 'drafts.record-decision' || act === 'drafts.decide-withdrawal';
}

/** Have they put this order for a signature themselves? Nobody else sees it or does anything with it. */
export function isOwnOrder(actor: Actor, order: { readonly account: string }): boolean {
  return loginOf(actor)?.account === order.account;
}

/** A decision of a party or a body: about the text that is given over, or about withdrawing what it became. */
export type DecidingAct = 'drafts.record-decision' | 'drafts.decide-withdrawal';

/** May they write down the decision of this party or body? A registrar that of their own organisation, others that of the body they act in. */
export function mayDecideFor(actor: Actor, act: DecidingAct, decider: Decider, draft: DraftOwner): boolean {
  const acting = assignmentOf(actor);
  if (!acting || !may(actor, act) || !belongsToParty(acting, draft)) return false;
  if (acting.role !== 'registrar') return decider === `body:${acting.body}`;
  return decider === (sideOf(acting) === 'region' ? 'party:region' : `party:${acting.municipality}`);
}

/** What they may do with the draft now: allowed in its state, by their grant and by the draft. For buttons; the use-cases ask the same. */
export function draftAbilities(actor: Actor, draft: DraftOwner, process: Process): Set<DraftAct> {
  return new Set(draftActNames.filter((act) => mayDoToDraft(actor, act, draft) && stateFault(process, act) === undefined));
}
