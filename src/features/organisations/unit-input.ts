import { z } from 'zod';
import { IsoDate, MunicipalityCode, Slug, WebAddress } from '../../domain/counties/ids.ts';
import type { Ages, UnitContact } from '../../domain/organisations/unit.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import { countyOf, nationalFile } from '../counties/index.ts';

export const Name = z.string().trim().min(1).max(200);

/** What somebody saw when they began to change it (`stampOf`): when it is another by now, somebody was before them. */
export const Seen = z.string().max(64);

/** Made with a form and sent with it: the id of what it opens, so that the same form sent twice opens one thing. */
export const FormKey = z.uuid().optional();

/** From which day a change holds. */
export const Day = IsoDate.transform((day) => Temporal.PlainDate.from(day));

const Age = z.number().int().min(0).max(130);

/** What kind of unit it is and whom it serves. */
export const Reach = z.strictObject({
  kind: Slug,
  serves: z.array(MunicipalityCode).max(400),
  ages: z.strictObject({ from: Age, to: Age.optional() }),
});

/** How a unit is reached. Empty is not given. */
export const Ways = z.strictObject({
  phone: z
    .union([
      z.literal(''),
      z
        .string()
        .trim()
        .regex(/^\+?[\d\s()-]{5,25}$/),
    ])
    .default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  web: z.union([z.literal(''), WebAddress.max(300)]).default(''),
  address: z.string().trim().max(200).default(''),
  opening: z.string().trim().max(500).default(''),
});

/** The ways in the order that they are shown. */
export function contactsOf(ways: z.output<typeof Ways>): UnitContact[] {
  const kinds = ['phone', 'email', 'web', 'address'] as const;
  return kinds.flatMap((kind) => (ways[kind] === '' ? [] : [{ kind, value: ways[kind], note: '' }]));
}

/** The ways as an act tells of them. */
export function toldContacts(contacts: readonly UnitContact[]): string[] {
  return contacts.map(({ kind, value }) => `${kind}: ${value}`);
}

/** The ways as they are typed; of several of a kind the first. */
export function waysOf(contacts: readonly UnitContact[], opening: string): z.output<typeof Ways> {
  const first = (kind: UnitContact['kind']) => contacts.find((one) => one.kind === kind)?.value ?? '';
  return { phone: first('phone'), email: first('email'), web: first('web'), address: first('address'), opening };
}

export type ReachRefusal = Refusal<'unit-kind-unknown'> | Refusal<'municipality-not-of-county'> | Refusal<'ages-backwards'>;

/** What is wrong with a reach in a county: an unknown kind of unit, a municipality of elsewhere, ages the wrong way round. */
export async function reachFault(
  tx: Tx,
  county: string,
  { kind, serves, ages }: { kind: string; serves: readonly string[]; ages: Ages },
): Promise<ReachRefusal | undefined> {
  const { performers } = await nationalFile(tx, 'taxonomy');
  if (!performers.some(({ id }) => id === kind)) return refuse('unit-kind-unknown', { kind });
  const own = (await countyOf(tx, county))?.municipalities ?? [];
  const foreign = serves.find((code) => !own.some((one) => one.code === code));
  if (foreign !== undefined) return refuse('municipality-not-of-county', { code: foreign });
  return ages.to !== undefined && ages.to < ages.from ? refuse('ages-backwards') : undefined;
}
