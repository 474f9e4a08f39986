import type { z } from '@hono/zod-openapi';
import { INTERPRETER_LANGUAGES } from '../../domain/persons/interpreter-languages.ts';
import type { PersonBody, PersonsFound } from './api-schemas.ts';
import type { FoundPerson } from './find-persons.ts';
import type { ShownRecord } from './load-record.ts';

/** What a search answers. Of a masked person there is neither name nor number to send. */
export function personsFoundBody(found: {
  readonly by: z.output<typeof PersonsFound>['by'];
  readonly more: boolean;
  readonly items: readonly FoundPerson[];
}): z.output<typeof PersonsFound> {
  return {
    by: found.by,
    persons: found.items.map(({ id, owner, name, number, caseNumbers, purpose }) => ({
      id,
      owner: { id: owner.id, name: owner.name },
      name: name.masked ? null : name.name,
      masked: name.masked,
      number: number ?? null,
      caseNumbers: [...caseNumbers],
      purpose: purpose.kind,
    })),
    more: found.more,
  };
}

/** A record as its reader may see it. */
export function personBody({ id, owner, name, number, interpreter, ...rest }: ShownRecord): z.output<typeof PersonBody> {
  const { blocked, protection, place, contacts, purpose, abilities } = rest;
  return {
    id,
    owner: { id: owner.id, name: owner.name },
    name,
    number: number ?? null,
    interpreter: INTERPRETER_LANGUAGES.find((language) => language === interpreter) ?? null,
    blocked,
    protection: protection ? { kind: protection.kind ?? null } : null,
    place: place ? { address: place.address ?? null, whereabouts: place.whereabouts ?? null } : null,
    contacts: contacts.map(({ id: contact, unit, caseNumber, from, to, current }) => ({
      id: contact,
      unit,
      caseNumber,
      from: from?.toString() ?? null,
      to: to?.toString() ?? null,
      current,
    })),
    purpose: purpose.kind,
    abilities: Object.entries(abilities).flatMap(([act, may]) => (may ? [act] : [])),
  };
}
