import { type FoundDate, findDays } from '../find-dates.ts';
import type { Passage } from '../passages.ts';
import { type Found, type Reading, type Rule, whole } from '../reading.ts';

const HEADING = /giltig|varaktighet|ikraft/iu;
const APPLIES = /(?:överenskommelsen?|avtalet) (?:gäller|träder i kraft)|giltighetstid|avtalstid/iu;
const UNDER_HEADING = /^(?:den|denna|detta|avtalet|giltig\p{L}*|gäller)(?!\p{L})[^.]*gäller|^gäller/iu;
const DECIDED = /(?:beslut|fastställ|antog|antagits|godkän)/iu;
const FORMER = /giltigt? från/iu;

type Dated = { readonly passage: Passage; readonly days: readonly FoundDate[] };

/** The first day, and the last when a second follows within the same stretch of words. */
function periodOf({ passage, days }: Dated): { from: string; to?: string } | undefined {
  const [first, second] = days;
  if (!first) return undefined;
  const between = second ? passage.text.slice(first.to, second.from) : '';
  const isRange = second && /^\s*[-–—]\s*$|till|t\.?o\.?m/iu.test(between);
  return isRange && second.first > first.first ? { from: first.first, to: second.first } : { from: first.first };
}

function found(dated: Dated, reason: 'dated-validity' | 'decision-day', sure: Found['sure']): Found[] {
  const value = periodOf(dated);
  return value ? [{ kind: 'validity', value, reason, sure, ground: [whole(dated.passage)] }] : [];
}

function datedIn(reading: Reading): Dated[] {
  return reading.passages.map((passage) => ({ passage, days: findDays(passage.text) })).filter(({ days }) => days.length > 0);
}

/**
 * From when and till when: a sentence that says so; else the day of decision under a heading about validity; else a document header.
 * The later kinds are tried only when the text says nothing outright.
 */
export const proposeValidity: Rule = (reading) => {
  const dated = datedIn(reading);
  const outright = dated.filter(({ passage }) => {
    const isUnder = HEADING.test(passage.headings.at(-1) ?? '') && UNDER_HEADING.test(passage.text);
    return APPLIES.test(passage.text) || isUnder;
  });
  if (outright.length > 0) return outright.flatMap((one) => found(one, 'dated-validity', 'sure'));
  const decided = dated.filter(({ passage }) => HEADING.test(passage.headings.at(-1) ?? '') && DECIDED.test(passage.text));
  if (decided.length > 0) return decided.flatMap((one) => found(one, 'decision-day', 'unsure'));
  return dated.filter(({ passage }) => FORMER.test(passage.text)).flatMap((one) => found(one, 'dated-validity', 'likely'));
};
