import { describe, expect, test } from 'vitest';
import { hides, maskedName, PROTECTED_IDENTITIES, protections } from './protected-identity.ts';

describe.each(PROTECTED_IDENTITIES)('%s', (protection) => {
  test.each(['address', 'whereabouts', 'name-in-lists'] as const)('hides %s from everyone without explicit authorisation', (fact) => {
    expect(hides({ protection, authorised: false }, fact)).toBe(true);
    expect(hides({ protection, authorised: true }, fact)).toBe(false);
  });

  test('rests on a provision', () => {
    expect(protections[protection].basis.length).toBeGreaterThan(0);
  });

  test('leaves nothing of the name in a list, not even its length', () => {
    const look = { protection, authorised: false };
    expect(maskedName('Anna Annasdotter', look)).toEqual({ masked: true });
    expect(maskedName('Bo Ek', look)).toEqual(maskedName('Anna Annasdotter', look));
    expect(maskedName('Bo Ek', { protection, authorised: true })).toEqual({ masked: false, name: 'Bo Ek' });
  });
});

test('that it is a fictitious identity is itself hidden', () => {
  const hidden = PROTECTED_IDENTITIES.filter((protection) => hides({ protection, authorised: false }, 'kind'));
  expect(hidden).toEqual(['fingerade-personuppgifter']);
});

test('hides nothing of a person without protection', () => {
  expect(hides({ protection: undefined, authorised: false }, 'address')).toBe(false);
  expect(maskedName('Bo Ek', { protection: undefined, authorised: false })).toEqual({ masked: false, name: 'Bo Ek' });
});
