import { isConfirmationOld } from '../../domain/counties/confirmation.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Who } from '../../domain/responsibilities/who.ts';

/** A contact of a unit that has a duty, with whether its confirmation is old. */
export type UnitContact = CountyFile['contacts'][number] & { readonly stale: boolean };

/** The contacts of the municipality, and those of the whole county, for the kinds of unit that the actors are. `on`: ISO day. */
export function contactsFor(county: CountyFile, municipality: string | undefined, actors: readonly Who[], on: string): UnitContact[] {
  const performers = new Set(actors.flatMap((who) => [who, ...who.members]).flatMap((unit) => unit.performers));
  return county.contacts
    .filter((contact) => !contact.municipality || contact.municipality === municipality)
    .filter((contact) => contact.performers.some((performer) => performers.has(performer)))
    .map((contact) => ({ ...contact, stale: isConfirmationOld(contact.confirmed, Temporal.PlainDate.from(on)) }));
}
