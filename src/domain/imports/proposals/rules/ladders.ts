import type { Passage } from '../passages.ts';
import type { ValueOf } from '../proposal.ts';
import { type Found, type Reading, type Rule, whole } from '../reading.ts';
import { DOES } from '../vocabulary/verbs.ts';

type Ladder = ValueOf<'ladder-step'>['ladder'];

const STEP =
  /(?:avvikelse|tvist|ärende|fråga|oenighet)\p{L}*[^.]*? (?:löses|hanteras|avgörs|lyfts|tas upp|prövas|behandlas) (?:av|i|inom|hos|till) (.+?)\.?$/iu;
const FIRST_HAND = /(?:tvist|avvikelse)\p{L}* (?:hanteras|löses) i första hand av (.+?)(?: inom|,|\.|$)/iu;
const RANKED = /(i (?:andra|tredje|fjärde|sista) hand|till sist|slutligen)[^.]*? av (.+?)(?= och (?:till sist|i )|,|\.|$)/giu;
const RANKS = [/^i första/iu, /^i andra/iu, /^i tredje/iu, /^i fjärde/iu];
const LAST_RESORT = /tvist\p{L}*[^.]*(?:till|av|i) allmän domstol/iu;
const TITLE = /^tvist(?:er)? på (?:lokal|regional) nivå$/iu;

/** Which ladder a text speaks of; undefined when it speaks of none. */
function ladderOf(text: string): Ladder | undefined {
  if (/avvikelse/iu.test(text)) return 'deviation';
  if (!/tvist|oenig|oense|meningsskilj|konflikt|inte (?:är |kommer )?(?:överens|ense)/iu.test(text)) return undefined;
  return /lokal/iu.test(text) ? 'local-dispute' : 'regional-dispute';
}

function step(reading: Reading, passage: Passage, ladder: Ladder, level: number, who: string, sure: Found['sure']): Found {
  const body = reading.bodiesIn(passage).find(({ name }) => who.includes(name))?.body;
  const value = { ladder, level, who: who.trim(), ...(body === undefined ? {} : { body }) };
  const reason = passage.ordinal === undefined ? 'ladder-heading' : 'numbered-ladder';
  return { kind: 'ladder-step', value, reason, sure, ground: [whole(passage)] };
}

/** Numbered sentences: `1. Avvikelse … löses av …`. */
function numbered(reading: Reading): Found[] {
  return reading.passages.flatMap((passage) => {
    const ladder = ladderOf(passage.text) ?? passage.headings.map(ladderOf).findLast((one) => one !== undefined);
    const who = passage.ordinal === undefined ? undefined : STEP.exec(passage.text)?.[1];
    return ladder && who !== undefined && passage.ordinal !== undefined
      ? [step(reading, passage, ladder, passage.ordinal, who, 'sure')]
      : [];
  });
}

/** A figure written out: a title `Tvist på … nivå`, then one short line for each step, until a new title or a longer text. */
function drawn(reading: Reading): Found[] {
  const found: Found[] = [];
  let ladder: Ladder | undefined;
  let level = 0;
  for (const passage of reading.passages) {
    if (TITLE.test(passage.text.trim())) {
      ladder = ladderOf(passage.text);
      level = 0;
    } else if (ladder && passage.role !== 'title' && passage.text.length <= 60 && reading.bodiesIn(passage).length === 1) {
      level += 1;
      found.push(step(reading, passage, ladder, level, passage.text, 'likely'));
    } else if (!(ladder && LAST_RESORT.test(passage.text))) ladder = undefined;
  }
  return found;
}

/** `… i första hand av A. I andra hand … av B och till sist av C`: the steps in running text; the last words mean one above what was said before. */
function ranked(reading: Reading): Found[] {
  const tops = new Map<string, number>();
  return reading.passages.flatMap((passage) => {
    const ladder = ladderOf(passage.text) ?? ladderOf(passage.headings.at(-1) ?? '');
    if (!ladder || passage.role === 'heading') return [];
    const matches = [...passage.text.matchAll(RANKED)];
    // Said alone in a section about it, the last resort is one above what stands before.
    const isLast = matches.length === 1 && !RANKS.some((rank) => rank.test(matches[0]?.[1] ?? ''));
    if (isLast && ladderOf(passage.headings.at(-1) ?? '') === ladder) return [];
    return matches.flatMap((match): Found[] => {
      const key = `${passage.section} ${ladder}`;
      const level = RANKS.findIndex((rank) => rank.test(match[1] ?? '')) + 1 || (tops.get(key) ?? 0) + 1;
      tops.set(key, level);
      return [step(reading, passage, ladder, level, match[2] ?? '', 'likely')];
    });
  });
}

/** `Lokala tvister hanteras i första hand av …`: the first step, said in running text. */
function firstHand(reading: Reading): Found[] {
  return reading.passages.flatMap((passage) => {
    const who = FIRST_HAND.exec(passage.text)?.[1];
    const ladder = ladderOf(passage.text);
    return who !== undefined && ladder ? [step(reading, passage, ladder, 1, who, 'likely')] : [];
  });
}

const IN_TURN =
  /(?:löses|hanteras|avgörs|lyfts|förs|tas|prövas|behandlas|hänskjuts|överlämnas|diskuteras|går|lämnas)(?!\p{L})(?: (?:frågan|ärendet|den|det|saken|tvisten))?(?: vidare| upp)?[^.]*?,? (?:mellan|av|i|hos|till) (?!(?:första|andra|tredje|sista) hand)(.+?)(?= inom |,|\.|$)/iu;
const BY_RANK = /i (?:första|andra|tredje|fjärde|sista) hand (?:\p{L}+ ){0,4}?(?:mellan|av|i|hos|till) (.+?)(?= inom |,|\.|$)/iu;
const ANY_VERB = new RegExp(`^(\\p{Lu}[^.,]{3,60}?) ${DOES}(?= )`, 'u');
const DOES_IT =
  /^(.{3,60}?) (?:försöker|söker|tar|pratar|talar|avgör|löser|beslutar|prövar|hanterar|behandlar|diskuterar|kallar|möts|enas|ska|skall|går igenom|lyfter)(?!\p{L})/iu;

/** A section that does not call it a dispute. */
const STUCK = /inte (?:fungerar|går)|brister|eskaler|kör(?:t)? fast|problem i samverkan|lyfta (?:frågor|ärenden)/iu;
const STEP_NUMBER = /^(?:steg|nivå) (\d)[:.) –-]+ ?/iu;
const GOES_TO = /^(?:frågan|ärendet|det|den|saken) (?:går|lyfts|förs|lämnas)(?: vidare| upp)? till (.+?)(?=,|\.|$)/iu;
/** `I enlighet med en rutin` is no one. */
const DOCUMENT = /överenskommelse|rutin|avtal|enlighet|samråd med|samband/iu;

/** The steps that a section about disagreement tells one after another, where no sentence says their number: each is one above the last. */
function inTurn(reading: Reading, found: readonly Found[]): Found[] {
  const sections = Map.groupBy(reading.passages, ({ section }) => section);
  return [...sections.values()].flatMap((passages) => {
    const heading = passages[0]?.headings.at(-1) ?? '';
    const ladder = ladderOf(heading) ?? (STUCK.test(heading) ? 'regional-dispute' : undefined);
    if (!ladder) return [];
    let level = 0;
    return passages.flatMap((passage): Found[] => {
      const own = found.flatMap((one) => (one.kind === 'ladder-step' && one.ground[0]?.passage === passage ? [one.value.level] : []));
      level = Math.max(level, ...own);
      if (own.length > 0 || passage.role === 'heading' || passage.role === 'cell') return [];
      const numbered = STEP_NUMBER.exec(passage.text);
      const ordinal = passage.ordinal ?? (numbered ? Number(numbered[1]) : undefined);
      const text = passage.text.slice(numbered?.[0].length ?? 0);
      const listed = ordinal === undefined ? undefined : (GOES_TO.exec(text) ?? DOES_IT.exec(text) ?? ANY_VERB.exec(text))?.[1];
      const who = listed ?? (BY_RANK.exec(passage.text) ?? IN_TURN.exec(passage.text))?.[1];
      const isOther = (ladderOf(passage.text) ?? ladder) !== ladder;
      if (who === undefined || isOther || who.length > 80 || DOCUMENT.test(who)) return [];
      level = listed === undefined ? level + 1 : (ordinal ?? level + 1);
      return [step(reading, passage, ladder, level, who, 'likely')];
    });
  });
}

/** The steps of the ladders for deviations and disputes, each with its level. */
export const proposeLadders: Rule = (reading) => {
  const found = [...numbered(reading), ...drawn(reading), ...firstHand(reading), ...ranked(reading)];
  return [...found, ...inTurn(reading, found)];
};
