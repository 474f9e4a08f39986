import { type DataKind, dataKinds } from '../../src/domain/consents/kinds.ts';
import type { World, WorldActor } from './persons-world.ts';
import { placeOf, type WorldConsent, type WorldPlan } from './plans-world.ts';

/**
 * What somebody may read of a plan, found in another way than by the rules: for every part, is there an own contact, is it theirs, or is there anything that was
 * said or decided and that nothing said speaks against?
 */
export function readableBy(world: World, one: WorldActor, plan: WorldPlan): DataKind[] {
  const { person } = plan;
  if (world.standing(one, person).own && one.actor.kind === 'individual') return [...dataKinds];
  const place = placeOf(one);
  if (!place || !['municipal-case-worker', 'regional-clinician', 'coordinator'].includes(place.role)) return [];
  const mine = [place.unit, ...world.mergedInto(place.unit)];
  const part = plan.parties.filter((party) => mine.includes(party.unit) && world.goesOnFor(party) === place.organisation);
  const contact = (unit: string) => world.contacts.some((had) => had.person === person.id && had.unit === unit && had.current);
  if (place.organisation === person.owner && part.some(({ unit }) => contact(unit))) return [...dataKinds];
  if (part.length === 0) return [];
  const established = plan.established !== undefined && plan.established <= 0;
  const said = plan.consents.filter(({ lifts, given, recorded }) => lifts && given <= 0 && recorded <= 0);
  const noes = said.filter(({ byPerson, answer }) => byPerson && answer === 'declined').map(({ given }) => given);
  const [wholes, units] = [place.organisation, place.unit].map((id) => [id, ...world.cameOutOf(id)]) as [string[], string[]];
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
    return (
      !shut &&
      lines.some(
        ({ consent, scope }) =>
          scope.permits &&
          consent.byPerson &&
          (consent.answer === 'given' || consent.answer === 'partly') &&
          !isBack(consent, undefined) &&
          !noes.some((no) => no >= consent.given) &&
          scope.organisation === place.organisation &&
          (scope.unit === undefined || scope.unit === place.unit),
      )
    );
  });
}
