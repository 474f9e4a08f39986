import { z } from 'zod';
import { CountyCode, IsoDate, MunicipalityCode } from '../counties/ids.ts';
import type { Fact, SituationFile } from '../counties/national-files.ts';
import { type FactValue, sameValue } from './fact-value.ts';
import { applyImplications } from './implications.ts';
import { isRecord, parseFact } from './parse-fact.ts';
import type { ParsedSituation, SituationFault } from './situation.ts';

const PLACE = ['county', 'municipality', 'date'] as const;
const MOST_FAULTS = 50;

/**
 * A situation as a machine sends it: `{county, municipality?, date?, <fact id>: value …}`. Returns the situation, or every fault
 * with its path. The county follows from the municipality when only that is given. Whether the codes exist is for the register.
 */
export function parseSituation(raw: unknown, file: Pick<SituationFile, 'facts' | 'implications'>): ParsedSituation {
  if (!isRecord(raw)) return { ok: false, faults: [{ code: 'not-an-object', path: [] }] };
  const faults: SituationFault[] = placeFaults(raw);
  const facts: Record<string, FactValue> = {};
  const known = new Set<string>([...PLACE, ...file.facts.map((fact) => fact.id)]);
  for (const field of Object.keys(raw)) if (!known.has(field)) faults.push({ code: 'unknown-field', path: [field.slice(0, 80)] });
  for (const fact of file.facts) {
    if (!Object.hasOwn(raw, fact.id)) continue;
    const parsed = parseFact(fact, raw[fact.id], [fact.id]);
    if ('faults' in parsed) faults.push(...parsed.faults);
    else facts[fact.id] = parsed.value;
  }
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_FAULTS) };
  const completed = applyImplications(facts, file);
  const given = inFileOrder(facts, file);
  const counted = inFileOrder(completed.facts, file);
  const overridden = Object.fromEntries(Object.entries(given).filter(([id, told]) => !sameValue(told, counted[id])));
  return {
    ok: true,
    situation: {
      ...placeOf(raw),
      facts: counted,
      asked: Object.keys(facts),
      implied: completed.implied,
      ...(Object.keys(overridden).length > 0 ? { overridden } : {}),
    },
  };
}

function placeFaults(raw: Record<string, unknown>): SituationFault[] {
  const faults: SituationFault[] = [];
  const bad = (field: (typeof PLACE)[number], schema: z.ZodType) => raw[field] !== undefined && !schema.safeParse(raw[field]).success;
  if (raw.county === undefined && raw.municipality === undefined) faults.push({ code: 'missing', path: ['county'] });
  if (bad('county', CountyCode)) faults.push({ code: 'not-a-county', path: ['county'] });
  if (bad('municipality', MunicipalityCode)) faults.push({ code: 'not-a-municipality', path: ['municipality'] });
  if (bad('date', IsoDate)) faults.push({ code: 'not-a-date', path: ['date'] });
  const { county, municipality } = raw;
  if (faults.length === 0 && typeof county === 'string' && typeof municipality === 'string' && !municipality.startsWith(county)) {
    faults.push({ code: 'municipality-outside-county', path: ['municipality'] });
  }
  return faults;
}

const Place = z.object({ county: z.string().optional(), municipality: z.string().optional(), date: z.string().optional() });

function placeOf(raw: Record<string, unknown>) {
  const { county, municipality, date } = Place.parse(raw);
  return {
    county: county ?? (municipality ?? '').slice(0, 2),
    ...(municipality === undefined ? {} : { municipality }),
    ...(date === undefined ? {} : { date }),
  };
}

function inFileOrder(facts: Readonly<Record<string, FactValue>>, file: Pick<SituationFile, 'facts'>): Record<string, FactValue> {
  return Object.fromEntries(
    file.facts.flatMap((fact) => {
      const value = facts[fact.id];
      return value === undefined ? [] : [[fact.id, inOptionOrder(value, fact)]];
    }),
  );
}

function inOptionOrder(value: FactValue, fact: Fact): FactValue {
  if (value === 'unknown' || !('set' in value) || fact.type !== 'set') return value;
  return { ...value, set: fact.options.flatMap(({ id }) => (value.set.includes(id) ? id : [])) };
}
