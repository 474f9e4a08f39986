import type { z } from '@hono/zod-openapi';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { BodyBody, ContactBody, CountyBody, MunicipalityBody } from './api-schemas.ts';

type Municipality = CountyFile['municipalities'][number];
type Member = CountyFile['districts'][number]['members'][number];

/** A county as the API says it. */
export function countyBody({ code, name, region, municipalities, districts }: CountyFile): z.infer<typeof CountyBody> {
  return {
    code,
    name,
    region: region.name,
    municipalities: municipalities.map((one) => municipalityBody(one, code)),
    districts: districts.map((district) => ({
      id: district.id,
      name: district.name,
      members: district.members.map((member) => ({ municipality: member.municipality, ...membershipBody(member) })),
    })),
    url: `/lan/${code}`,
  };
}

/** `county`: the code of its county. */
export function municipalityBody({ code, name }: Municipality, county: string): z.infer<typeof MunicipalityBody> {
  return { code, name, county, url: `/kommun/${code}` };
}

/** From when to when a municipality is in a district, and how sure that is. */
export function membershipBody({ from, to, certainty, note }: Member) {
  return { from: from ?? null, to: to ?? null, certainty, note: note ?? null };
}

export function bodyBody(body: CountyFile['bodies'][number]): z.infer<typeof BodyBody> {
  const { id, name, kind, level, task, certainty } = body;
  return {
    id,
    name,
    alsoCalled: body['also-called'] ?? [],
    kind,
    level,
    task,
    seats: body.seats.map((seat) => ({ id: seat.id, title: seat.title, of: seat.of ?? null })),
    certainty,
    note: body.note ?? null,
  };
}

/** A contact, with whether its confirmation is old on the day of the answer. */
export function contactBody(contact: CountyFile['contacts'][number] & { readonly stale: boolean }): z.infer<typeof ContactBody> {
  const { unit, municipality, performers, phone, email, url, confirmed, stale, source } = contact;
  return {
    unit,
    municipality: municipality ?? null,
    performers: [...performers],
    phone: phone ?? null,
    email: email ?? null,
    url: url ?? null,
    confirmed,
    stale,
    source,
  };
}
