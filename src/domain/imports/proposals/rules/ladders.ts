import type { Passage } from '../passages.ts';
import type { ValueOf } from '../proposal.ts';
import { type Found, type Reading, type Rule, whole } from '../reading.ts';

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
  if (!/tvist|oenig|inte (?:är )?(?:överens|ense)/iu.test(text)) return undefined;
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
    return [...passage.text.matchAll(RANKED)].flatMap((match): Found[] => {
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

/** The steps of the ladders for deviations and disputes, each with its level. */
export const proposeLadders: Rule = (reading) => [...numbered(reading), ...drawn(reading), ...firstHand(reading), ...ranked(reading)];
