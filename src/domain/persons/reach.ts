import { type Actor, assignmentOf, loginOf } from '../access/actor.ts';
import type { ProtectedIdentity } from './protected-identity.ts';

/** A unit's contact with a person by a case. `until`: the first Swedish day it no longer holds. */
export type CaseContact = { readonly unit: string; readonly from: Temporal.PlainDate; readonly until?: Temporal.PlainDate | undefined };

/** A record lent to a unit of another huvudman. `until`: the moment from which it no longer holds. */
export type Share = {
  readonly id: string;
  readonly unit: string;
  readonly from: Temporal.Instant;
  readonly until?: Temporal.Instant | undefined;
};

/** A record opened in an emergency, by one account acting in one unit. */
export type Opening = {
  readonly account: string;
  readonly unit: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
};

/** What decides who reaches a record. Only what is about the asker needs to be in the lists. */
export type Standing = {
  /** The huvudman that owns the record. */
  readonly owner: string;
  readonly contacts: readonly CaseContact[];
  /** The units that have gone into the asker's by mergers up to today: their cases are its cases. A split or a closing hands none over. */
  readonly merged: readonly string[];
  readonly shares: readonly Share[];
  readonly openings: readonly Opening[];
  /** Is the number of the record that of the one who asks? */
  readonly own: boolean;
  /** Has the asker explicit authorisation, today, for people with protected identity at the organisation they act for? */
  readonly authorised: boolean;
  readonly protection?: ProtectedIdentity | undefined;
  /** Does the person oppose that other providers open the record (lag 2022:913 2 kap. 2–3 §§)? */
  readonly blocked: boolean;
};

/**
 * How someone stands to a record: nothing else lets anybody in.
 * `contact`: their own unit, or one that was merged into it, works with the person, in a record of its own huvudman. `share`: the id of a share to their unit that holds now.
 */
export type Reach = {
  readonly contact: boolean;
  readonly share: string | undefined;
  readonly emergency: boolean;
  readonly own: boolean;
  readonly authorised: boolean;
  readonly protection: ProtectedIdentity | undefined;
};

/** How this actor stands to this record at this moment, on this Swedish day. Row-level security answers the same from the same facts. */
export function reachOf(actor: Actor, standing: Standing, { today, now }: { today: Temporal.PlainDate; now: Temporal.Instant }): Reach {
  const { owner, contacts, merged, shares, openings, blocked, protection } = standing;
  const assignment = assignmentOf(actor);
  const unit = assignment?.unit?.id;
  const ours = assignment?.organisation.id === owner;
  const worksFor = (one: string) => unit !== undefined && (one === unit || merged.includes(one));
  const holdsToday = ({ from, until }: CaseContact) =>
    Temporal.PlainDate.compare(from, today) <= 0 && (!until || Temporal.PlainDate.compare(today, until) < 0);
  const holdsNow = ({ from, until }: Omit<Share, 'id'>) =>
    Temporal.Instant.compare(from, now) <= 0 && (!until || Temporal.Instant.compare(now, until) < 0);
  return {
    contact: ours && contacts.some((contact) => worksFor(contact.unit) && holdsToday(contact)),
    share: shares.find((share) => share.unit === unit && holdsNow(share))?.id,
    emergency: !blocked && openings.some((one) => one.account === loginOf(actor)?.account && one.unit === unit && holdsNow(one)),
    own: actor.kind === 'individual' && standing.own,
    authorised: ours && standing.authorised,
    protection,
  };
}
