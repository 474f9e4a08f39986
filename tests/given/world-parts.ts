import type { Actor } from '../../src/domain/access/actor.ts';
import type { OrganisationKind } from '../../src/domain/access/roles.ts';
import type { Standing } from '../../src/domain/persons/reach.ts';

/** `former`: units that have gone into these by a merger or a split, or will. */
export type Organisation = { id: string; kind: OrganisationKind; units: Unit[]; former: Unit[] };
export type Unit = { id: string; organisation: string; covered: boolean };

export type WorldActor = { readonly secret: string; readonly account: string; readonly actor: Actor };
export type WorldPerson = {
  readonly id: string;
  readonly owner: string;
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
  /** How the actor stands to the person, from the facts of the world alone. */
  standing(actor: WorldActor, person: WorldPerson): Standing;
};
