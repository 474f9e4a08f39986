import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RegisteredSeal, type SealFinding, verdictOn } from './verdict.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const sealed = (label: string, sealedAt = '2025-01-01T10:00:00Z'): RegisteredSeal => ({
  id: '1',
  slug: 'prov',
  label,
  sha256: 'a'.repeat(64),
  sealedAt: Temporal.Instant.from(sealedAt),
});
const one = sealed('1.0');
const versions = [
  { label: '1.0', from: '2025-01-01' },
  { label: '2.0', from: '2026-01-01' },
];
const findings: SealFinding[] = ['not-pdf', 'no-signature', 'added-to', 'not-ours', 'changed'];

describe('the verdict on a file', () => {
  test('is that it is valid when it is what was sealed and nothing has come after', () => {
    expect(verdictOn({ registered: sealed('2.0'), finding: 'sealed' }, { versions, sealed: [] }, today)).toMatchObject({
      state: 'valid',
      next: undefined,
    });
  });

  test('is that another has come after, and which', () => {
    const known = { versions: [...versions, { label: '3.0', from: '2026-11-22' }], sealed: [one] };
    expect(verdictOn({ registered: one, finding: 'sealed' }, known, today)).toMatchObject({
      state: 'superseded',
      later: { label: '3.0', from: '2026-11-22' },
    });
  });

  test('is that it is valid until the day when the next begins, which it tells of', () => {
    const known = { versions: [...versions, { label: '3.0', from: '2026-11-23' }], sealed: [] };
    const asked = { registered: sealed('2.0'), finding: 'sealed' as const };
    expect(verdictOn(asked, known, today)).toMatchObject({ state: 'valid', next: { label: '3.0', from: '2026-11-23' } });
    expect(verdictOn(asked, known, today.add({ days: 1 }))).toMatchObject({ state: 'superseded' });
  });

  test('is that the same version was sealed anew, on the Swedish day it was', () => {
    const anew = sealed('1.0', '2025-03-01T23:30:00Z');
    const known = { versions: [{ label: '1.0', from: '2025-01-01' }], sealed: [one, anew] };
    expect(verdictOn({ registered: one, finding: 'sealed' }, known, today)).toMatchObject({ later: { label: '1.0', from: '2025-03-02' } });
    expect(verdictOn({ registered: anew, finding: 'sealed' }, known, today)).toMatchObject({ state: 'valid' });
  });

  test('never says that a file is authentic unless both proofs do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...findings), fc.option(fc.constant(one), { nil: undefined }), (finding, registered) => {
        expect(verdictOn({ registered, finding }, { versions, sealed: [one] }, today)).toEqual({ state: 'not-authentic', why: finding });
      }),
    );
    expect(verdictOn({ registered: undefined, finding: 'sealed' }, { versions, sealed: [one] }, today)).toEqual({
      state: 'not-authentic',
      why: 'not-registered',
    });
  });

  test('does not need the version to be in the register of agreements any more', () => {
    expect(verdictOn({ registered: one, finding: 'sealed' }, { versions: [], sealed: [one] }, today)).toMatchObject({ state: 'valid' });
  });
});
