import { type FoundActor, findUnit } from '../find-actors.ts';
import { PURPOSES, THINGS } from '../vocabulary/duties.ts';

/** Words that bind actors to one subject. */
const JOIN = /^(?:,? (?:och|samt|eller|respektive|tillsammans med) (?:\p{L}+ )?|, | ?\/ ?| i | med )$/iu;
/** A preposition or relative right before: the actor is not the subject. */
const OBLIQUE = /(?:^|[ (])(?:från|av|till|med|för|hos|mot|inom|mellan|via|på|hos|som|där|än|under|utanför)(?: \p{L}+)? $/iu;
const LEADERS = /ledning(?:en)? (?:i|inom|hos|för) $/iu;
const STARTS_WITH_THING = new RegExp(`(?<!\\p{L})${THINGS}(?!\\p{L})`, 'iu');
const NOBODY = { actor: 'named', authority: 'unknown', performers: [] } as const;
/** How far the subject may stand from its verb. */
const FARTHEST = 40;

function grouped(actors: readonly FoundActor[], text: string): FoundActor[] {
  const group: FoundActor[] = [];
  for (const one of actors.toReversed()) {
    const next = group[0];
    if (next && !JOIN.test(text.slice(one.to, next.from))) break;
    group.unshift(one);
  }
  return group;
}

/** Is the stretch before the verb a thing's (`Arbetet …`, `Planen …`), so that actors in it only modify it? */
function isThing(before: string): boolean {
  return STARTS_WITH_THING.test(before);
}

/** The clause a subject stands in: after the last comma that does not part two actors, or after `att`. */
function clauseStart(text: string, end: number): number {
  const before = text.slice(0, end);
  const breaks = [...before.matchAll(/(?:[:;(”"]|, (?!(?:och|samt|eller) )|(?<!\p{L})att(?= )| och(?= (?:den|det) )) ?/giu)];
  const last = breaks.at(-1);
  return last ? last.index + last[0].length : 0;
}

const FINITE = /(?<!\p{L})(?:ska|skall|har|är|kan|bör)(?!\p{L})/iu;
const BETWEEN = /[,;:]|(?<!\p{L})(?:som|att|kan|ska|har|är)(?!\p{L})/iu;

/** Known actors just before the verb, when they are its subject and no thing is. */
function actorSubject(text: string, group: readonly FoundActor[]): boolean {
  const first = group[0]?.from ?? 0;
  const start = clauseStart(text, first);
  const head = text.slice(start, first);
  const isOblique = (OBLIQUE.test(text.slice(0, first)) || /^i (?:\p{L}+ ){0,2}$/iu.test(head)) && !LEADERS.test(text.slice(0, first));
  // A new clause joined by `och` has a subject of its own.
  const isNewClause = head.endsWith(' och ') && FINITE.test(head);
  return !isOblique && (isNewClause || !isThing(head)) && !PURPOSES.test(text.slice(0, first));
}

/** A unit or post that no vocabulary knows, right before the verb (`Den ansvarige läkaren`, `Följande myndigheter …`). */
function namedSubject(text: string, verb: number): FoundActor[] | undefined {
  const start = clauseStart(text, verb);
  const phrase = text.slice(start, verb).trim();
  const isInside = /(?<!\p{L})att $/u.test(text.slice(0, start)) && !/(?:förutsätter|innebär|betyder) att $/u.test(text.slice(0, start));
  if (isInside || isThing(phrase) || PURPOSES.test(text.slice(0, start))) return undefined;
  const unit = phrase.split(' ').length <= 6 ? findUnit(phrase) : undefined;
  const isList = /^följande \p{L}+/iu.test(phrase) && phrase.length < 80;
  if (!isList && !(unit && phrase.endsWith(unit.name))) return undefined;
  const from = text.indexOf(phrase, start);
  return [{ ...NOBODY, name: phrase, from, to: from + phrase.length }];
}

/** The actors a sentence begins with: subject also of a later verb that `och` joins to the first. */
function sharedSubject(text: string, verb: number, actors: readonly FoundActor[]): FoundActor[] | undefined {
  const first = actors[0];
  if (!first || first.from > 12 || !/ och $/u.test(text.slice(0, verb)) || !FINITE.test(text.slice(first.to, verb))) return undefined;
  const head = text.slice(0, first.from);
  if (isThing(head) || OBLIQUE.test(head)) return undefined;
  return grouped(
    actors.filter(({ to }, at) => at === 0 || JOIN.test(text.slice(actors[at - 1]?.to ?? 0, actors[at]?.from ?? to))),
    text,
  );
}

/** The actors that are subject of a verb at `verb`; undefined when the subject is a thing, or nobody known. */
export function subjectBefore(text: string, verb: number, actors: readonly FoundActor[]): FoundActor[] | undefined {
  const before = actors.filter(({ to }) => to <= verb);
  const last = before.at(-1);
  if (last && verb - last.to <= FARTHEST && !BETWEEN.test(text.slice(last.to, verb))) {
    const group = grouped(before, text);
    return actorSubject(text, group) ? group : undefined;
  }
  return sharedSubject(text, verb, before) ?? namedSubject(text, verb);
}

/** The actors right after a verb (`ska regionen tillsammans med kommunen …`), and where the task begins. */
export function subjectAfter(text: string, verbEnd: number, actors: readonly FoundActor[]): FoundActor[] | undefined {
  const after = actors.filter(({ from }) => from >= verbEnd);
  const first = after[0];
  if (
    !first ||
    !/^ (?:(?:därför|också|även|då|alltid|dock|båda|respektive|varje|den|det|de|samtliga|berörda?|ansvariga?|aktuella?|\p{L}{4,}(?:iska|siella)) )*$/iu.test(
      text.slice(verbEnd, first.from),
    )
  )
    return undefined;
  const group = [first];
  for (const one of after.slice(1)) {
    const previous = group.at(-1) ?? first;
    if (!JOIN.test(text.slice(previous.to, one.from))) break;
    group.push(one);
  }
  return group;
}
