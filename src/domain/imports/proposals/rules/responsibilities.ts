import { type FoundActor, findActors } from '../find-actors.ts';
import type { Passage } from '../passages.ts';
import { type Found, type Ground, type Reading, type Rule, whole } from '../reading.ts';
import { conditionStart } from '../responsibility/conditions-of.ts';
import { type Duty, responsibilityOf } from '../responsibility/duty.ts';
import { findDoers } from '../responsibility/owned-units.ts';
import { dutiesIn } from '../responsibility/sentence-duties.ts';

const LEADS = /(?:[:;]|(?<!\p{L})att)\s*$/iu;
const PASSIVE_DUTY = /(?<!\p{L})(?:ska|skall|bör)(?!\p{L})[^.]*?(?<!\p{L})\p{L}{3,}s(?!\p{L})|(?<!\p{L})(?:ska|bör) (?:ske|göras)/iu;
const TASK_HEADING =
  /ansvar|(?<!\p{L})(?:ska|skall|svarar för|sköter|uppgifter|åtaganden?|uppdrag|skyldigheter|(?:åtar|förbinder) sig|ligger|åligger|åvilar|tillkommer|vilar på|hör till)(?!\p{L})/iu;
/** A lead without verb is a title when it is no longer than this. */
const LONGEST_TITLE = 60;
const DUTY_HEADING = /ansvar/iu;

const actorFinder = (reading: Reading) => (text: string) => findDoers(text, reading.ready.actors);

function found(passage: Passage, text: string, duty: Duty, ground: readonly Ground[]): Found[] {
  const value = responsibilityOf(text, duty);
  return value
    ? [{ kind: 'responsibility', value, reason: duty.reason, sure: duty.sure, ground: ground.length > 0 ? ground : [whole(passage)] }]
    : [];
}

/** Those who have the duty, as words of the sentence that names them. */
function whoIn(passage: Passage, duty: Duty): Ground[] {
  return duty.who.filter(({ from, to }) => from < to).map(({ from, to }) => ({ passage, from, to }));
}

/** The words a duty rests on, in their order: the condition before, who, and the task. */
function wordsOf(passage: Passage, duty: Duty): Ground[] {
  const when = duty.when === undefined ? [] : [{ passage, from: 0, to: duty.when.length }];
  const all = [...when, ...whoIn(passage, duty), { passage, from: duty.from, to: duty.to }].sort((a, b) => a.from - b.from || b.to - a.to);
  return all.filter((one, at) => !all.slice(0, at).some((before) => one.from < before.to));
}

/** The duty whose tasks are the items below: the last of the leading sentence, when no condition stands between. */
function leadingDuty(lead: Passage, reading: Reading): Duty | undefined {
  if (!LEADS.test(lead.text)) return undefined;
  const last = dutiesIn(lead.text, actorFinder(reading)).at(-1);
  if (!last) return lead.text.length <= LONGEST_TITLE ? taskOf(lead.text, lead.text.length, reading) : undefined;
  const task = lead.text.slice(last.from, last.to);
  return conditionStart(task) < task.length ? undefined : last;
}

/** A list right under a heading that gives an actor its tasks (`Regionen ska`, `Kommunernas ansvar`). */
function headingDuty(passage: Passage, reading: Reading): Duty | undefined {
  return taskOf(passage.headings.at(-1) ?? '', passage.text.length, reading);
}

/** The duty that a title without verb gives (`Regionens uppgifter`). */
function taskOf(title: string, length: number, reading: Reading): Duty | undefined {
  const who = TASK_HEADING.test(title) ? findActors(title, reading.ready.actors) : [];
  if (who.length === 0) return undefined;
  const task = { from: 0, to: length, when: undefined };
  return { who, role: 'responsible', strength: 'must', sure: 'likely', reason: 'duty-list', ...task };
}

function fromItem(passage: Passage, reading: Reading): Found[] {
  if (passage.role !== 'item') return [];
  const duty = passage.lead ? leadingDuty(passage.lead, reading) : headingDuty(passage, reading);
  if (!duty) return [];
  const own: Duty = { ...duty, from: 0, to: passage.text.length, reason: 'duty-list' };
  return found(passage, passage.text, own, [whole(passage), ...(passage.lead ? whoIn(passage.lead, duty) : [])]);
}

/** The one whom the heading above makes responsible: `Regionens ansvar`, or `Regionen` by itself below `Vem ansvarar för vad`. */
function headingActor(passage: Passage, reading: Reading): FoundActor | undefined {
  const actorOf = (text: string) => findActors(text, reading.ready.actors)[0];
  const last = passage.headings.at(-1) ?? '';
  const only = actorOf(last);
  const isOnly = only !== undefined && last.replace(only.name, '').replace(/[\d.\s]/g, '') === '';
  if (isOnly && passage.headings.some((one) => DUTY_HEADING.test(one))) return only;
  const heading = passage.headings.findLast((one) => DUTY_HEADING.test(one) && actorOf(one) !== undefined);
  return heading === undefined ? undefined : actorOf(heading);
}

/** A passive duty without actor, under a heading that names one. */
function fromSection(passage: Passage, reading: Reading): Found[] {
  const actor = PASSIVE_DUTY.test(passage.text) && !/^att /iu.test(passage.text) ? headingActor(passage, reading) : undefined;
  if (!actor) return [];
  const who = [{ ...actor, from: 0, to: 0 }];
  const duty: Duty = {
    who,
    role: 'responsible',
    strength: 'must',
    from: 0,
    to: passage.text.length,
    when: undefined,
    sure: 'unsure',
    reason: 'section-duty',
  };
  return found(passage, passage.text, duty, []);
}

/** `handlägger … liksom … samt …`: each of the things handled is a responsibility of its own. */
function split(text: string, duty: Duty): Duty[] {
  const task = text.slice(duty.from, duty.to);
  if (!/^(?:handlägger|behandlar|utreder)/iu.test(task)) return [duty];
  const cuts = [...task.matchAll(/ (?:liksom|samt) /giu)].map((match) => ({
    from: duty.from + match.index,
    to: duty.from + match.index + match[0].length,
  }));
  const starts = [duty.from, ...cuts.map(({ to }) => to)];
  const ends = [...cuts.map(({ from }) => from), duty.to];
  return starts.map((from, at) => ({ ...duty, from, to: ends[at] ?? duty.to }));
}

/** Who does what, and when: from sentences, from lists under a sentence, and from sections under an actor's name. */
export const proposeResponsibilities: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    if (passage.role === 'heading' || passage.role === 'title' || passage.role === 'cell') return [];
    const item = fromItem(passage, reading);
    if (item.length > 0) return item;
    const duties = dutiesIn(passage.text, actorFinder(reading)).flatMap((duty) => split(passage.text, duty));
    const own = duties.flatMap((duty) => found(passage, passage.text, duty, wordsOf(passage, duty)));
    return own.length > 0 ? own : fromSection(passage, reading);
  });
