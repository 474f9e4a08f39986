import { type Actor, assignmentOf } from '../access/actor.ts';
import type { ConsentRows } from '../consents/consent.ts';
import type { DisclosureDecision } from '../consents/disclosure-decision.ts';
import { groundFor } from '../consents/ground.ts';
import type { Voices } from '../consents/guardians.ts';
import { type DataKind, dataKinds } from '../consents/kinds.ts';
import type { CaseContact } from '../persons/reach.ts';
import { purposeOf } from './purpose.ts';

/** What decides who reads what of a plan. Only what is about the asker needs to be in the lists. */
export type PlanStanding = {
  readonly plan: string;
  /** The huvudman whose record of the person the plan rests on today: records go on in what a huvudman goes up into, or is divided into. */
  readonly owner: string;
  /** Is it the plan of the one who asks? */
  readonly own: boolean;
  readonly established: boolean;
  /** The units whose cases are the asker's: their own, and those that were merged into it. */
  readonly units: readonly string[];
  /** The units and huvudmän that the asker's have come out of by mergers and divisions: what is shut to those is shut to them. */
  readonly formerly: readonly string[];
  /** Which of these units take part, and for which huvudman today: theirs, or what it has become. A unit that is handed over to another takes part no more. */
  readonly parties: readonly { readonly unit: string; readonly organisation: string }[];
  /** Their contacts with the person, in that record. */
  readonly contacts: readonly CaseContact[];
  readonly consents: ConsentRows;
  /** Whose yes it takes to lift secrecy, or why that cannot be said: then consent opens nothing. */
  readonly voices: Voices;
  readonly decisions: readonly DisclosureDecision[];
};

/** What lets somebody read a kind of data: their own contact with the person, that it is theirs, a consent or a decision, by id. */
export type Ground =
  | { readonly kind: 'own' | 'individual' }
  | { readonly kind: 'consent'; readonly id: string }
  | { readonly kind: 'rule'; readonly id: string };

/** How somebody stands to a plan: which kinds of data they may read, each with its ground. A kind that is not there is shut. */
export type PlanReach = {
  readonly party: boolean;
  /** Do they take part for the huvudman whose record it rests on, with a contact with the person today? */
  readonly leads: boolean;
  readonly own: boolean;
  readonly grounds: ReadonlyMap<DataKind, Ground>;
};

type At = { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant };

/** How this actor stands to this plan now. Row-level security answers the same from the same facts. That two huvudmen know the same person gives nothing. */
export function planReachOf(actor: Actor, standing: PlanStanding, { today, now }: At): PlanReach {
  const assignment = assignmentOf(actor);
  const takesPart = standing.parties.filter((one) => one.organisation === assignment?.organisation.id && standing.units.includes(one.unit));
  const party = takesPart.length > 0;
  const leads =
    assignment?.organisation.id === standing.owner &&
    takesPart.some(({ unit }) => standing.contacts.some((contact) => contact.unit === unit && holdsToday(contact, today)));
  const own = actor.kind === 'individual' && standing.own;
  const grounds = new Map<DataKind, Ground>();
  for (const kind of dataKinds) {
    const ground = groundOf(kind);
    if (ground) grounds.set(kind, ground);
  }
  return { party, leads, own, grounds };

  function groundOf(kind: DataKind): Ground | undefined {
    if (leads) return { kind: 'own' };
    if (own) return { kind: 'individual' };
    if (!party || !assignment?.unit) return undefined;
    return lent(kind, { organisation: assignment.organisation.id, unit: assignment.unit.id }, standing, now);
  }
}

/** What lets a unit of a party read a kind of data of a plan that rests on another's record: a consent that nothing excludes, or else a decision. */
function lent(
  dataKind: DataKind,
  reader: { readonly organisation: string; readonly unit: string },
  { plan, consents, voices, decisions, formerly, established }: PlanStanding,
  now: Temporal.Instant,
): Ground | undefined {
  const ask = {
    ...reader,
    plan,
    formerly,
    dataKind,
    purpose: purposeOf(dataKind, { established }),
  };
  const ground = groundFor(ask, { rows: consents, decisions, voices }, now);
  if (ground.verdict === 'rule') return { kind: 'rule', id: ground.decision };
  const [scope] = ground.verdict === 'consent' ? ground.ground : [];
  return scope && { kind: 'consent', id: scope.consent };
}

function holdsToday({ from, until }: CaseContact, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, today) <= 0 && (!until || Temporal.PlainDate.compare(today, until) < 0);
}
