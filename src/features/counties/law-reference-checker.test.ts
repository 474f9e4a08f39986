import { describe, expect, it } from 'vitest';
import { LawFile } from '../../domain/counties/national-files.ts';
import { lawReferenceChecker } from './law-reference-checker.ts';

const check = lawReferenceChecker(
  LawFile.parse({
    note: 'Prov',
    'as-of': '2026-04-25',
    statutes: [
      {
        sfs: '2001:453',
        title: 'Socialtjänstlag (2001:453)',
        abbreviation: 'SoL',
        'in-force-from': '2002-01-01',
        'repealed-from': '2025-07-01',
        provisions: ['14:1'],
      },
      {
        sfs: '2025:400',
        title: 'Socialtjänstlag (2025:400)',
        abbreviation: 'SoL',
        'in-force-from': '2025-07-01',
        provisions: ['10:8', '19:1'],
      },
    ],
    successors: [],
  }),
);

describe('a law reference in a data file', () => {
  it.each(['SoL 2025:400 19:1', 'SoL 19 kap. 1 §', 'SoL 2001:453 14:1', 'SoL 2025:400'])('may be %s', (text) => {
    expect(check(text)).toBe('ok');
  });

  it('may name an act that was not read', () => {
    expect(check('HSLF-FS 2016:1')).toBe('ok');
  });

  it.each(['lagen om allt', 'SoL 19:1 och mer', 'SoL 2025:400 99:1', 'SoL 2001:453 19:1', ''])('may not be "%s"', (text) => {
    expect(check(text)).toBe('unknown');
  });
});
