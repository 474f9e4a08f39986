import { createHash, randomBytes } from 'node:crypto';
import type { KeyRing } from '../../platform/index.ts';

/** A code is made of what it says and a keyed hash of that: it is stored nowhere, so that no row says where or to whom it was given. */
const [NONCE, TAG, MAC] = [5, 3, 6];
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FIRST = { year: 2026, month: 1 };
/** So many whole months after its own a code can be answered with. */
const MONTHS = 3;

/** What a code says: of which organisation (by the first bits of the hash of its id), of which month, until when it can be used; and its own keyed hash. */
export type SurveyCode = {
  readonly tag: string;
  readonly month: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly hash: Buffer;
};

/** A new code to the survey about a meeting of this organisation, in a month: six groups of four letters. */
export function newSurveyCode(keys: KeyRing, organisation: string, on: Temporal.PlainDate): string {
  const tag = createHash('sha256').update(organisation).digest().subarray(0, TAG);
  const months = (on.year - FIRST.year) * 12 + on.month - FIRST.month;
  const payload = Buffer.concat([randomBytes(NONCE), tag, Buffer.from([months])]);
  const letters = lettersOf(Buffer.concat([payload, macOf(keys, payload)]));
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** What a code says; undefined when nobody here has made it. Spaces, signs between the groups and small letters make no difference. */
export function readSurveyCode(keys: KeyRing, text: string): SurveyCode | undefined {
  const bytes = bytesOf(
    text
      .toUpperCase()
      .replace(/[\s–-]/g, '')
      .replaceAll('O', '0')
      .replaceAll('I', '1')
      .replaceAll('L', '1'),
  );
  if (bytes?.length !== NONCE + TAG + 1 + MAC) return undefined;
  const payload = bytes.subarray(0, NONCE + TAG + 1);
  if (!macOf(keys, payload).equals(bytes.subarray(NONCE + TAG + 1))) return undefined;
  const month = Temporal.PlainDate.from({ ...FIRST, day: 1 }).add({ months: bytes[NONCE + TAG] ?? 0 });
  const until = month.add({ months: MONTHS + 1 });
  return {
    tag: payload.subarray(NONCE, NONCE + TAG).toString('hex'),
    month,
    until,
    hash: keys.lookupHash(`survey-code:${payload.toString('hex')}`),
  };
}

const macOf = (keys: KeyRing, payload: Buffer) => keys.lookupHash(`survey:${payload.toString('hex')}`).subarray(0, MAC);

function lettersOf(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('');
}

function bytesOf(letters: string): Buffer | undefined {
  const found = [...letters].map((letter) => LETTERS.indexOf(letter));
  if (found.includes(-1) || (found.length * 5) % 8 !== 0) return undefined;
  const bits = found.map((five) => five.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
