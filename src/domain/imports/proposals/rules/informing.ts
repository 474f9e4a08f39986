import { findActors } from '../find-actors.ts';
import type { Passage } from '../passages.ts';
import { type Found, type Reading, type Rule, whole } from '../reading.ts';

const INFORM =
  /^(.*?) (?:har (?:en )?skyldighet att|är skyldiga? att|ska|skall|ansvarar för att) informera (.*?) om (.*(?:förändring|ändring).*)$/iu;

/** Any verb of telling, active or passive, that somebody is bound to. */
const TELLS =
  /(?<!\p{L})(?:informera(?:r|s)?|underrätta(?:r|s)?|meddela(?:r|s)?|anmäla|anmäler|anmäls|varsla(?:r|s)?|aviser(?:a|ar|as))(?!\p{L})/iu;
const CHANGES =
  /(?:(?:förändra|ändra|omorganisera|lägga ned|flytta)(?!\p{L})|\p{L}*(?:förändring|omorganisation|nedläggning)\p{L}*|(?<!\p{L})ändring\p{L}*)(?: (?:av|i|inom|som)? ?[^,.]*?)?(?= ska(?:ll)?(?!\p{L})| (?:informera|underrätta|meddela|anmäl|varsla|aviser)|[,.]|$)/iu;
/** The other parties, and no person in care. */
const TO =
  /(?<!\p{L})(?:(?:övriga|andra|berörda|samtliga|motsvarande|den andra|de andra|varandra)(?: (?:part|huvudm[aä]n|aktör|verksamhet|kommun|region)\p{L}*)?)(?!\p{L})/iu;
const OF_THE_TEXT = /ändring\p{L}* (?:av|i) (?:denna |den här )?(?:överenskommelse|avtal)/iu;

/** Told in other words: who changes something, the verb of telling, and the others who are told. What the sentence does not say is not guessed. */
function inOtherWords(passage: Passage, reading: Reading): Found[] {
  const { text } = passage;
  const about = CHANGES.exec(text)?.[0].trim();
  const to = TO.exec(text)?.[0];
  if (about === undefined || to === undefined || !TELLS.test(text) || OF_THE_TEXT.test(text)) return [];
  const [actor] = findActors(text, reading.ready.actors).filter(({ from }) => from < text.indexOf(about));
  const who = actor?.name ?? /(?<!\p{L})part\p{L}*/iu.exec(text)?.[0];
  if (who === undefined) return [];
  const value = { who, to, about };
  return [{ kind: 'duty-to-inform', value, reason: 'inform-clause', sure: 'likely', ground: [whole(passage)] }];
}

/** The duty to tell the other parties of planned changes in one's own services. */
export const proposeInforming: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    if (passage.role === 'heading' || passage.role === 'title') return [];
    const [, who, to, about] = INFORM.exec(passage.text) ?? [];
    if (who === undefined || to === undefined || about === undefined) return inOtherWords(passage, reading);
    return [{ kind: 'duty-to-inform', value: { who, to, about }, reason: 'inform-clause', sure: 'sure', ground: [whole(passage)] }];
  });
