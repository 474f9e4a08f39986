import { z } from 'zod';
import { type Standing, standingOf } from '../../domain/agreements/standing.ts';
import type { PartyStatus } from '../../domain/agreements/status-for-party.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { isConfirmationOld } from '../../domain/counties/confirmation.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { districtOn } from '../../domain/counties/districts.ts';
import { CountyCode, IsoDate, MunicipalityCode } from '../../domain/counties/ids.ts';
import { byUrgency, followUpTasks } from '../../domain/follow-ups/tasks.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { registerOn, statusOfParty, type TaskRow } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { withUnitContacts } from './contacts-of-units.ts';

type Registered = Awaited<ReturnType<typeof registerOn>>[number];

/** An agreement of a place; of a municipality also how it stands to that party on the day. */
export type AtPlace = Registered & { readonly party?: PartyStatus };

/** The local agreement that a county agreement asks for in one municipality: found, noted in the county's file, or missing. */
export type LocalAgreement = {
  readonly of: AtPlace;
  readonly expectedPer: NonNullable<AgreementFile['terms']['local-agreements']>['per'];
  readonly found?: AtPlace;
  readonly note?: CountyFile['local-agreements'][number];
};

/** A municipality of a county with its local agreements. */
export type Coverage = { readonly municipality: CountyFile['municipalities'][number]; readonly local: readonly LocalAgreement[] };

export type PlaceContact = CountyFile['contacts'][number] & { stale: boolean };

export type Place = {
  readonly county: CountyFile;
  readonly municipality?: CountyFile['municipalities'][number];
  readonly district?: CountyFile['districts'][number];
  readonly agreements: AtPlace[];
  /** Of the municipality; of a county, those of each of its municipalities are in `coverage`. */
  readonly local: LocalAgreement[];
  readonly coverage: Coverage[];
  /** What is late, soon due or not known, of a county alone: what is to be followed up, evaluated and revised. */
  readonly tasks: readonly TaskRow[];
  readonly contacts: PlaceContact[];
  readonly on: string;
};

/**
 * A county or one of its municipalities on a day (default today): agreements with status, which local agreement there is in the
 * municipality or in each of the county's, contacts with whether they are stale. Refuses `county-not-found` and `municipality-not-found`.
 */
export const readPlace = useCase({
  permission: 'counties.read',
  mode: 'read',
  input: z.union([
    z.strictObject({ county: CountyCode, on: IsoDate.optional() }),
    z.strictObject({ municipality: MunicipalityCode, on: IsoDate.optional() }),
  ]),
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const code = 'county' in input ? input.county : input.municipality.slice(0, 2);
    const county = await countyOf(tx, code);
    if (!county) return refuse('county' in input ? 'county-not-found' : 'municipality-not-found', { code });
    const municipality = 'municipality' in input ? county.municipalities.find((one) => one.code === input.municipality) : undefined;
    if ('municipality' in input && !municipality) return refuse('municipality-not-found', { code: input.municipality });
    const ofCounty = (await registerOn(tx, on)).filter(({ agreement }) => agreement.county === code);
    const agreements = municipality ? forParty(ofCounty, county, municipality.code) : ofCounty;
    const district = municipality && districtOn(county, municipality.code, on);
    const localIn = (one: string) => localAgreements(county, forParty(ofCounty, county, one), one, districtOn(county, one, on)?.id);
    const place: Place = {
      county,
      ...(municipality ? { municipality } : {}),
      ...(district ? { district } : {}),
      agreements: agreements.filter(({ agreement }) => agreement.kind !== 'local'),
      local: municipality ? localIn(municipality.code) : [],
      coverage: municipality ? [] : county.municipalities.map((one) => ({ municipality: one, local: localIn(one.code) })),
      tasks: municipality ? [] : pressingTasks(ofCounty, on, today),
      contacts: (await withUnitContacts(tx, county, on)).contacts
        .filter((contact) => !municipality || !contact.municipality || contact.municipality === municipality.code)
        .filter((contact, index, all) => municipality || all.findIndex((one) => isSameWay(one, contact)) === index)
        .map((contact) => ({ ...contact, stale: isConfirmationOld(contact.confirmed, on) })),
      on: on.toString(),
    };
    return place;
  },
});

/** What is to be done in the agreements of a county and has come so near that it is worth telling. */
function pressingTasks(agreements: readonly Registered[], on: Temporal.PlainDate, today: Temporal.PlainDate): TaskRow[] {
  const bySlug = new Map(agreements.map(({ agreement }) => [agreement.slug, agreement]));
  const tasks = agreements.flatMap(({ agreement }) => {
    const parent = agreement.parent === undefined ? undefined : bySlug.get(agreement.parent);
    return followUpTasks(agreement, { on, today, parent }).map((task) => ({ ...task, agreement }));
  });
  return byUrgency(tasks.filter(({ reading }) => reading.state !== 'due'));
}

/** A unit that serves several municipalities is told of once for the county. */
function isSameWay(a: CountyFile['contacts'][number], b: CountyFile['contacts'][number]): boolean {
  return a.unit === b.unit && a.phone === b.phone && a.email === b.email && a.url === b.url;
}

/** The agreements that a municipality is a party of, each with how it stands to it. */
function forParty(agreements: readonly Registered[], county: CountyFile, municipality: string): AtPlace[] {
  return agreements.flatMap((one) => {
    const party = statusOfParty(one, county, municipality);
    return isRefusal(party) ? [] : [{ ...one, party }];
  });
}

/** Of several local agreements the one that applies on the day is told, before one that may, before one that something replaced. */
const ORDER: readonly Standing[] = ['holds', 'reserved', 'superseded'];

function localAgreements(
  county: CountyFile,
  concerning: readonly AtPlace[],
  municipality: string,
  district: string | undefined,
): LocalAgreement[] {
  return concerning.flatMap((of) => {
    const term = of.agreement.terms['local-agreements'];
    if (!term || of.agreement.kind !== 'county') return [];
    const found = concerning
      .filter(({ agreement }) => agreement.kind === 'local' && agreement.parent === of.agreement.slug)
      .toSorted((a, b) => ORDER.indexOf(standingOf(a.status.code)) - ORDER.indexOf(standingOf(b.status.code)))[0];
    const note = county['local-agreements'].find(
      (candidate) =>
        candidate.for === of.agreement.slug &&
        (candidate.municipalities?.includes(municipality) || (district !== undefined && candidate.district === district)),
    );
    return [{ of, expectedPer: term.per, ...(found ? { found } : {}), ...(note ? { note } : {}) }];
  });
}
