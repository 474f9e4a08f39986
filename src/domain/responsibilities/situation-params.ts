import type { Fact, SituationFile } from '../counties/national-files.ts';
import type { FactValue } from './fact-value.ts';
import { parseSituation } from './parse-situation.ts';
import { type ParsedSituation, type Situation, toldOf } from './situation.ts';

/** The names a shared address uses for the place, the day and the three answers that every fact may have. */
export const PARAMS = { county: 'lan', municipality: 'kommun', date: 'datum', unknown: 'vet-inte', yes: 'ja', no: 'nej' } as const;

type Entries = Iterable<readonly [string, string]>;

/**
 * A situation from the parameters of an address: `lan=06&behov=abstinens,utredning&alder=45&psykiatri=nej&barn-hemma=vet-inte`.
 * Several values by comma or repetition; empty values are unanswered; `alder` takes a number, `18-25` or the name of a band.
 * Parameters that are no facts are another page matter and left alone. Fault paths are parameter names.
 */
export function parseSituationParams(entries: Entries, file: Pick<SituationFile, 'facts' | 'implications'>): ParsedSituation {
  const given = valuesByName(entries);
  const raw: Record<string, unknown> = {};
  for (const field of ['county', 'municipality', 'date'] as const) {
    const values = given.get(PARAMS[field]);
    if (values) raw[field] = values.length === 1 ? values[0] : values;
  }
  for (const fact of file.facts) {
    const values = given.get(fact.param);
    if (values) raw[fact.id] = rawValue(fact, values);
  }
  const parsed = parseSituation(raw, file);
  if (parsed.ok) return parsed;
  const nameOf = new Map<string | number, string>([...Object.entries(PARAMS), ...file.facts.map((fact) => [fact.id, fact.param] as const)]);
  return {
    ok: false,
    faults: parsed.faults.map((fault) => ({ ...fault, path: [nameOf.get(fault.path[0] ?? '') ?? '', ...fault.path.slice(1)] })),
  };
}

function valuesByName(entries: Entries): Map<string, string[]> {
  const given = new Map<string, string[]>();
  for (const [name, text] of entries) {
    const values = text.split(',').flatMap((value) => value.trim() || []);
    if (values.length > 0) given.set(name, [...new Set([...(given.get(name) ?? []), ...values])]);
  }
  return given;
}

/** The address value as the machine value; what cannot be read is passed on so that the parser names the fault. */
function rawValue(fact: Fact, values: readonly string[]): unknown {
  const only = values.length === 1 ? values[0] : undefined;
  if (only === PARAMS.unknown) return 'unknown';
  if (fact.type === 'set') return values.map((value) => optionId(fact.options, value));
  if (only === undefined) return values;
  if (fact.type === 'choice') return optionId(fact.options, only);
  if (fact.type === 'yes-no') return only === PARAMS.yes ? true : only === PARAMS.no ? false : only;
  const number = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(only);
  if (!number) return optionId(fact.bands, only);
  return number[2] === undefined ? Number(number[1]) : { min: Number(number[1]), max: Number(number[2]) };
}

function optionId(options: readonly { readonly id: string; readonly param: string }[], param: string): string {
  return options.find((option) => option.param === param)?.id ?? '';
}

/**
 * The address of a situation: names and values in a fixed order, so that equal situations have equal addresses. What only follows
 * from other answers is left out, and an answer whose place it took is kept: it follows again when the address is read.
 */
export function situationToParams(situation: Situation, file: Pick<SituationFile, 'facts'>): [string, string][] {
  const place = (['county', 'municipality', 'date'] as const).flatMap((field): [string, string][] => {
    const value = situation[field];
    return value === undefined ? [] : [[PARAMS[field], value]];
  });
  const facts = file.facts.flatMap((fact): [string, string][] => {
    const value = toldOf(situation, fact.id);
    return value === undefined ? [] : [[fact.param, paramValue(fact, value)]];
  });
  return [...place, ...facts];
}

function paramValue(fact: Fact, value: FactValue): string {
  if (value === 'unknown' || ('set' in value && value.open)) return PARAMS.unknown;
  if ('yesNo' in value) return value.yesNo ? PARAMS.yes : PARAMS.no;
  if ('range' in value) {
    const { min, max } = value.range;
    const band = fact.type === 'number' ? fact.bands.find((one) => one.min === min && one.max === max && min !== max) : undefined;
    return band?.param ?? (min === max ? `${min}` : `${min}-${max}`);
  }
  const options = 'options' in fact ? fact.options : [];
  const ids = 'set' in value ? value.set : [value.choice];
  return options.flatMap((option) => (ids.includes(option.id) ? option.param : [])).join(',');
}
