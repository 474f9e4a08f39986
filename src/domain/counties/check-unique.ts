import { type Fault, fault, showPath, type UniqueKind } from './check-fault.ts';
import type { FileKind } from './check-kinds.ts';
import { type Found, isMapping, sectionsOf, select } from './check-select.ts';

/** What must be one of a kind: by which key, among which values; `within` = among the values of each of these alone. */
type Rule = { readonly kind: UniqueKind; readonly key: string; readonly within?: string };

const rules: Partial<Record<FileKind, readonly Rule[]>> = {
  county: [
    { kind: 'municipality', key: 'municipalities.*.code' },
    { kind: 'district', key: 'districts.*.id' },
    { kind: 'body', key: 'bodies.*.id' },
    { kind: 'seat', key: 'seats.*.id', within: 'bodies.*' },
  ],
  agreement: [
    { kind: 'group', key: 'matrix.groups.*.id' },
    { kind: 'column', key: 'actors.*.column' },
    { kind: 'row', key: 'responsibilities.*.id' },
    { kind: 'step', key: 'terms.adoption.*.id' },
    { kind: 'cadence', key: 'terms.cadences.*.id' },
    { kind: 'ladder', key: 'terms.ladders.*.id' },
    { kind: 'part', key: 'terms.local-agreements.parts.*.id' },
    { kind: 'related', key: 'related.*.slug' },
    { kind: 'stale', key: 'stale.*.id' },
  ],
  law: [{ kind: 'statute', key: 'statutes.*.sfs' }],
  taxonomy: ['performers', 'roles', 'support', 'age-groups', 'severities', 'conditions'].map((list) => ({
    kind: 'tag',
    key: `${list}.*.id`,
  })),
  situation: [
    { kind: 'fact', key: 'facts.*.id' },
    { kind: 'param', key: 'facts.*.param' },
    { kind: 'option', key: 'options.*.id', within: 'facts.*' },
    { kind: 'param', key: 'options.*.param', within: 'facts.*' },
    { kind: 'band', key: 'bands.*.id', within: 'facts.*' },
    { kind: 'param', key: 'bands.*.param', within: 'facts.*' },
    { kind: 'next-step', key: 'next-steps.*.id' },
  ],
  activities: [
    { kind: 'activity', key: 'activities.*.id' },
    { kind: 'tag', key: 'units.*.id' },
  ],
  areas: [{ kind: 'area', key: 'areas.*.id' }],
  deadlines: [{ kind: 'deadline', key: 'deadlines.*.id' }],
  'secrecy-rules': [
    { kind: 'secrecy-rule', key: 'rules.*.id' },
    { kind: 'duty-to-tell', key: 'duties.*.id' },
    { kind: 'performer', key: 'performers.*.kinds.*' },
  ],
  planning: [{ kind: 'prompt', key: 'prompts.*.id' }],
};

/** Ids, codes and columns that stand more than once in a file. The fault is at the later one. */
export function checkUnique(file: string, kind: FileKind, value: unknown): Fault[] {
  const plain = (rules[kind] ?? []).flatMap((rule) => {
    const scopes: Found[] = rule.within ? select(value, rule.within) : [{ path: [], value }];
    return scopes.flatMap((scope) => repeated(file, rule.kind, below(scope, rule.key)));
  });
  if (kind !== 'agreement' && kind !== 'outline') return plain;
  const sections = sectionsOf(value).flatMap((section) => below(section, 'id'));
  const actors = select(value, 'responsibilities.*').flatMap((row) => repeated(file, 'actor-in-row', actorsOf(row)));
  const questions = sectionsOf(value).flatMap((section) => below(section, 'questions.*.id'));
  return [...plain, ...repeated(file, 'section', sections), ...repeated(file, 'question', questions), ...actors];
}

function below(scope: Found, key: string): Found[] {
  return select(scope.value, key).map(({ path, value }) => ({ path: [...scope.path, ...path], value }));
}

/** The same actor may stand twice in a row with different roles, never with the same. */
function actorsOf(row: Found): Found[] {
  return below(row, 'actors.*').flatMap(({ path, value }) =>
    isMapping(value) ? [{ path: [...path, 'actor'], value: `${value.actor} (${value.role})` }] : [],
  );
}

function repeated(file: string, kind: UniqueKind, found: readonly Found[]): Fault[] {
  const first = new Map<string, string>();
  return found.flatMap(({ path, value }) => {
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const id = String(value);
    const before = first.get(id);
    if (before !== undefined) return [fault(file, path, 'duplicate-id', { kind, id, first: before })];
    first.set(id, showPath(path));
    return [];
  });
}
