import type { DataKind, Purpose } from '../consents/kinds.ts';

/** For which purpose data of a kind is read, where a plan is: to make it, until it is established; then to do what it says; and to see how it went. */
export function purposeOf(kind: DataKind, { established }: { readonly established: boolean }): Purpose {
  if (kind === 'follow-up') return 'following-up';
  return established ? 'carrying-out' : 'planning';
}
