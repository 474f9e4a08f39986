import type { CountyIndex } from './check-county-index.ts';
import { type Fault, unknownReference } from './check-fault.ts';
import { texts } from './check-select.ts';
import { DecidedBy } from './terms.ts';

/** Where an agreement says who decides: a body, a seat `body.seat`, or `each-party`. */
const places = [
  'terms.adoption.*.by.*',
  'terms.cadences.*.by.*',
  'terms.local-agreements.responsible.*',
  'terms.termination.notice.*',
  'terms.minor-amendment.by.*',
  'acts.*.by',
] as const;

/** Deciders that county.yaml does not have: bodies and seats. */
export function checkDecidedBy(file: string, agreement: unknown, { bodies }: CountyIndex): Fault[] {
  if (!bodies) return [];
  return places
    .flatMap((place) => texts(agreement, place))
    .flatMap(({ path, value }) => {
      if (value === 'each-party' || !DecidedBy.safeParse(value).success) return [];
      const [body = '', seat] = value.split('.');
      const known = bodies.get(body);
      if (!known) return unknownReference(file, path, 'body', body, [...bodies.keys()]);
      return seat === undefined ? [] : unknownReference(file, path, 'seat', seat, known.seats, body);
    });
}
