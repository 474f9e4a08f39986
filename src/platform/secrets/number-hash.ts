import { parsePersonalNumber } from '../../domain/persons/personal-number.ts';
import type { KeyRing } from './key-ring.ts';

/** The text that a number is hashed as: its kind belongs to it, since regions' reserve numbers may read alike. */
export function hashedText(number: { readonly kind: string; readonly number: string }): string {
  return `${number.kind}:${number.number}`;
}

/** The keyed hash that an individual with this number is found by; undefined when the text is no personnummer or samordningsnummer. */
export function numberHasher(ring: KeyRing, today: () => Temporal.PlainDate): (text: string) => Buffer | undefined {
  return (text) => {
    const read = parsePersonalNumber(text, { today: today() });
    return 'fault' in read || read.kind === 'reservnummer' ? undefined : ring.lookupHash(hashedText(read));
  };
}
