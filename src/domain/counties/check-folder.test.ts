import { describe, expect, it } from 'vitest';
import type { Path } from './check-fault.ts';
import { checkCountyFolder, checkNationalFolder } from './check-folder.ts';
import { change, given } from './check-given.ts';
import { AGREEMENT, checkBroken } from './check-given-broken.ts';
import { brokenCases } from './check-given-faults.ts';
import { nationalIndex } from './check-national-index.ts';

const national = nationalIndex(given.national());
const codes = (files: ReturnType<typeof given.county>) => checkCountyFolder(files, national).map(({ code }) => code);

/** A county with some values changed. */
function countyWith(...changes: readonly (readonly [file: string, path: Path, value: unknown])[]) {
  const files = given.county();
  for (const [file, path, value] of changes) change(files, file, path, value);
  return files;
}

describe('a folder without faults', () => {
  it('passes a county that uses every kind of term', () => {
    expect(checkCountyFolder(given.county(), national, () => 'ok')).toEqual([]);
  });

  it('passes the national files', () => {
    expect(checkNationalFolder(given.national(), () => 'ok')).toEqual([]);
  });

  it('passes versions that follow one another day by day', () => {
    const files = given.county();
    const next = { file: 'agreements/beroende.v3.yaml', value: structuredClone(files.find(({ file }) => file === AGREEMENT)?.value) };
    change([next], next.file, ['version'], { label: '3.0', from: '2027-01-01' });
    change([next], next.file, ['earlier'], []);
    expect(checkCountyFolder([...files, next], national)).toEqual([]);
  });

  it('passes an earlier version whose last day is not known', () => {
    expect(codes(countyWith([AGREEMENT, ['earlier', 0, 'to'], undefined]))).toEqual([]);
  });

  it('passes a municipality that moves from one district to another', () => {
    const moved = countyWith(
      ['county.yaml', ['districts', 0, 'members', 0, 'to'], '2023-12-31'],
      ['county.yaml', ['districts', 1, 'members', 1], { municipality: '9801', from: '2024-01-01', certainty: 'source' }],
    );
    expect(codes(moved)).toEqual([]);
  });

  it('passes an actor that stands in a row in two different roles', () => {
    expect(codes(countyWith([AGREEMENT, ['responsibilities', 0, 'actors', 1], { actor: 'pv', role: 'host' }]))).toEqual([]);
  });

  it('passes a ladder whose last step is a court among the bodies', () => {
    expect(codes(countyWith([AGREEMENT, ['terms', 'ladders', 1, 'steps', 1, 'body'], 'tingsratten']))).toEqual([]);
  });

  it('passes a conflict with a row of an agreement that is only related', () => {
    expect(codes(countyWith([AGREEMENT, ['responsibilities', 1, 'conflicts', 0, 'agreement'], 'barn-samverkan']))).toEqual([]);
  });
});

describe('one thing broken', () => {
  it.each(brokenCases)('$guarantee', (broken) => {
    const faults = checkBroken(broken).map(({ file, path, code }) => ({ file, path, code }));
    expect(faults).toEqual([{ file: broken.file, path: broken.at, code: broken.code }]);
  });
});

describe('many things broken', () => {
  it('says every fault at once, in every file', () => {
    const files = countyWith(
      ['county.yaml', ['bodies', 0, 'seats'], []],
      [AGREEMENT, ['title'], undefined],
      [AGREEMENT, ['responsibilities', 0, 'cites', 0], 'ansvar.a9'],
      [AGREEMENT, ['responsibilities', 0, 'actors', 0, 'actor'], 'psy'],
    );
    expect(codes(files).toSorted()).toEqual(['body-without-seats', 'missing-key', 'unknown-actor', 'unknown-seat', 'unknown-sentence']);
  });

  it('never lets a fault of form in one row hide a fault of meaning in another', () => {
    const files = countyWith(
      [AGREEMENT, ['responsibilities', 1, 'mode'], 7],
      [AGREEMENT, ['responsibilities', 0, 'way-forward'], undefined],
    );
    expect(codes(files).toSorted()).toEqual(['conditions-without-way-forward', 'not-allowed']);
  });

  it('offers the nearest key for an unknown one, and all that are allowed', () => {
    const [found] = checkCountyFolder(countyWith([AGREEMENT, ['responsibilities', 0, 'way-forwrad'], 'x']), national);
    expect(found?.params).toMatchObject({ key: 'way-forwrad', allowed: expect.arrayContaining(['id', 'way-forward', 'cites']) });
  });
});

describe('a file that could not be read', () => {
  it.each(['county.yaml', AGREEMENT, 'agreements/prov-lokal.yaml'])('never makes names in %s unknown', (unreadable) => {
    const files = given.county().map(({ file, value }) => ({ file, value: file === unreadable ? undefined : value }));
    expect(checkCountyFolder(files, national)).toEqual([]);
  });

  it('never makes national names unknown', () => {
    const unread = given.national().map(({ file }) => ({ file, value: undefined }));
    expect(checkCountyFolder(given.county(), nationalIndex(unread))).toEqual([]);
  });

  it.each(['bodies', 'municipalities'])('says once that %s is missing, not once for every reference to it', (key) => {
    expect(codes(countyWith(['county.yaml', [key], undefined]))).toEqual(['missing-key']);
  });

  it.each(['actors', 'sections'])('says once that %s of an agreement is missing', (key) => {
    expect(codes(countyWith([AGREEMENT, [key], undefined]))).toEqual(['missing-key']);
  });
});
