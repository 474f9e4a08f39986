import { describe, expect, it } from 'vitest';
import { endOf, lastDay, spellOut, type Ticked } from './spell-out.ts';

const psychiatry = { organisation: 'region', unit: 'psychiatry' };
const ticked = (changes: Partial<Ticked> = {}): Ticked => ({
  ...{ receivers: [psychiatry], kinds: ['needs'], purposes: ['planning'], shutTo: [], shut: [], until: '2027-11-22' },
  ...changes,
});

describe('what was ticked', () => {
  it('is written line by line, each whole, and nothing more', () => {
    expect(spellOut(ticked({ shutTo: [{ organisation: 'region' }], shut: ['crisis', 'follow-up'] }))).toEqual([
      { ...psychiatry, dataKind: 'needs', purpose: 'planning', permits: true, until: '2027-11-22' },
      { organisation: 'region', dataKind: 'crisis', purpose: 'planning', permits: false, until: '2027-11-22' },
      { organisation: 'region', dataKind: 'crisis', purpose: 'carrying-out', permits: false, until: '2027-11-22' },
      { organisation: 'region', dataKind: 'follow-up', purpose: 'following-up', permits: false, until: '2027-11-22' },
    ]);
  });

  it.each([
    [{ receivers: [] }, 'permit-half'],
    [{ kinds: [] }, 'permit-half'],
    [{ shutTo: [psychiatry] }, 'exclusion-half'],
    [{ shut: ['crisis'] }, 'exclusion-half'],
    [{ purposes: [] }, 'purpose-missing'],
    [{ kinds: ['needs', 'follow-up'] }, 'purpose-missing'],
  ] as const)('is never guessed: %j is %s', (changes, code) => {
    expect(spellOut(ticked(changes))).toMatchObject({ code });
  });

  it.each(['2027-03-28', '2027-10-31', '2026-12-31'])('holds through the whole of its last day, %s', (day) => {
    const last = Temporal.PlainDate.from(day);
    expect(endOf(last).toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString()).toBe(`${last.add({ days: 1 })}T00:00:00`);
    expect(lastDay(endOf(last)).toString()).toBe(day);
  });
});
