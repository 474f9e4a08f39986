import type { DataFile } from './check-kinds.ts';
import { kindOfFile } from './check-kinds.ts';
import { declared } from './check-national-index.ts';
import { isMapping, sectionsOf, select, texts, valueAt } from './check-select.ts';

type Names = readonly string[] | undefined;

/** A body by id: what kind it is and the ids of its seats. */
type BodyNames = { readonly kind: string | undefined; readonly seats: readonly string[] };

/** The names that a county folder declares, read leniently. Undefined = could not be read, so nothing can be said. */
export type CountyIndex = {
  readonly code: string | undefined;
  readonly municipalities: Names;
  readonly districts: Names;
  readonly bodies: ReadonlyMap<string, BodyNames> | undefined;
  /** The slugs of the agreements of the folder. */
  readonly agreements: Names;
  /** The ids of all rows, by the slug of their agreement (all its versions); undefined where a version's rows could not be read. */
  readonly rows: ReadonlyMap<string, Names>;
};

/** The names that one agreement declares for itself. */
export type AgreementIndex = {
  readonly slug: string | undefined;
  readonly actors: Names;
  readonly groups: Names;
  readonly related: readonly string[];
  readonly rows: Names;
  /** Sentence ids by section id. */
  readonly sections: ReadonlyMap<string, readonly string[]> | undefined;
};

function text(value: unknown, key: string): string | undefined {
  return texts(value, key)[0]?.value;
}

/** Reads the names out of a county folder's files. */
export function countyIndex(files: readonly DataFile[]): CountyIndex {
  const county = files.find(({ file }) => kindOfFile('county', file) === 'county')?.value;
  const agreements = files.filter(({ file }) => kindOfFile('county', file) === 'agreement').map(({ value }) => agreementIndex(value));
  const rows = new Map<string, Names>();
  for (const { slug, rows: own } of agreements) {
    if (slug === undefined) continue;
    const before = rows.has(slug) ? rows.get(slug) : [];
    rows.set(slug, before && own && [...before, ...own]);
  }
  const bodies = isMapping(county) && Array.isArray(county.bodies) ? county.bodies : undefined;
  return {
    code: text(county, 'code'),
    municipalities: declared(county, 'municipalities', 'code'),
    districts: declared(county, 'districts', 'id') ?? (isMapping(county) ? [] : undefined),
    bodies: bodies && bodyNames(bodies),
    agreements: agreements.some(({ slug }) => slug === undefined) ? undefined : [...rows.keys()],
    rows,
  };
}

/** Two bodies with the same id are one here: that is a fault of its own and must not make their seats unknown. */
function bodyNames(bodies: readonly unknown[]): Map<string, BodyNames> {
  const found = new Map<string, BodyNames>();
  for (const body of bodies) {
    const id = text(body, 'id');
    if (id === undefined) continue;
    const seats = texts(body, 'seats.*.id').map(({ value }) => value);
    found.set(id, { kind: text(body, 'kind'), seats: [...(found.get(id)?.seats ?? []), ...seats] });
  }
  return found;
}

/** Reads the names out of one agreement file. */
export function agreementIndex(value: unknown): AgreementIndex {
  const actors = valueAt(value, ['actors']);
  return {
    slug: text(value, 'slug'),
    actors: isMapping(actors) ? Object.keys(actors) : undefined,
    groups: declared(value, 'matrix.groups', 'id'),
    related: texts(value, 'related.*.slug').map((found) => found.value),
    rows: declared(value, 'responsibilities', 'id'),
    sections: Array.isArray(valueAt(value, ['sections'])) ? sentenceNames(value) : undefined,
  };
}

function sentenceNames(agreement: unknown): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { value } of sectionsOf(agreement)) {
    const id = text(value, 'id');
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), ...select(value, 'sentences.*').map(({ path }) => String(path.at(-1)))]);
  }
  return found;
}
