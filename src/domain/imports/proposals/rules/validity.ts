import { type FoundDate, findDays } from '../find-dates.ts';
import type { Passage } from '../passages.ts';
import { type Found, type Reading, type Rule, whole } from '../reading.ts';

const HEADING = /giltig|varaktighet|ikraft|avtalstid|löptid|(?:^|[\d.] ?)tid(?:er)?$/iu;
const APPLIES =
  /(?:överenskommelsen?|avtalet) (?:gäller|löper|börjar (?:att )?gälla|är giltig|träder i kraft|har giltighet)|giltighetstid|avtalstid/iu;
const UNDER_HEADING = /^(?:den|denna|detta|avtalet|giltig\p{L}*|gäller)(?!\p{L})[^.]*(?:gäller|löper|börjar|träder)|^(?:gäller|löper)/iu;
const DECIDED = /(?:beslut|fastställ|antog|antagits|godkän)/iu;
const FORMER = /giltigt? från|gäller från ?:/iu;

type Dated = {
  readonly passage: Passage;
  readonly days: readonly FoundDate[];
  readonly end?: { readonly day: string; readonly passage: Passage };
};

/** The first day, and the last when a second follows within the same stretch of words. */
function periodOf({ passage, days, end }: Dated): { from: string; to?: string } | undefined {
  const [first, second] = days;
  if (!first) return undefined;
  if (end) return { from: first.first, to: end.day };
  const between = second ? passage.text.slice(first.to, second.from) : '';
  const isRange = second && /^\s*[-–—]\s*$|till|t\.?o\.?m/iu.test(between);
  return isRange && second.first > first.first ? { from: first.first, to: second.first } : { from: first.first };
}

function found(dated: Dated, reason: 'dated-validity' | 'decision-day', sure: Found['sure']): Found[] {
  const value = periodOf(dated);
  return value
    ? [{ kind: 'validity', value, reason, sure, ground: [whole(dated.passage), ...(dated.end ? [whole(dated.end.passage)] : [])] }]
    : [];
}

/** The end said in a sentence of its own: `Den upphör att gälla den …`. */
const ENDS = /(?:upphör|löper ut|gäller (?:till|t\.?o\.?m)|slutar gälla)/iu;

/** With the last day that the next sentences of its section give, when it has none of its own. */
function withEnd(one: Dated, dated: readonly Dated[]): Dated {
  const end = dated.find(
    ({ passage }) => passage.section === one.passage.section && passage.index > one.passage.index && ENDS.test(passage.text),
  );
  const first = end?.days[0];
  if (one.days.length !== 1 || !end || !first || first.first <= (one.days[0]?.first ?? '')) return one;
  return { ...one, end: { day: first.first, passage: end.passage } };
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
  if (outright.length > 0) {
    const begun = outright.filter((one) => one === outright[0] || !ENDS.test(one.passage.text));
    return begun.flatMap((one) => found(withEnd(one, dated), 'dated-validity', 'sure'));
  }
  const decided = dated.filter(({ passage }) => HEADING.test(passage.headings.at(-1) ?? '') && DECIDED.test(passage.text));
  if (decided.length > 0) return decided.flatMap((one) => found(one, 'decision-day', 'unsure'));
  return dated.filter(({ passage }) => FORMER.test(passage.text)).flatMap((one) => found(one, 'dated-validity', 'likely'));
};
