import { type Actor, assignmentOf } from '../access/actor.ts';
import type { ConsentRows } from '../consents/consent.ts';
import type { DisclosureDecision } from '../consents/disclosure-decision.ts';
import { groundFor } from '../consents/ground.ts';
import type { Voices } from '../consents/guardians.ts';
import { type DataKind, dataKinds } from '../consents/kinds.ts';
import type { SpeakingFor } from '../consents/speaking-for.ts';
import type { CaseContact } from '../persons/reach.ts';
import { purposeOf } from './purpose.ts';

/** What decides who reads what of a plan. Only what is about the asker needs to be in the lists. */
export type PlanStanding = {
  readonly plan: string;
  /** The huvudman whose record of the person the plan rests on today: records go on in what a huvudman goes up into, or is divided into. */
  readonly owner: string;
  /** Is it the plan of the one who asks? */
  readonly own: boolean;
  /** As whom the one who asks speaks for the one that it is about, now. */
  readonly speaks: readonly SpeakingFor[];
  readonly established: boolean;
  /** The units whose cases are the asker's: their own, and those that were merged into it. */
  readonly units: readonly string[];
  /** The units and huvudmän that the asker's have come out of by mergers and divisions: what is shut to those is shut to them. */
  readonly formerly: readonly string[];
  /** Which of these units take part, and for which huvudman today: theirs, or what it has become. A unit that is handed over to another takes part no more. */
  readonly parties: readonly { readonly unit: string; readonly organisation: string }[];
  /** The unit that has accepted to answer for the whole, and the huvudman that it does it for today. Undefined where none has, or it is closed: those who keep the record lead. */
  readonly lead?: { readonly unit: string; readonly organisation: string } | undefined;
  /** Their contacts with the person, in that record. */
  readonly contacts: readonly CaseContact[];
  readonly consents: ConsentRows;
  /** Whose yes it takes to lift secrecy, or why that cannot be said: then consent opens nothing. */
  readonly voices: Voices;
  readonly decisions: readonly DisclosureDecision[];
};

/** What lets somebody read a kind of data: their own contact with the person, that it is theirs, that they speak for whose it is, a consent or a decision, by id. */
export type Ground =
  | { readonly kind: 'own' | 'individual' }
  | { readonly kind: 'guardian' | 'representative'; readonly id: string }
  | { readonly kind: 'consent'; readonly id: string }
  | { readonly kind: 'rule'; readonly id: string };

/** How somebody stands to a plan: which kinds of data they may read, each with its ground. A kind that is not there is shut. */
export type PlanReach = {
  readonly party: boolean;
  /** Do they keep the record: take part for the huvudman whose record it rests on, with a contact with the person today? */
  readonly keeps: boolean;
  /** Do they lead it: has their unit accepted to answer for the whole, or has none and they keep the record? To lead opens nothing to read. */
  readonly leads: boolean;
  readonly own: boolean;
  /** As whom an individual speaks for the one that it is about: each opens what its own assignment opens. Empty where it is their own. */
  readonly speaks: readonly SpeakingFor[];
  readonly grounds: ReadonlyMap<DataKind, Ground>;
};

type At = { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant };

/** How this actor stands to this plan now. Row-level security answers the same from the same facts. That two huvudmen know the same person gives nothing. */
export function planReachOf(actor: Actor, standing: PlanStanding, { today, now }: At): PlanReach {
  const assignment = assignmentOf(actor);
  const takesPart = standing.parties.filter((one) => one.organisation === assignment?.organisation.id && standing.units.includes(one.unit));
  const party = takesPart.length > 0;
  const keeps =
    assignment?.organisation.id === standing.owner &&
    takesPart.some(({ unit }) => standing.contacts.some((contact) => contact.unit === unit && holdsToday(contact, today)));
  const leads = leadsPlan(standing.lead, { party, keeps, units: standing.units }, assignment?.organisation.id);
  const own = actor.kind === 'individual' && standing.own;
  const speaks = actor.kind === 'individual' && !own ? standing.speaks : [];
  const grounds = new Map<DataKind, Ground>();
  for (const kind of dataKinds) {
    const ground = groundOf(kind);
    if (ground) grounds.set(kind, ground);
  }
  return { party, keeps, leads, own, speaks, grounds };

  function groundOf(kind: DataKind): Ground | undefined {
    if (keeps) return { kind: 'own' };
    if (own) return { kind: 'individual' };
    const speaker = speaks.find(({ kinds }) => kinds.includes(kind));
    if (speaker) return { kind: speaker.as, id: speaker.id };
    if (!party || !assignment?.unit) return undefined;
    return lent(kind, { organisation: assignment.organisation.id, unit: assignment.unit.id }, standing, now);
  }
}

/** Do they lead it? The unit that has accepted to answer for the whole does, as long as it takes part; without one, those who keep the record. */
export function leadsPlan(
  lead: PlanStanding['lead'],
  { party, keeps, units }: { readonly party: boolean; readonly keeps: boolean; readonly units: readonly string[] },
  organisation: string | undefined,
): boolean {
  return lead ? party && lead.organisation === organisation && units.includes(lead.unit) : keeps;
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
