import { type DataKind, dataKinds } from '../../src/domain/consents/kinds.ts';
import type { World, WorldActor } from './persons-world.ts';
import { placeOf, type WorldConsent, type WorldPlan } from './plans-world.ts';
import { neededOf, spokenBy } from './speakers-world.ts';

/**
 * What somebody may read of a plan, found in another way than by the rules: for every part, is there an own contact, is it theirs, or is there anything that was
 * said or decided and that nothing said speaks against?
 */
export function readableBy(world: World, one: WorldActor, plan: WorldPlan): DataKind[] {
  const { person } = plan;
  if (world.standing(one, person).own && one.actor.kind === 'individual') return [...dataKinds];
  if (one.actor.kind === 'individual') return person.standing.protection === undefined ? (spokenBy(plan.speakers, one.account) ?? []) : [];
  const place = placeOf(one);
  if (!place || !['municipal-case-worker', 'regional-clinician', 'coordinator'].includes(place.role)) return [];
  const mine = [place.unit, ...world.mergedInto(place.unit)];
  const part = plan.parties.filter((party) => mine.includes(party.unit) && world.goesOnFor(party) === place.organisation);
  const contact = (unit: string) => world.contacts.some((had) => had.person === person.id && had.unit === unit && had.current);
  if (place.organisation === person.owner && part.some(({ unit }) => contact(unit))) return [...dataKinds];
  if (part.length === 0) return [];
  const established = plan.established !== undefined && plan.established <= 0;
  const said = plan.consents.filter(({ lifts, given, recorded }) => lifts && given <= 0 && recorded <= 0);
  const isBy = ({ giver }: WorldConsent, id: string) => (giver.as === 'person' ? 'person' : giver.id) === id;
  const [wholes, units] = [place.organisation, place.unit].map((id) => [id, ...world.cameOutOf(id)]) as [string[], string[]];
  const noes = (id: string) => said.filter((one) => isBy(one, id) && one.answer === 'declined').map(({ given }) => given);
  const needed = neededOf(plan.speakers);
  const refuses = saysNo(plan, said);
  const isBack = ({ back }: WorldConsent, id: string | undefined) =>
    back.some(({ scope, at, recorded }) => scope === id && at <= 0 && recorded <= 0);
  return dataKinds.filter((kind) => {
    const purpose = kind === 'follow-up' ? 'following-up' : established ? 'carrying-out' : 'planning';
    const lines = said
      .flatMap((consent) => consent.scopes.map((scope) => ({ consent, scope })))
      .filter(({ scope }) => scope.kind === kind && scope.purpose === purpose && scope.from <= 0 && scope.until > 0)
      .filter(({ consent, scope }) => !isBack(consent, scope.id));
    const decided = plan.decisions.some(
      ({ unit, organisation, kinds, at, from, until, ended = 1 }) =>
        unit === place.unit &&
        organisation === place.organisation &&
        kinds.includes(kind) &&
        at <= 0 &&
        from <= 0 &&
        until > 0 &&
        ended > 0,
    );
    if (decided) return true;
    const shut = lines.some(
      ({ scope }) => !scope.permits && (scope.unit === undefined ? wholes.includes(scope.organisation) : units.includes(scope.unit)),
    );
    const opens = (id: string) =>
      lines.some(
        ({ consent, scope }) =>
          scope.permits &&
          isBy(consent, id) &&
          (consent.answer === 'given' || consent.answer === 'partly') &&
          !(consent.giver.as === 'representative' && refuses) &&
          !isBack(consent, undefined) &&
          !noes(id).some((no) => no >= consent.given) &&
          scope.organisation === place.organisation &&
          (scope.unit === undefined || scope.unit === place.unit),
      );
    return !shut && needed?.every((voice) => voice.some(opens)) === true;
  });
}

/** Has the person said no, or taken it all back, and nothing that they have opened is open still? */
function saysNo({ consents }: WorldPlan, said: readonly WorldConsent[]): boolean {
  const own = said.filter(({ giver }) => giver.as === 'person');
  const struck = new Set(
    consents.flatMap(({ id, back }) => back.flatMap(({ scope, at, recorded }) => (at <= 0 && recorded <= 0 ? [scope ?? id] : []))),
  );
  const lastNo = Math.max(Number.NEGATIVE_INFINITY, ...own.flatMap(({ answer, given }) => (answer === 'declined' ? [given] : [])));
  const isYes = ({ answer }: WorldConsent) => answer === 'given' || answer === 'partly';
  const open = own.some(
    (one) =>
      isYes(one) &&
      !struck.has(one.id) &&
      one.given > lastNo &&
      one.scopes.some(({ id, permits, until }) => permits && until > 0 && !struck.has(id)),
  );
  if (open || own.length === 0) return false;
  const latest = Math.max(...own.map(({ given }) => given));
  const last = own.filter(({ given }) => given === latest);
  if (last.some(({ answer }) => answer === 'declined')) return true;
  const word = last.toSorted((a, b) => a.recorded - b.recorded || (a.id < b.id ? -1 : 1)).at(-1);
  if (!word || word.answer === 'cannot') return false;
  const permits = word.scopes.filter((scope) => scope.permits);
  return struck.has(word.id) || (permits.length > 0 && permits.every(({ id }) => struck.has(id)));
}
