import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from './check-fault.ts';
import { checkCountyFolder, checkNationalFolder } from './check-folder.ts';
import { change, given } from './check-given.ts';
import type { DataFile } from './check-kinds.ts';
import { nationalIndex } from './check-national-index.ts';
import { isMapping, valueAt } from './check-select.ts';

const taken = Symbol('taken away');

/** Every place of a value, the root left out. */
function places(value: unknown, path: Path = []): Path[] {
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : isMapping(value) ? Object.keys(value) : [];
  return keys.flatMap((key) => [[...path, key], ...places(valueAt(value, [key]), [...path, key])]);
}

/** A folder with one to three places taken away or replaced by anything that YAML can hold. */
function mutated(files: () => DataFile[]) {
  const spots = files().flatMap(({ file, value }) => places(value).map((path) => ({ file, path })));
  const anything = fc.oneof(
    fc.constant(taken),
    fc.constantFrom('x', '', '9801', 'ansvar.a1', -1, null, [], {}),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const mutation = fc.record({ spot: fc.constantFrom(...spots), to: anything });
  return fc.array(mutation, { minLength: 1, maxLength: 3 }).map((mutations) => {
    const made = files();
    for (const { spot, to } of mutations) {
      const parent = valueAt(made.find(({ file }) => file === spot.file)?.value, spot.path.slice(0, -1));
      const there = Array.isArray(parent) || isMapping(parent);
      if (there) change(made, spot.file, spot.path, to === taken ? undefined : to);
    }
    return made;
  });
}

describe('whatever stands in the files', () => {
  it('never makes the check of a county fail, and every fault has a file and a path', () => {
    const national = nationalIndex(given.national());
    fc.assert(
      fc.property(mutated(given.county), (files) => {
        for (const { file, path, code } of checkCountyFolder(files, national)) {
          expect(files.map((known) => known.file)).toContain(file);
          expect(path.every((part) => typeof part === 'string' || Number.isInteger(part))).toBe(true);
          expect(code).toMatch(/^[a-z-]+$/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never makes the check of the national files fail, nor that of a county that rests on them', () => {
    fc.assert(
      fc.property(mutated(given.national), (files) => {
        for (const { file } of checkNationalFolder(files)) expect(files.map((known) => known.file)).toContain(file);
        checkCountyFolder(given.county(), nationalIndex(files));
      }),
      { numRuns: 200 },
    );
  });

  it('never accepts a file that is not even a mapping', () => {
    fc.assert(
      fc.property(fc.constantFrom(...given.county().map(({ file }) => file)), fc.jsonValue(), (broken, value) => {
        fc.pre(!isMapping(value) || Object.keys(value).length < 3);
        const files = given.county().map((known) => (known.file === broken ? { file: broken, value } : known));
        expect(checkCountyFolder(files, nationalIndex(given.national())).some(({ file }) => file === broken)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
