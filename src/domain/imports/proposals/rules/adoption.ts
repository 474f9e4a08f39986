import { slugs } from '../../slugs.ts';
import { findDays } from '../find-dates.ts';
import type { Passage } from '../passages.ts';
import type { ValueOf } from '../proposal.ts';
import type { Found, Reading, Rule } from '../reading.ts';

type Step = ValueOf<'adoption'>['step'];

/** How a step is said. `side`: whether the one who acts is named before or after these words. */
const STEPS: readonly { readonly step: Step; readonly pattern: RegExp; readonly side: 'before' | 'after' | 'parties' | 'seats' }[] = [
  { step: 'recommend', pattern: /(?:beslut(?:ar)? om rekommendation|rekommendera[rt]?(?!\p{L})|lämnar rekommendation)/iu, side: 'before' },
  {
    step: 'adopt',
    pattern:
      /(?:godkännas|godkänns|godkänts|antas|antagits|beslutas|fastställas|fastställs) (?:av|i|hos) (?:parternas|respektive|varje|samtliga|alla|var och en|kommunfullmäktige|fullmäktige|båda|huvudmännen|parterna|de fullmäktige)/iu,
    side: 'parties',
  },
  {
    step: 'adopt',
    pattern:
      /(?:(?:tas|fattas) (?:sedan )?beslut|beslut (?:tas|fattas)) (?:av|i|hos) (?:respektive|varje|samtliga|alla|var och en|båda|huvudmännen|parterna)/iu,
    side: 'parties',
  },
  {
    step: 'adopt',
    pattern:
      /(?:respektive|varje|samtliga|alla) (?:kommun|part|huvudm|fullmäktige|nämnd)\p{L}* (?:godkänner|antar|fastställer|beslutar om)/iu,
    side: 'parties',
  },
  { step: 'adopt', pattern: /(?:har [^.]*antagit|antar) denna/iu, side: 'parties' },
  {
    step: 'sign',
    pattern: /(?:undertecknas|undertecknar|undertecknats|signeras|signerar|skrivs under|skriver under|skrivs på)/iu,
    side: 'seats',
  },
  { step: 'establish', pattern: /(?:fastställs|fastställdes|beslutas|antas) (?:av|i)/iu, side: 'after' },
  {
    step: 'establish',
    pattern: /beslut om (?:denna )?(?:\p{L}*överenskommelsen|avtalet) (?:togs|fattades|tas|fattas) (?:i|av)/iu,
    side: 'after',
  },
  { step: 'establish', pattern: /(?:fastställer|antar) (?:överenskommelsen|avtalet|den|denna)/iu, side: 'before' },
  {
    step: 'establish',
    pattern: /^(?:antagen|beslutad|fastställd|godkänd|antaget|beslutat|fastställt|godkänt) (?:av|i)(?!\p{L})/iu,
    side: 'after',
  },
  {
    step: 'draft',
    pattern: /(?:tagit|tar|tog|arbetat|arbetade|arbetar) fram|(?<=har [^.]{0,60})(?:utarbetat|utformat|skrivit|formulerat)/iu,
    side: 'before',
  },
  { step: 'mandate', pattern: /på uppdrag av/iu, side: 'after' },
  { step: 'mandate', pattern: /beslutar om uppdrag/iu, side: 'before' },
  {
    step: 'draft',
    pattern:
      /(?:framtagandet [^.]*? utförs av|(?:framtagen|framtaget|framarbetad|utarbetad|utarbetat|utformad|utformat|skriven) av|\p{L}{2,}ts fram av|tas fram av|(?:utformats|utarbetats|formulerats|skrivits) (?:i|av))/iu,
    side: 'after',
  },
];

const IT =
  /(?:fastställer|antar) den(?!\p{L})|^(?:det|den|avtalet) (?:antas|godkänns|fastställs|undertecknas)|^(?:antag|beslutad|fastställ|godkän)\p{L}* (?:av|i)(?!\p{L})/iu;
const THIS = /överenskommelse|avtal|^(?:texten|dokumentet|förslaget|riktlinjen)(?!\p{L})/iu;
const GOES_ON = /^(?:därefter|sedan|slutligen)(?!\p{L})|ordförande|(?<!\p{L})parter/iu;
const GROUP = /(?<!\p{L})(?:arbets|referens|styr|projekt)grupp(?:en)?(?!\p{L})/giu;

/** The bodies in a stretch of a sentence, as their ids; groups that the county does not know by their word. */
function bodiesWithin(reading: Reading, passage: Passage, from: number, to: number): string[] {
  const known = reading.bodiesIn(passage).filter((one) => one.from >= from && one.to <= to);
  const words = [...passage.text.slice(from, to).matchAll(GROUP)].filter(
    (match) => !known.some((one) => one.from <= from + match.index && from + match.index < one.to),
  );
  return [...new Set([...known.flatMap(({ body }) => body ?? []), ...words.map((match) => slugs()(match[0]))])];
}

/** Chair and vice chair of each body named: the seats that sign. */
function seatsIn(bodies: readonly string[], text: string): string[] {
  const seats = [
    /(?<!vice )(?<!vice\. )ordförande/iu.test(text) ? 'chair' : '',
    /vice\.? ordförande/iu.test(text) ? 'vice-chair' : '',
  ].filter((seat) => seat !== '');
  return seats.length === 0 ? [...bodies] : bodies.flatMap((body) => seats.map((seat) => `${body}.${seat}`));
}

function actors(reading: Reading, passage: Passage, match: RegExpExecArray, side: (typeof STEPS)[number]['side']): string[] {
  const end = match.index + match[0].length;
  const next = STEPS.map(({ pattern }) => pattern.exec(passage.text.slice(end))?.index ?? passage.text.length).reduce((a, b) =>
    Math.min(a, b),
  );
  if (side === 'parties') return ['each-party'];
  if (side === 'before') return bodiesWithin(reading, passage, 0, match.index);
  if (side === 'after') return bodiesWithin(reading, passage, end, end + next);
  return seatsIn(bodiesWithin(reading, passage, 0, passage.text.length), passage.text);
}

/** How the agreement comes about: mandate, drafting, recommendation, adoption, establishing and signing, by whom. */
export const proposeAdoption: Rule = (reading) => {
  // Who decides and signs is often said without a word for what: then it is what the section speaks of.
  const spoken = new Set<string>();
  return reading.passages.flatMap((passage): Found[] => {
    if (passage.role === 'heading' || passage.role === 'cell') return [];
    const isAbout = THIS.test(passage.text) || passage.role === 'item' || IT.test(passage.text);
    const goesOn = spoken.has(passage.section) && GOES_ON.test(passage.text);
    if (isAbout && STEPS.some(({ pattern }) => pattern.test(passage.text))) spoken.add(passage.section);
    return STEPS.flatMap(({ step, pattern, side }): Found[] => {
      const match = isAbout || goesOn ? pattern.exec(passage.text) : null;
      const by = match ? actors(reading, passage, match, side) : [];
      if (!match || by.length === 0) return [];
      const on = step === 'establish' ? findDays(passage.text)[0]?.first : undefined;
      const value = { step, by, ...(on === undefined ? {} : { on }) };
      return [
        { kind: 'adoption', value, reason: 'decision-verb', sure: 'likely', ground: [{ passage, from: 0, to: passage.text.length }] },
      ];
    });
  });
};
