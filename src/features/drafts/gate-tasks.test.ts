import { expect, test } from 'vitest';
import { fault } from '../../domain/counties/check-fault.ts';
import type { DraftText } from '../../domain/drafts/draft-file.ts';
import { faultRow, gateTask, isDayMissing } from './gate-tasks.ts';

const HERE = '/arbetsversioner/1';
const text = {
  sections: [{ id: 'mal', heading: 'Mål', sentences: {}, sections: [] }],
  responsibilities: [{ id: 'JA-01', activity: 'Ringa först' }],
  actors: { r_akut: { name: 'Akuten' } },
} as unknown as DraftText;

const task = (code: Parameters<typeof gateTask>[0]['code'], missing: string[], mayWrite = true) =>
  gateTask({ code, met: missing.length === 0, missing }, text, HERE, mayWrite);

test('what is missing before a decision is named in words and leads to where it is mended', () => {
  expect(task('sections', ['mal'])).toMatchObject({ state: 'left', href: `${HERE}/avsnitt/mal`, hint: expect.stringContaining('Mål') });
  expect(task('citations', ['row:JA-01'])).toMatchObject({ href: `${HERE}/ansvar/JA-01` });
  expect(task('day', ['facts'])).toMatchObject({ href: `${HERE}/titel` });
  expect(task('both-sides', ['municipality']).hint).toContain('Kommunsidan');
  expect(task('day', [])).toEqual({ title: expect.any(String), state: 'done' });
});

test('whoever may not write is never led to a form', () => {
  for (const code of ['sections', 'children', 'influence', 'citations', 'day', 'label'] as const)
    expect([code, task(code, ['mal'], false).href]).toEqual([code, undefined]);
});

test('responsibilities that are not tried are counted, never listed by their codes', () => {
  const { hint } = task('children', ['text', 'JA-01', 'JA-02']);
  expect(hint).toContain('2 ansvar att pröva');
  expect(hint).not.toContain('JA-');
});

test('an actor without responsibility is called by its name, and nothing is said in the words of files', () => {
  const idle = faultRow(fault('1', ['actors', 'r_akut'], 'unused-actor', { actor: 'r_akut' }), text);
  expect(idle).toEqual({ place: 'matrix', name: 'Akuten', sentence: 'Aktören har inget ansvar ännu. Ge den ett, eller ta bort den.' });
  const empty = faultRow(fault('1', ['terms', 'validity'], 'missing-key', { key: 'from', expected: 'string' }), text);
  expect(empty.sentence).not.toMatch(/nyckel|terms|väntade/);
});

test('a fault of the whole is told with the place it is in, and a day that is missing only once', () => {
  const wrong = fault('1', ['responsibilities', 0, 'actors'], 'no-actor', {});
  expect(faultRow(wrong, text)).toEqual({ place: 'row:JA-01', name: 'JA-01 Ringa först', sentence: 'Välj minst en aktör som gör något.' });
  expect(faultRow(fault('1', ['sections', 0, 'sentences'], 'empty-text', {}), text)).toMatchObject({ place: 'section:mal', name: 'Mål' });
  expect(isDayMissing(wrong)).toBe(false);
  expect(isDayMissing(fault('1', ['version', 'from'], 'missing-key', { key: 'from', expected: 'string' }))).toBe(true);
});
