import type { Passage } from '../passages.ts';
import type { ValueOf } from '../proposal.ts';
import { type Found, type Reading, type Rule, whole } from '../reading.ts';
import { NUMBERS, RECURRENCES, RECURRING } from '../vocabulary/time.ts';

type Recurrence = { readonly months: number; readonly from: number; readonly to: number };
type Kind = ValueOf<'cadence'>['kind'];

const THIS = /överenskommelse|avtal|riktlinjen/iu;
const BEGINS = /^(?:revidering|uppföljning|utvärdering|översyn|revideras|utvärderas|följs upp|ses över)/iu;
/** `En fördjupad utvärdering görs …`, `Dessutom sker uppföljning …`, `Den ses över …`: said of what the section is about. */
const GOES_ON =
  /^(?:(?:en|den|dess|deras) )(?:\p{L}+ ){0,2}(?:revidering|uppföljning|utvärdering|översyn)|(?<!\p{L})(?:sker|görs|genomförs) (?:en |också |även )?(?:\p{L}+ )?(?:revidering|uppföljning|utvärdering|översyn)|^(?:den|det|dessa|de) (?:ska |skall |bör )?(?:ses|följs|följas|utvärderas?|revideras?)(?!\p{L})/iu;
/** What is followed up of one person is no cadence of the agreement. */
const OF_A_PERSON = /enskild|insats|placering|patient|barnet|behandling|boende|vårdplan|genomförandeplan|handlingsplan|individuell/iu;
const HEADING = /giltig|varaktighet|uppföljning|utvärdering|revidering/iu;
const WITH_REVISION = /i samband med (?:en |varje )?revidering[^.]*utvärdering|i samband med (?:en |varje )?utvärdering[^.]*revidering/iu;

/** Every recurrence in a text, in order; of two at the same place the longer. */
function recurrencesIn(text: string): Recurrence[] {
  const all = RECURRENCES.flatMap(({ pattern, months }) =>
    [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap((match): Recurrence[] => {
      const count = months === 'count' ? (NUMBERS[match[1] ?? ''] ?? Number(match[1])) : 0;
      const length = months === 'count' ? count * 12 : months;
      const isPeriod = Number.isInteger(length) && length > 0 && length <= 240;
      return isPeriod ? [{ months: length, from: match.index, to: match.index + match[0].length }] : [];
    }),
  );
  const isLongest = (one: Recurrence) =>
    !all.some((other) => other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from);
  const kept = all.filter(isLongest).sort((a, b) => a.from - b.from);
  return kept.filter((one, at) => kept.findIndex(({ from }) => from === one.from) === at);
}

/** What recurs: the kind named last before the words of recurrence, with those joined to it by `och`; else the first after. */
function kindsAt(text: string, after: number, recurrence: Recurrence): Kind[] {
  const named = RECURRING.flatMap(({ pattern, kind }) =>
    [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({ kind, from: match.index, to: match.index + match[0].length })),
  )
    .filter(({ from }) => from >= after)
    .sort((a, b) => a.from - b.from);
  const before = named.filter(({ from }) => from < recurrence.from);
  const last = before.at(-1);
  if (!last) return named.slice(0, 1).map(({ kind }) => kind);
  const joined = before.filter((one) => one === last || /^\p{L}* och $/u.test(text.slice(one.to, last.from)));
  return joined.map(({ kind }) => kind);
}

function strengthOf(text: string): ValueOf<'cadence'>['strength'] {
  if (/(?<!\p{L})minst(?!\p{L})/u.test(text)) return 'at-least';
  return /(?<!\p{L})bör(?!\p{L})/u.test(text) ? 'should' : 'must';
}

function isAbout(passage: Passage): boolean {
  if (/handlingsplan|(?<!\p{L})vårdplan/iu.test(passage.text) && !THIS.test(passage.text)) return false;
  if (GOES_ON.test(passage.text) && !OF_A_PERSON.test(passage.text)) return true;
  return THIS.test(passage.text) || BEGINS.test(passage.text) || HEADING.test(passage.headings.at(-1) ?? '');
}

const REFERS = /^(?:den|det|dessa|de)(?!\p{L})/iu;

/** What was said just before in the same section. */
function before({ index, section }: Passage, { passages }: Reading): string {
  const previous = passages.findLast((one) => one.index < index && one.section === section);
  return previous?.text ?? '';
}

function cadenceOf(passage: Passage, reading: Reading, kind: Kind, months: number): ValueOf<'cadence'> {
  const spoken = REFERS.test(passage.text) ? `${before(passage, reading)} ${passage.text}` : passage.text;
  const of = /lokal/iu.test(spoken) ? 'local-agreements' : 'agreement';
  const by = [...new Set(reading.bodiesIn(passage).flatMap(({ body }) => body ?? []))];
  return { of, kind, every: `P${months}M`, strength: strengthOf(passage.text), by };
}

/** How often something is followed up, evaluated or revised; also what happens each time another recurs. */
export const proposeCadences: Rule = (reading) => {
  const direct = reading.passages
    .filter(({ role }) => role !== 'heading')
    .flatMap((passage): Found[] => {
      const lower = passage.text.toLowerCase();
      const recurrences = isAbout(passage) ? recurrencesIn(lower) : [];
      return recurrences.flatMap((recurrence, at) =>
        kindsAt(lower, recurrences[at - 1]?.to ?? 0, recurrence).map(
          (kind): Found => ({
            kind: 'cadence',
            value: cadenceOf(passage, reading, kind, recurrence.months),
            reason: 'recurrence',
            sure: 'sure',
            ground: [whole(passage)],
          }),
        ),
      );
    });
  const following = reading.passages.flatMap((passage): Found[] => {
    const base = direct.findLast((one) => one.ground[0]?.passage.section === passage.section);
    const text = WITH_REVISION.exec(passage.text)?.[0];
    if (text === undefined || base?.kind !== 'cadence') return [];
    const kind: Kind = /utvärdering[^.]*$/iu.test(text) && /med (?:en |varje )?revidering/iu.test(text) ? 'evaluation' : 'revision';
    if (kind === base.value.kind) return [];
    const value = { ...base.value, kind };
    return [{ kind: 'cadence', value, reason: 'recurrence', sure: 'likely', ground: [whole(passage), ...base.ground] }];
  });
  return [...direct, ...following];
};
