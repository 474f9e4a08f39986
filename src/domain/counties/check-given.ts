import type { Path } from './check-fault.ts';
import { countyFiles } from './check-given-county.ts';
import { nationalFiles } from './check-given-national.ts';
import type { DataFile } from './check-kinds.ts';
import { isMapping } from './check-select.ts';

/** Data folders for tests, made anew at each call so that a test may change them. */
export const given = {
  county: () => anew(countyFiles()),
  national: () => anew(nationalFiles()),
};

/** As read from disk: no value stands in two places. */
function anew(files: readonly DataFile[]): DataFile[] {
  return JSON.parse(JSON.stringify(files));
}

/** Changes one value of one file in place; `undefined` takes the key or item away. */
export function change(files: readonly DataFile[], file: string, path: Path, value: unknown): void {
  const last = path.at(-1);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>(
      (at, part) => (Array.isArray(at) ? at[Number(part)] : isMapping(at) ? at[part] : undefined),
      files.find((candidate) => candidate.file === file)?.value,
    );
  if (Array.isArray(parent) && value === undefined) parent.splice(Number(last), 1);
  else if (Array.isArray(parent)) parent[Number(last)] = value;
  else if (!isMapping(parent) || last === undefined) throw new Error(`no such place: ${file} ${path.join('.')}`);
  else if (value === undefined) delete parent[last];
  else parent[last] = value;
}
