import { dayAfter, type FoundDate, findDays, findYears } from '../find-dates.ts';
import type { Passage } from '../passages.ts';
import type { Found, Rule } from '../reading.ts';

const DATED = /plan(?:en|er|erna)?(?!\p{L})|strategi|program|gäller|gällde|giltig|senast|förslag|överenskommelse/iu;
const HISTORY = /(?<!\p{L})(?:avsatte|genomfördes|startade|bedrevs|pågick|reviderades|trädde)(?!\p{L})/iu;
const END = /(?:till och med|t\.?o\.?m\.?|senast|längst till|upphör)[^\d]{0,6}$/iu;
const YEAR = /(?<=(?:plan|planer|program|strategi)\b[^.]*?) ((?:19|20)\d{2})(?=[,.]|$)/giu;

/** The end of something dated: the second of two days, a day after `till och med` or `senast`, a span of years, the year of a plan. */
function endsIn({ text, headings }: Passage): FoundDate[] {
  const days = findDays(text);
  const ends = days.filter((one, at) => {
    const before = days[at - 1];
    const isRange = before && /^\s*(?:[-–—]|till)\s*$/iu.test(text.slice(before.to, one.from));
    return isRange || END.test(text.slice(0, one.from));
  });
  const years = findYears(text);
  const single = /referens|källor|bilag/iu.test(headings.at(-1) ?? '') && years.length === 0 ? [...text.matchAll(YEAR)] : [];
  return [
    ...ends,
    ...years,
    ...single.map((match) => ({
      from: match.index + 1,
      to: match.index + 5,
      first: `${match[1]}-01-01`,
      last: `${match[1]}-12-31`,
      isYear: true,
    })),
  ];
}

/** What the text speaks of as dated and whose last day was before the day of reading: a plan, a validity, a promise. */
export const proposePassedDates: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    if (!DATED.test(passage.text) || HISTORY.test(passage.text)) return [];
    return endsIn(passage)
      .filter(({ last }) => last < reading.ready.day.toString())
      .map(({ first, last, from, to }): Found => {
        const value = { since: dayAfter(last), to: last, ...(first < last ? { from: first } : {}) };
        return { kind: 'passed-date', value, reason: 'past-period', sure: 'likely', ground: [{ passage, from, to }] };
      });
  });
