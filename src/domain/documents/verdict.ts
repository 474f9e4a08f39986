/** A sealed document in the register. */
export type RegisteredSeal = {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  readonly sha256: string;
  readonly sealedAt: Temporal.Instant;
};

/** What the signature in a file says, as the seal was tried: whole and ours, or what is wrong with it. */
export type SealFinding = 'sealed' | 'not-pdf' | 'no-signature' | 'added-to' | 'not-ours' | 'changed';

/** Something that came after: another version, from its first day, or the same version sealed anew. */
export type Later = { readonly label: string; readonly from: string };

/** `not-registered`: the seal is ours and whole, and the register has no such document. */
export type WhyNot = Exclude<SealFinding, 'sealed'> | 'not-registered';

/**
 * What is to be said of a file.
 * - `valid`: byte for byte what was sealed, and nothing that applies has come after. `next`: what is decided to come.
 * - `superseded`: byte for byte what was sealed, and `later` has come after
 * - `plan-copy`: byte for byte a copy of somebody's plan as it was sealed; `annulled`: it has been called back since. Nothing more is said of it
 * - `not-authentic`: not what was sealed, or never sealed by us, and why
 */
export type Verdict =
  | { readonly state: 'valid'; readonly document: RegisteredSeal; readonly next: Later | undefined }
  | { readonly state: 'superseded'; readonly document: RegisteredSeal; readonly later: Later }
  | { readonly state: 'plan-copy'; readonly sealedAt: Temporal.Instant; readonly annulled: boolean }
  | { readonly state: 'not-authentic'; readonly why: WhyNot };

/** A copy of a plan, as whoever has the file is told of it. */
export type SealedCopy = { readonly sealedAt: Temporal.Instant; readonly annulled: boolean };

/** Everything there is of the agreement: its versions with their first days, and what is sealed of them. */
export type Known = {
  readonly versions: readonly { readonly label: string; readonly from: string }[];
  readonly sealed: readonly RegisteredSeal[];
};

/**
 * The verdict on a file, by two proofs that must agree: `registered`, the document in the register with the same fingerprint, and `finding`, what its own
 * signature says. Only a file that passes both is authentic. A version whose first day has not come supersedes nothing yet.
 */
export function verdictOn(
  {
    registered,
    finding,
    copy,
  }: { readonly registered: RegisteredSeal | undefined; readonly finding: SealFinding; readonly copy?: SealedCopy | undefined },
  known: Known,
  today: Temporal.PlainDate,
): Verdict {
  if (finding !== 'sealed') return { state: 'not-authentic', why: finding };
  if (!registered && copy) return { state: 'plan-copy', ...copy };
  if (!registered) return { state: 'not-authentic', why: 'not-registered' };
  const after = laterThan(registered, known);
  const later = after.findLast(({ from }) => from <= today.toString());
  if (later) return { state: 'superseded', document: registered, later };
  return { state: 'valid', document: registered, next: after[0] };
}

/** What came after a document, in the order of first days: the same version sealed anew counts from the day it was sealed. */
function laterThan({ label, sealedAt }: RegisteredSeal, { versions, sealed }: Known): Later[] {
  const own = versions.find((version) => version.label === label);
  const anew = sealed.filter((other) => other.label === label && Temporal.Instant.compare(other.sealedAt, sealedAt) > 0);
  return [
    ...(own ? versions.filter(({ from }) => from > own.from) : []),
    ...anew.map((other) => ({ label, from: other.sealedAt.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString() })),
  ].sort((a, b) => a.from.localeCompare(b.from));
}
