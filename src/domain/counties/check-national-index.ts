import type { DataFile } from './check-kinds.ts';
import { isMapping, texts, valueAt } from './check-select.ts';
import { Fact } from './national-files.ts';

type Names = readonly string[] | undefined;

/**
 * The names that national data declares, for counties to point at. Undefined = the file is missing or unreadable, so
 * nothing can be said about references to it. Read leniently: a fault elsewhere in a file does not hide its names.
 */
export type NationalIndex = {
  readonly performers: Names;
  readonly roles: Names;
  readonly support: Names;
  readonly ageGroups: Names;
  readonly severities: Names;
  readonly diagnoses: Names;
  readonly facts: Names;
  /** The facts whose own shape is right, by id. */
  readonly factById: ReadonlyMap<string, Fact>;
  readonly activities: Names;
  readonly deadlines: Names;
  readonly areas: Names;
  readonly knowledge: Names;
  /** Statutes by SFS number, and other sources by id. */
  readonly statutes: Names;
};

/** The values that a pattern reaches below a list, or undefined when there is no list. */
export function declared(file: unknown, list: string, key: string): Names {
  return Array.isArray(valueAt(file, list.split('.'))) ? texts(file, `${list}.*.${key}`).map(({ value }) => value) : undefined;
}

/** Reads the names out of the national files. */
export function nationalIndex(files: readonly DataFile[]): NationalIndex {
  const named = (file: string) => files.find((candidate) => candidate.file === file)?.value;
  const taxonomy = named('taxonomy.yaml');
  const situation = named('situation.yaml');
  const law = named('law.yaml');
  const statutes = declared(law, 'statutes', 'sfs');
  const facts = isMapping(situation) && Array.isArray(situation.facts) ? situation.facts : [];
  const knowledge = files.filter(({ file }) => file.startsWith('knowledge/'));
  return {
    performers: declared(taxonomy, 'performers', 'id'),
    roles: declared(taxonomy, 'roles', 'id'),
    support: declared(taxonomy, 'support', 'id'),
    ageGroups: declared(taxonomy, 'age-groups', 'id'),
    severities: declared(taxonomy, 'severities', 'id'),
    diagnoses: declared(taxonomy, 'conditions', 'id'),
    facts: declared(situation, 'facts', 'id'),
    factById: new Map(facts.flatMap((fact) => read(fact))),
    activities: declared(named('activities.yaml'), 'activities', 'id'),
    deadlines: declared(named('deadlines.yaml'), 'deadlines', 'id'),
    areas: declared(named('areas.yaml'), 'areas', 'id'),
    knowledge: knowledge.every(({ value }) => isMapping(value))
      ? knowledge.flatMap(({ value }) => texts(value, 'id').map((id) => id.value))
      : undefined,
    statutes: statutes && [...statutes, ...(declared(law, 'other', 'id') ?? [])],
  };
}

function read(value: unknown): [string, Fact][] {
  const parsed = Fact.safeParse(value);
  return parsed.success ? [[parsed.data.id, parsed.data]] : [];
}
