import type { z } from '@hono/zod-openapi';
import { standingOf } from '../../domain/agreements/standing.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { partyStatusBody, summaryBody } from '../agreements/index.ts';
import { bodyBody, contactBody, countyBody, membershipBody, municipalityBody } from '../counties/index.ts';
import type { CountyOnDay, MunicipalityOnDay } from './api-schemas.ts';
import type { LocalAgreement, Place } from './read-place.ts';

type Municipality = CountyFile['municipalities'][number];
type AgreementAtPlace = z.infer<typeof CountyOnDay>['agreements'][number];
type LocalBody = z.infer<typeof MunicipalityOnDay>['local'][number];

/** A county on a day, as the API says it. */
export function countyOnDayBody(place: Place): z.infer<typeof CountyOnDay> {
  const { county, coverage } = place;
  return {
    ...countyBody(county),
    ...placeBody(place),
    local: coverage.map(({ municipality, local }) => ({
      municipality: municipalityBody(municipality, county.code),
      agreements: local.map((one) => localBody(one, county)),
    })),
    notes: [...county.notes],
  };
}

/** A municipality on a day, as the API says it. `municipality`: the one the place was read for. */
export function municipalityOnDayBody(place: Place, municipality: Municipality): z.infer<typeof MunicipalityOnDay> {
  const { county, local } = place;
  const { code, name, region, url } = countyBody(county);
  const own = municipalityBody(municipality, code);
  return {
    code: own.code,
    name: own.name,
    url: own.url,
    county: { code, name, region, url },
    districts: districtsOf(municipality, place),
    ...placeBody(place),
    local: local.map((one) => localBody(one, county)),
  };
}

function placeBody({ on, agreements, county, contacts }: Place) {
  return {
    on,
    agreements: agreements.map((one) => agreementAtPlace(one, county)),
    bodies: county.bodies.map(bodyBody),
    contacts: contacts.map(contactBody),
  };
}

function agreementAtPlace(one: Place['agreements'][number], county: CountyFile): AgreementAtPlace {
  return {
    standing: standingOf(one.status.code),
    ...summaryBody(one),
    party: one.party ? partyStatusBody(one.party, county) : null,
  };
}

/** Every membership the municipality has had in a district, and whether it holds on the day. */
function districtsOf({ code }: Municipality, { county, on }: Place): z.infer<typeof MunicipalityOnDay>['districts'] {
  return county.districts.flatMap(({ id, name, members }) =>
    members
      .filter(({ municipality }) => municipality === code)
      .map((member) => ({
        id,
        name,
        current: (member.from ?? on) <= on && on <= (member.to ?? on),
        ...membershipBody(member),
      })),
  );
}

function localBody({ of, expectedPer, found, note }: LocalAgreement, county: CountyFile): LocalBody {
  return {
    for: of.agreement.slug,
    per: expectedPer,
    state: found ? 'held' : note ? 'noted' : 'missing',
    agreement: found ? agreementAtPlace(found, county) : null,
    note: note ? { status: note.status, title: note.title ?? null, certainty: note.certainty, note: note.note ?? null } : null,
  };
}
