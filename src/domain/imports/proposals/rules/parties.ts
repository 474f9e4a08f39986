import { findActors } from '../find-actors.ts';
import type { Passage } from '../passages.ts';
import { type Found, type Reading, type Rule, whole } from '../reading.ts';

const OUTRIGHT =
  /(?<!\p{L})parter(?:na)?(?: i (?:denna|den här) \p{L}+)?(?: är|:)|(?:upprättad|ingås|ingåtts|sluts|slutits|träffas|träffats) mellan|(?:ingått|ingår|sluter) denna/iu;
const BETWEEN = /överenskommelse[^.]* mellan /iu;

/** `all`, unless single municipalities are named and no word for all of them stands beside. */
function municipalitiesIn(passage: Passage, reading: Reading): 'all' | string[] {
  const lower = passage.text.toLowerCase();
  if (/kommunerna|kommuner(?!\p{L})/u.test(lower)) return 'all';
  const named = reading.ready.county.municipalities.filter(({ name }) => lower.includes(`${name.toLowerCase()} kommun`));
  return named.length > 0 ? named.map(({ code }) => code) : 'all';
}

/** Who has agreed: a sentence that names the parties outright, or a title `… mellan … och …`. */
export const proposeParties: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    const isTitle = passage.role === 'title' && BETWEEN.test(passage.text);
    if (!isTitle && !OUTRIGHT.test(passage.text)) return [];
    const actors = new Set(findActors(passage.text, reading.ready.actors).map(({ authority }) => authority));
    if (!actors.has('region') || !(actors.has('municipality') || actors.has('both'))) return [];
    const value = { region: true as const, municipalities: municipalitiesIn(passage, reading) };
    return [{ kind: 'parties', value, reason: 'named-parties', sure: isTitle ? 'likely' : 'sure', ground: [whole(passage)] }];
  });
