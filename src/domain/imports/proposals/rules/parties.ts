import { findActors } from '../find-actors.ts';
import type { Passage } from '../passages.ts';
import { type Found, type Reading, type Rule, whole } from '../reading.ts';

const OUTRIGHT =
  /(?<!\p{L})parter(?:na)?(?: i (?:denna|den här) \p{L}+)?(?: är|:)|(?:upprätta(?:d|s|ts)|teckna(?:d|s|ts)|ingås|ingåtts|sluts|slutits|slutet|träffas|träffats|gäller) (?:mellan|av)|(?:ingått|ingår|sluter) denna|^gäller för ?:/iu;
/** Other agreements, and what holds only at times. */
const OTHER = /^(?:i de fall|om|när)(?!\p{L})|lokal|enskild|separat|särskil/iu;
/** A line under the title that goes on with it. */
const SUBTITLE = /^mellan /iu;
const BETWEEN = /överenskommelse[^.]* mellan /iu;

/** `all`, unless single municipalities are named and no word for all of them stands beside. */
function municipalitiesIn(passage: Passage, reading: Reading): 'all' | string[] {
  const lower = passage.text.toLowerCase();
  const { municipalities } = reading.ready.county;
  const listed = municipalities.filter(({ name }) => new RegExp(`(?<!\\p{L})${name.toLowerCase()}s?(?!\\p{L})`, 'u').test(lower));
  if (/kommunerna \p{L}+(?:,| och)/u.test(lower) && listed.length > 1 && listed.length < municipalities.length)
    return listed.map(({ code }) => code);
  if (/kommunerna|kommuner(?!\p{L})/u.test(lower)) return 'all';
  const named = municipalities.filter(({ name }) => lower.includes(`${name.toLowerCase()} kommun`));
  return named.length > 0 ? named.map(({ code }) => code) : 'all';
}

/** Who has agreed: a sentence that names the parties outright, or a title `… mellan … och …`. */
export const proposeParties: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    const isTitle = passage.role === 'title' && BETWEEN.test(passage.text);
    const isSubtitle = passage.section === 'opening' && SUBTITLE.test(passage.text);
    if (!isTitle && !isSubtitle && (!OUTRIGHT.test(passage.text) || OTHER.test(passage.text))) return [];
    const actors = new Set(findActors(passage.text, reading.ready.actors).map(({ authority }) => authority));
    if (!actors.has('region') || !(actors.has('municipality') || actors.has('both'))) return [];
    const value = { region: true as const, municipalities: municipalitiesIn(passage, reading) };
    return [{ kind: 'parties', value, reason: 'named-parties', sure: isTitle || isSubtitle ? 'likely' : 'sure', ground: [whole(passage)] }];
  });
