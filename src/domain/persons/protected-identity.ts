import type { Certainty } from '../counties/ids.ts';

/** The three kinds of protected identity, by their Swedish names: none has a safe translation. */
export const PROTECTED_IDENTITIES = ['sekretessmarkering', 'skyddad-folkbokforing', 'fingerade-personuppgifter'] as const;
export type ProtectedIdentity = (typeof PROTECTED_IDENTITIES)[number];

/**
 * What may be hidden. `address`: where the person lives and how to reach them; `whereabouts`: where they are now or will be (placement,
 * meeting place, unit that names a town); `name-in-lists`; `kind`: which protection it is; `earlier-identity`: who they were before.
 */
export type ProtectedFact = 'address' | 'whereabouts' | 'name-in-lists' | 'kind' | 'earlier-identity';

/** A provision that a row of the table rests on. */
export type ProtectionBasis = { readonly sfs: string; readonly provision: string; readonly certainty: Certainty };

export type Protection = { readonly hides: readonly ProtectedFact[]; readonly basis: readonly ProtectionBasis[] };

const THREAT = { sfs: '2009:400', provision: '21:3', certainty: 'statute' } as const;

/**
 * What each kind hides from everyone without explicit authorisation. Address and whereabouts always; the name in lists too, because a
 * list is read by many and beside other people's names. A fictitious identity is safe only as long as nobody learns that it is one, so
 * there the kind itself and everything earlier is hidden as well. Sources: OSL 5:5 (the mark), 21:3 and 21:3 a (address), 22:1
 * (population register), folkbokföringslagen 16 §, lagen om fingerade personuppgifter; which facts a system hides is our reading.
 */
export const protections: Readonly<Record<ProtectedIdentity, Protection>> = {
  sekretessmarkering: {
    hides: ['address', 'whereabouts', 'name-in-lists'],
    basis: [
      { sfs: '2009:400', provision: '5:5', certainty: 'statute' },
      { sfs: '2009:400', provision: '22:1', certainty: 'statute' },
      THREAT,
    ],
  },
  'skyddad-folkbokforing': {
    hides: ['address', 'whereabouts', 'name-in-lists'],
    basis: [
      { sfs: '1991:481', provision: '16', certainty: 'general' },
      { sfs: '2009:400', provision: '21:3 a', certainty: 'statute' },
      THREAT,
    ],
  },
  'fingerade-personuppgifter': {
    hides: ['address', 'whereabouts', 'name-in-lists', 'kind', 'earlier-identity'],
    basis: [
      { sfs: '1991:483', provision: '1', certainty: 'general' },
      { sfs: '2009:400', provision: '21:3 a', certainty: 'statute' },
      THREAT,
    ],
  },
};

/** Who is asked about, and whether the one who looks is authorised for protected people in this case. */
export type ProtectedLook = { readonly protection: ProtectedIdentity | undefined; readonly authorised: boolean };

/** Must this fact stay on the server? Never for a person without protection or a reader with explicit authorisation. */
export function hides({ protection, authorised }: ProtectedLook, fact: ProtectedFact): boolean {
  return protection !== undefined && !authorised && protections[protection].hides.includes(fact);
}

/** A name as a list may have it: the name, or that it is masked (the page has the words for that). */
export type NameInList = { readonly masked: false; readonly name: string } | { readonly masked: true };

/** The name for a list. A masked one holds nothing of the name: not initials, not its length. */
export function maskedName(name: string, look: ProtectedLook): NameInList {
  return hides(look, 'name-in-lists') ? { masked: true } : { masked: false, name };
}
