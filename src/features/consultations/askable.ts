import type { Receiver, ReceiverKind } from '../../domain/consultations/round.ts';
import { nameOn, type Organisation } from '../../domain/organisations/organisation.ts';
import { heldOn } from '../../domain/organisations/period.ts';
import { unitOn } from '../../domain/organisations/unit.ts';
import type { Tx } from '../../platform/index.ts';
import { countyOf } from '../counties/index.ts';
import { listOrganisations, listUnits } from '../organisations/index.ts';

/** One that can be asked. `of`: the organisation that a unit is of. */
export type Askable = Receiver & { readonly of?: string | undefined };

const ORGANISATIONS: Readonly<Partial<Record<Organisation['kind'], ReceiverKind>>> = {
  region: 'huvudman',
  municipality: 'huvudman',
  'user-organisation': 'user-organisation',
};

/** Everyone in a county who can be asked on a day: its huvudmän, joint bodies, organisations of users and relatives, and units; by kind and name. */
export async function askable(tx: Tx, county: string, today: Temporal.PlainDate): Promise<Askable[]> {
  const [file, organisations, units] = await Promise.all([countyOf(tx, county), listOrganisations(tx, county), listUnits(tx, { county })]);
  const open = organisations.filter(({ versions }) => heldOn(versions, today) !== undefined);
  const names = new Map(open.map((one) => [one.id, nameOn(one, today)]));
  const found = [
    ...open.flatMap(({ id, kind }) => {
      const asked = ORGANISATIONS[kind];
      return asked ? [receiver(asked, id, names.get(id) ?? '')] : [];
    }),
    ...(file?.bodies.map(({ id, name }) => receiver('body', id, name)) ?? []),
    ...units.flatMap((unit) => {
      const now = unitOn(unit, today);
      const of = now && names.get(now.organisation);
      return now && of !== undefined ? [{ ...receiver('unit', unit.id, now.name), of }] : [];
    }),
  ];
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
}

function receiver(kind: ReceiverKind, id: string, name: string): Askable {
  return { receiver: `${kind}:${id}`, kind, id, name };
}
