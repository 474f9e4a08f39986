import type { z } from '@hono/zod-openapi';
import { isConfirmationOld } from '../../domain/counties/confirmation.ts';
import { nameOn, type Organisation } from '../../domain/organisations/organisation.ts';
import type { UnitVersion } from '../../domain/organisations/unit.ts';
import type { OrganisationHistory } from './read-organisation-history.ts';
import type { Seats } from './read-organisations.ts';
import type { ListedUnit, UnitHistory } from './read-units.ts';
import type { OrganisationBody, OrganisationHistoryBody, SeatList, UnitBody, UnitHistoryBody } from './register-schemas.ts';

const days = ({ from, to }: { from: Temporal.PlainDate; to?: Temporal.PlainDate | undefined }) => ({
  from: from.toString(),
  to: to?.toString() ?? null,
});

/** An organisation by the name it has on the day, with all its names. */
export function organisationBody({ organisation, name }: { organisation: Organisation; name: string }): z.infer<typeof OrganisationBody> {
  const { id, kind, county, municipality, versions } = organisation;
  return {
    id,
    kind,
    name,
    county,
    municipality: municipality ?? null,
    names: versions.map((version) => ({ name: version.name, ...days(version) })),
  };
}

/** An organisation through time, and who it is on the day. */
export function organisationHistoryBody(found: OrganisationHistory): z.infer<typeof OrganisationHistoryBody> {
  const { organisation, on, name, is, steps } = found;
  return {
    id: organisation.id,
    on,
    organisation: organisationBody({ organisation, name: name ?? nameOn(organisation, Temporal.PlainDate.from(on)) }),
    exists: name !== undefined,
    is: is.map((one) => ({ id: one.id, name: one.name })),
    steps: steps.map((step) => ({ on: step.on, how: step.how, from: { ...step.from }, to: { ...step.to } })),
  };
}

/** A unit as it was on the day (`on`, ISO). */
export function unitBody({ unit, was, organisation }: ListedUnit, on: string): z.infer<typeof UnitBody> {
  const { confirmedOn } = was;
  return {
    id: unit.id,
    hsaId: unit.hsaId ?? null,
    county: unit.county,
    ...factsOf(was, organisation),
    contacts: was.contacts.map(({ kind, value, note }) => ({ kind, value, note })),
    opening: was.opening || null,
    confirmed: confirmedOn?.toString() ?? null,
    stale: !confirmedOn || isConfirmationOld(confirmedOn.toString(), Temporal.PlainDate.from(on)),
    url: `/enhet/${unit.id}`,
  };
}

function factsOf(was: UnitVersion, { id, name, kind }: ListedUnit['organisation']) {
  return {
    name: was.name,
    kind: was.kind,
    organisation: { id, name, kind },
    serves: [...was.serves],
    ages: { from: was.ages.from, to: was.ages.to ?? null },
    ...days(was),
  };
}

/** A unit through time, and who it is on the day. */
export function unitHistoryBody({ unit, on, was, is, organisations, steps }: UnitHistory): z.infer<typeof UnitHistoryBody> {
  const ownerOf = (version: UnitVersion) => {
    const found = organisations.find(({ id }) => id === version.organisation);
    return { id: version.organisation, name: found ? nameOn(found, version.from) : '', kind: found?.kind ?? ('municipality' as const) };
  };
  return {
    id: unit.id,
    on,
    unit: was ? unitBody({ unit, was, organisation: ownerOf(was) }, on) : null,
    is: is.map(({ id, name }) => ({ id, name })),
    history: unit.versions.map((version) => factsOf(version, ownerOf(version))),
    steps: steps.map((step) => ({ on: step.on, how: step.how, from: { ...step.from }, to: { ...step.to } })),
  };
}

/** Who sits where, by body. */
export function seatListBody(county: string, { on, seats }: Seats): z.infer<typeof SeatList> {
  return {
    county,
    on,
    seats: seats.map((seat) => ({
      id: seat.id,
      body: seat.body,
      position: seat.position,
      holder: seat.holder,
      organisation: { id: seat.organisation, name: seat.organisationName },
      ...days(seat),
    })),
  };
}
