import { expect, test } from 'vitest';
import type { Verdict } from '../../domain/documents/verdict.ts';
import { headingOf } from './verdict-answer.tsx';
import type { Verification } from './verify-document.ts';

const document = { id: '1', slug: 'avtal', label: '2', sha256: 'ab', sealedAt: Temporal.Instant.from('2026-11-01T10:00:00Z') };
const verdict: Verdict = { state: 'valid', document, next: undefined };
const agreement = (but: object) =>
  ({ slug: 'avtal', short: 'Avtalet', status: { code: 'in-force' }, begins: undefined, ...but }) as NonNullable<Verification['agreement']>;

test('never says of an authentic document that it applies before the first day of its version, or after the last of the agreement', () => {
  expect(headingOf({ verdict, agreement: agreement({}) })).toBe('Gäller');
  expect(headingOf({ verdict, agreement: agreement({ begins: '2027-07-01' }) })).toBe('Äkta, och den senaste versionen');
  expect(headingOf({ verdict, agreement: agreement({ status: { code: 'expired' } }) })).toBe('Äkta, och den senaste versionen');
});
