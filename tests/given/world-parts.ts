import type { Actor } from '../../src/domain/access/actor.ts';
import type { OrganisationKind } from '../../src/domain/access/roles.ts';
import type { Standing } from '../../src/domain/persons/reach.ts';

/** `former`: units that have gone into these by a merger or a split, or will. */
export type Organisation = { id: string; kind: OrganisationKind; units: Unit[]; former: Unit[] };
export type Unit = { id: string; organisation: string; covered: boolean };

export type Place = { readonly unit: string; readonly organisation: string };

export type WorldActor = { readonly secret: string; readonly account: string; readonly actor: Actor };
export type WorldPerson = {
  readonly id: string;
  /** The huvudman that the record is of today; '' when it is of none. */
  readonly owner: string;
  /** The huvudman that made it. */
  readonly origin: string;
  readonly hash: string;
  /** Is there a contact, begun by today, with a unit that the law on shared documentation covers? */
  readonly documented: boolean;
  readonly standing: Omit<Standing, 'own' | 'authorised' | 'merged'>;
};
export type World = {
  readonly actors: readonly WorldActor[];
  readonly persons: readonly WorldPerson[];
  readonly contacts: readonly { readonly id: string; readonly person: string; readonly unit: string; readonly current: boolean }[];
  readonly coveredUnits: ReadonlySet<string>;
  /** The units that have gone into one by mergers up to today. */
  mergedInto(unit: string): readonly string[];
  /** What a unit or an organisation has come out of, by mergers and divisions up to today. */
  cameOutOf(id: string): readonly string[];
  /** The organisation for which a unit goes on today with what it did for one; undefined when for none. */
  goesOnFor(place: Place): string | undefined;
  /** Units as they were of organisations that have ended, or that have handed them over. */
  readonly formerPlaces: readonly Place[];
  /** How the actor stands to the person, from the facts of the world alone. */
  standing(actor: WorldActor, person: WorldPerson): Standing;
};
