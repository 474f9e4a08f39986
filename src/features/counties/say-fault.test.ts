import { describe, expect, it } from 'vitest';
import { fault } from '../../domain/counties/check-fault.ts';
import { checkBroken } from '../../domain/counties/check-given-broken.ts';
import { brokenCases } from '../../domain/counties/check-given-faults.ts';
import { faultTexts } from './fault-texts.ts';
import { sayFault } from './say-fault.ts';

/** Faults of files and folders as such; each is tested where files are read. */
const ofFiles = ['duplicate-key', 'missing-file', 'national-has-faults', 'unexpected-file', 'unreadable-file', 'yaml-syntax', 'yaml-tab'];

describe('the sentence of a fault', () => {
  it('exists for every fault code, and every code has a case that gives it', () => {
    const proven = [...ofFiles, ...brokenCases.map(({ code }) => code)];
    expect(Object.keys(faultTexts).filter((code) => !proven.includes(code))).toEqual([]);
  });

  it.each(brokenCases)('is one line with place, what is wrong and what was expected, when the check $guarantee', (broken) => {
    for (const found of checkBroken(broken)) {
      const said = sayFault({ file: found.file, line: 1, fault: found });
      expect(said).toMatch(/^\S+:1 \S.* – [^–].+ – väntade .+[^ ]$/);
      expect(said).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it('stays on its line when the value it quotes does not', () => {
    const found = fault('county.yaml', ['name'], 'invalid-format', { value: 'a\nb\u001b[31m', format: 'slug', pattern: '' });
    expect(sayFault({ file: 'county.yaml', line: 2, fault: found })).toMatch(/^county\.yaml:2 name – "a b \[31m" är/);
  });
});
