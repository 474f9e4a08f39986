import type { OrganisationKind } from '../access/roles.ts';
import { heldOn, lastOf, type Period } from './period.ts';

/** What an organisation is called in a period. */
export type OrganisationVersion = Period & { readonly name: string };

/** A region, municipality, private provider or user organisation, through its names. */
export type Organisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly county: string;
  readonly municipality: string | undefined;
  readonly versions: readonly OrganisationVersion[];
};

/** What the organisation is called on the day; before its first day and after its last by the nearest name it has had. */
export function nameOn({ versions }: Pick<Organisation, 'versions'>, day: Temporal.PlainDate): string {
  return (heldOn(versions, day) ?? lastOf(versions))?.name ?? '';
}
