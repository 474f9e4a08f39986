import type { World, WorldConsent, WorldScope } from './given-worlds.ts';
import type { Giver } from './kinds.ts';

type Said = WorldConsent & { live: Set<string> };

/**
 * The verdict on a world, found another way than the rules do: everything that has happened is told from the first moment to the last, and what is open is written up and
 * struck out as it goes. Moments are indexes, so that not even the comparing of times is shared.
 */
export function verdictByTelling(world: World): 'consent' | 'rule' | 'excluded' | 'uncovered' {
  const told: Said[] = [];
  const struck = new Set<string>();
  for (let now = 0; now <= world.at; now++) {
    for (const consent of world.consents) {
      if (Math.max(consent.taken, consent.recorded) === now) told.push({ ...consent, live: new Set(consent.scopes.map(({ id }) => id)) });
    }
    for (const { consent, scope, at, recorded } of world.withdrawals) {
      if (Math.max(at, recorded) === now) struck.add(scope ?? consent);
    }
  }
  for (const one of told) for (const { id } of one.scopes) if (struck.has(id)) one.live.delete(id);
  const here = told.filter(({ plan, kind }) => plan === world.ask.plan && kind === 'lift-secrecy');
  const running = ({ from, until }: WorldScope) => from <= world.at && world.at < until;
  const about = ({ dataKind, purpose }: WorldScope) => dataKind === world.ask.dataKind && purpose === world.ask.purpose;
  const facing = (one: Said, permits: boolean) =>
    one.scopes.filter((scope) => one.live.has(scope.id) && scope.permits === permits && running(scope) && about(scope));

  const isShut = here.some((one) => facing(one, false).some((scope) => shuts(scope, world)));
  const isSaidBy = (giver: Giver) => here.filter((one) => keyOf(one.giver) === keyOf(giver));
  const lastNo = (giver: Giver) => Math.max(-1, ...isSaidBy(giver).flatMap(({ answer, taken }) => (answer === 'declined' ? [taken] : [])));
  const yeses = (giver: Giver) =>
    isSaidBy(giver).filter(({ id, answer, taken }) => ['given', 'partly'].includes(answer) && !struck.has(id) && taken > lastNo(giver));
  const saysNo = (giver: Giver) => {
    const all = isSaidBy(giver);
    const open = yeses(giver).some((one) => one.scopes.some(({ id, permits, until }) => permits && one.live.has(id) && world.at < until));
    const latest = Math.max(-1, ...all.map(({ taken }) => taken));
    const last = all.filter(({ taken }) => taken === latest).sort((one, other) => one.recorded - other.recorded);
    if (open || last.length === 0) return false;
    if (last.some(({ answer }) => answer === 'declined')) return true;
    const word = last.at(-1);
    const permits = word?.scopes.filter((scope) => scope.permits) ?? [];
    if (!word || word.answer === 'cannot') return false;
    return struck.has(word.id) || (permits.length > 0 && permits.every(({ id }) => struck.has(id)));
  };
  const opens = (giver: Giver) => yeses(giver).some((one) => facing(one, true).some((scope) => opensTo(scope, world)));
  const speaks = (giver: Giver) => giver.as !== 'representative' || !saysNo({ as: 'person' });
  const isOpen = world.voices.length > 0 && world.voices.every((voice) => voice.some((giver) => speaks(giver) && opens(giver)));
  if (isOpen && !isShut) return 'consent';
  const { plan, organisation, unit, dataKind } = world.ask;
  const decided = world.decisions.some(
    (one) =>
      `${one.plan} ${one.organisation} ${one.unit}` === `${plan} ${organisation} ${unit}` &&
      one.kinds.includes(dataKind) &&
      one.from <= world.at &&
      world.at < one.until,
  );
  return decided ? 'rule' : isShut ? 'excluded' : 'uncovered';
}

const keyOf = (giver: Giver) => (giver.as === 'person' ? 'person' : `${giver.as} ${giver.id}`);

function opensTo(scope: WorldScope, { ask }: World): boolean {
  if (scope.organisation !== ask.organisation) return false;
  return scope.unit === undefined ? true : scope.unit === ask.unit;
}

/** Every pair of a place that the exclusion names and a place that the reader is, one by one. */
function shuts(scope: WorldScope, { ask }: World): boolean {
  const isReader = [ask.organisation, ask.unit, ...ask.formerly];
  if (scope.unit !== undefined && isReader.includes(scope.unit)) return true;
  if (scope.unit !== undefined && ask.unit !== undefined) return false;
  return isReader.includes(scope.organisation);
}
