import type { Fact } from '../counties/national-files.ts';
import { type FactValue, NONE } from './fact-value.ts';
import type { SituationFault } from './situation.ts';

type Path = readonly (string | number)[];
export type ParsedFact = { readonly value: FactValue } | { readonly faults: readonly SituationFault[] };

/**
 * One fact as sent by a machine: `"unknown"` for "don't know"; a list of option ids (or one) for a set; an option id for a choice;
 * a boolean for a yes/no; a whole number, `{min, max}` or the id of an age band for a number. Strict: nothing is converted.
 */
export function parseFact(fact: Fact, raw: unknown, path: Path): ParsedFact {
  if (raw === 'unknown') return { value: 'unknown' };
  if (fact.type === 'yes-no')
    return typeof raw === 'boolean' ? { value: { yesNo: raw } } : fault('wrong-type', path, ['true', 'false', 'unknown']);
  if (fact.type === 'number') return parseNumber(fact, raw, path);
  const ids = fact.options.map((option) => option.id);
  if (fact.type === 'choice') {
    if (typeof raw !== 'string') return fault('wrong-type', path, [...ids, 'unknown']);
    return ids.includes(raw) ? { value: { choice: raw } } : fault('unknown-option', path, ids);
  }
  return parseSet(ids, raw, path);
}

function parseSet(ids: readonly string[], raw: unknown, path: Path): ParsedFact {
  const list: unknown = typeof raw === 'string' ? [raw] : raw;
  if (!Array.isArray(list)) return fault('wrong-type', path, ids);
  if (list.length === 0) return fault('empty', path, ids);
  if (list.length > ids.length) return fault('too-many', path);
  const faults = list.flatMap((item: unknown, index): SituationFault[] => {
    const at = typeof raw === 'string' ? path : [...path, index];
    if (typeof item !== 'string') return [{ code: 'wrong-type', path: at, expected: ids }];
    return ids.includes(item) ? [] : [{ code: 'unknown-option', path: at, expected: ids }];
  });
  if (faults.length > 0) return { faults };
  const set = ids.filter((id) => list.includes(id));
  return set.length > 1 && set.includes(NONE) ? fault('excludes-others', path, [NONE]) : { value: { set } };
}

function parseNumber(fact: Extract<Fact, { type: 'number' }>, raw: unknown, path: Path): ParsedFact {
  if (typeof raw === 'string') {
    const band = fact.bands.find((one) => one.id === raw);
    if (band) return { value: { range: { min: band.min, max: band.max } } };
    return fault('unknown-option', path, [...fact.bands.map((one) => one.id), 'unknown']);
  }
  if (typeof raw === 'number') return parseEnds(fact, raw, raw, path, path);
  if (!isRecord(raw)) return fault('wrong-type', path, ['number', '{min, max}', 'unknown']);
  const strangers = Object.keys(raw).filter((key) => key !== 'min' && key !== 'max');
  if (strangers.length > 0) return { faults: strangers.slice(0, 5).map((key) => ({ code: 'unknown-field', path: [...path, key] })) };
  return parseEnds(fact, raw.min ?? fact.min, raw.max ?? fact.max, [...path, 'min'], [...path, 'max']);
}

function parseEnds(fact: Extract<Fact, { type: 'number' }>, min: unknown, max: unknown, minPath: Path, maxPath: Path): ParsedFact {
  const faults = [...endFaults(fact, min, minPath), ...(minPath === maxPath ? [] : endFaults(fact, max, maxPath))];
  if (faults.length > 0 || typeof min !== 'number' || typeof max !== 'number') return { faults };
  return min > max ? fault('ends-reversed', maxPath) : { value: { range: { min, max } } };
}

function endFaults(fact: Extract<Fact, { type: 'number' }>, end: unknown, path: Path): SituationFault[] {
  if (typeof end !== 'number' || !Number.isInteger(end)) return [{ code: 'wrong-type', path, expected: ['integer'] }];
  return end < fact.min || end > fact.max ? [{ code: 'out-of-range', path, expected: [`${fact.min}`, `${fact.max}`] }] : [];
}

function fault(code: SituationFault['code'], path: Path, expected?: readonly string[]): ParsedFact {
  return { faults: [expected ? { code, path, expected } : { code, path }] };
}

/** A plain object whose fields may be read. */
export function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
