import { isConfirmationOld } from '../../domain/counties/confirmation.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Who } from '../../domain/responsibilities/who.ts';

/** A contact of a unit that has a duty, with whether its confirmation is old. */
export type UnitContact = CountyFile['contacts'][number] & { readonly stale: boolean };

/** Finds the contacts of the kinds of unit that actors are. */
export type ContactFinder = (actors: readonly Who[]) => readonly UnitContact[];

/** A card names this many units; where more could be meant it leads to the list of contacts, which names each once. */
const MOST_ON_A_CARD = 2;

/** The contacts to show beside one duty: none where the actors are so many kinds of unit that they say little. */
export function contactsOnCard(contacts: readonly UnitContact[]): readonly UnitContact[] {
  return contacts.length > MOST_ON_A_CARD ? [] : contacts;
}

/** The contacts of the municipality, and those of the whole county, for the kinds of unit that the actors are. `on`: ISO day. */
export function contactsFor(
  county: CountyFile,
  municipality: string | undefined,
  actors: readonly Who[],
  on: string,
): readonly UnitContact[] {
  return contactsIn(county, municipality, on)(actors);
}

/** As `contactsFor`, for many duties of the same place and day: what is the same for all of them is done once. */
export function contactsIn(county: CountyFile, municipality: string | undefined, on: string): ContactFinder {
  const day = Temporal.PlainDate.from(on);
  const here = county.contacts
    .filter((contact) => !contact.municipality || contact.municipality === municipality)
    .map((contact) => ({ ...contact, stale: isConfirmationOld(contact.confirmed, day) }));
  return (actors) => {
    if (here.length === 0) return here;
    const performers = new Set(actors.flatMap((who) => [who, ...who.members]).flatMap((unit) => unit.performers));
    return here.filter((contact) => contact.performers.some((performer) => performers.has(performer)));
  };
}

/** A contact as the pages show it. */
export function contactProps({ url, ...contact }: UnitContact) {
  return { ...contact, href: url };
}
