import type { CountyFile } from '../../domain/counties/county-file.ts';
import { type UnitOnDay, unitsThatFit } from '../../domain/organisations/responsible-units.ts';
import type { AgeSpan } from '../../domain/organisations/unit.ts';
import type { Tx } from '../../platform/index.ts';
import { registerOf } from './register.ts';
import { waysOf } from './unit-input.ts';
import { unitTexts } from './unit-texts.ts';

type Contact = CountyFile['contacts'][number];

/**
 * The county with the contacts of its units ahead of those of its file: of the units that are open on the day, are for the age when it is known, and
 * whose contacts somebody has made sure of. A unit that serves several municipalities is there for each; one that serves them all once, for the county.
 */
export async function withUnitContacts(tx: Tx, county: CountyFile, on: Temporal.PlainDate, age?: AgeSpan): Promise<CountyFile> {
  const { units } = await registerOf(tx, county.code);
  const all = county.municipalities.map(({ code }) => code);
  const own = unitsThatFit(units, { age }, on).flatMap((found) => contactsOf(found, all));
  return own.length === 0 ? county : { ...county, contacts: [...own, ...county.contacts] };
}

function contactsOf({ was }: UnitOnDay, all: readonly string[]): Contact[] {
  if (!was.confirmedOn || was.contacts.length === 0) return [];
  const { phone, email, web } = waysOf(was.contacts, was.opening);
  const contact: Contact = {
    unit: was.name,
    performers: [was.kind],
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(web ? { url: web } : {}),
    confirmed: was.confirmedOn.toString(),
    source: unitTexts.source,
  };
  const everyone = was.serves.length === 0 || all.every((code) => was.serves.includes(code));
  return everyone ? [contact] : was.serves.map((municipality) => ({ ...contact, municipality }));
}
