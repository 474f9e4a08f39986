import type { z } from 'zod';
import { allowedKeys } from './check-allowed-keys.ts';
import { type Fault, fault, type JsonType, type Path } from './check-fault.ts';
import { formatOf } from './check-format.ts';
import { type FileKind, schemas } from './check-kinds.ts';
import { isMapping, valueAt } from './check-select.ts';

type Issue = z.core.$ZodIssue;
type Context = { readonly file: string; readonly kind: FileKind; readonly root: unknown };

/** Every fault of shape in a file: keys, types, formats, missing and empty things. Empty list = the file has the shape of its kind. */
export function checkShape(file: string, kind: FileKind, root: unknown): Fault[] {
  const parsed = schemas[kind].safeParse(root);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf({ file, kind, root }, issue, []));
}

function faultsOf(context: Context, issue: Issue, base: Path): Fault[] {
  const { file, kind } = context;
  const path: Path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const value = valueAt(context.root, path);
  const shown = show(value);
  const last = path.at(-1);
  if (value === undefined && typeof last === 'string' && issue.code !== 'invalid_key') return [missing(file, path, last, issue)];
  switch (issue.code) {
    case 'invalid_type':
      return [fault(file, path, 'wrong-type', { expected: typeOf(issue.expected), received: received(value), value: shown })];
    case 'invalid_value':
      return [fault(file, path, 'not-allowed', { value: shown, allowed: issue.values.map(String) })];
    case 'invalid_format':
      return [fault(file, path, 'invalid-format', { value: shown, format: formatOf(issue, last), pattern: issue.pattern ?? '' })];
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault(file, [...path, key], 'unknown-key', { key, allowed: allowedKeys(kind, path) }));
    case 'invalid_key':
      return [invalidKey(file, path, issue.issues[0])];
    case 'too_small':
      return [tooSmall(file, path, issue, shown)];
    case 'too_big':
      return [fault(file, path, typeof value === 'number' ? 'out-of-range' : 'wrong-length', { value: shown, max: Number(issue.maximum) })];
    case 'invalid_union':
      return unionFaults(context, issue, path, shown);
    default:
      return [fault(file, path, 'no-variant', { variants: [] })];
  }
}

/** A missing key; a missing citation or actor has its own code, since that is a rule of the house and not of form. */
function missing(file: string, path: Path, key: string, issue: Issue): Fault {
  if (key === 'cites') return fault(file, path, 'no-citation', {});
  if (key === 'actors' && path.length === 3) return fault(file, path, 'no-actor', {});
  return fault(file, path, 'missing-key', { key, expected: issue.code === 'invalid_type' ? typeOf(issue.expected) : 'value' });
}

function tooSmall(file: string, path: Path, issue: Extract<Issue, { code: 'too_small' }>, value: string): Fault {
  const min = Number(issue.minimum);
  if (issue.origin === 'array') {
    if (path.at(-1) === 'cites') return fault(file, path, 'no-citation', {});
    return path.at(-1) === 'actors' ? fault(file, path, 'no-actor', {}) : fault(file, path, 'empty-list', {});
  }
  if (issue.origin !== 'string') return fault(file, path, 'out-of-range', { value, min });
  return min <= 1 ? fault(file, path, 'empty-text', {}) : fault(file, path, 'wrong-length', { value, min });
}

function invalidKey(file: string, path: Path, inner: Issue | undefined): Fault {
  const pattern = inner?.code === 'invalid_format' ? (inner.pattern ?? '') : '';
  const at = path.at(-2);
  const format =
    at === 'sentences' ? 'sentence-id' : at === 'actors' ? 'actor-id' : at === 'when' || at === 'conditions' ? 'slug' : 'other';
  return fault(file, path, 'invalid-key', { key: String(path.at(-1)), format, pattern });
}

/** Of several allowed forms, speaks about the one that was most likely meant. */
function unionFaults(context: Context, issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, value: string): Fault[] {
  if (issue.errors.length === 0 && 'options' in issue && Array.isArray(issue.options)) {
    return [fault(context.file, path, 'not-allowed', { value, allowed: issue.options.map(String) })];
  }
  const ranked = issue.errors.map((issues) => ({ issues, rank: likeness(issues) })).sort((a, b) => a.rank - b.rank);
  const [first, second] = ranked;
  if (first && first.rank < (second?.rank ?? Number.POSITIVE_INFINITY))
    return first.issues.flatMap((inner) => faultsOf(context, inner, path));
  const variants = issue.errors.map((issues) => [
    ...new Set(issues.flatMap((inner) => (inner.code === 'invalid_type' ? inner.path.map(String) : []))),
  ]);
  return [fault(context.file, path, 'no-variant', { variants: variants.filter((keys) => keys.length > 0) })];
}

/** Lower is nearer: another type at the root is farthest, then another value, then the number of faults. */
function likeness(issues: readonly Issue[]): number {
  const atRoot = issues.find((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys' && issue.code !== 'too_small');
  return issues.length + (atRoot?.code === 'invalid_type' ? 1000 : atRoot ? 100 : 0);
}

const jsonTypes: readonly JsonType[] = ['string', 'number', 'int', 'boolean', 'array', 'object', 'null'];

function typeOf(expected: string): JsonType {
  return jsonTypes.find((type) => type === expected) ?? 'object';
}

function received(value: unknown): JsonType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return isMapping(value) ? 'object' : (jsonTypes.find((type) => type === typeof value) ?? 'null');
}

/** A value short enough to stand in a line. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
