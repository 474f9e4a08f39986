import { z } from 'zod';
import { type Standing, standingOf } from '../../domain/agreements/standing.ts';
import type { Status } from '../../domain/agreements/status.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import type { DeadlinesFile, LawFile, SituationFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { dutiesOfRole, type RoleDuty } from '../../domain/responsibilities/duties-of-role.ts';
import { agreementsOfPlace } from '../../domain/responsibilities/navigator.ts';
import { useCase } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';
import { withUnitContacts } from '../organisations/index.ts';
import { type NavigatorRefusal, placeOf } from './ask-navigator.ts';
import { navigatorOn } from './navigator-on.ts';
import { type PlaceParties, partiesOn } from './parties-on.ts';

type Tag = { readonly id: string; readonly label: string };

/** What one agreement of the place asks of the role, and what its duties are worth on the day. */
export type AgreementOfRole = {
  readonly agreement: AgreementFile;
  readonly status: Status;
  readonly standing: Standing;
  readonly always: readonly RoleDuty[];
  readonly onCondition: readonly RoleDuty[];
  readonly byOthers: readonly RoleDuty[];
};

export type RoleReading = {
  readonly county: CountyFile;
  readonly municipality?: CountyFile['municipalities'][number];
  readonly performer?: Tag;
  readonly role?: Tag;
  readonly agreements: readonly AgreementOfRole[];
  readonly situation: SituationFile;
  readonly law: LawFile;
  /** The catalogue of time limits that rows point into. */
  readonly deadlines: DeadlinesFile;
  /** For whom of the place the agreements are not known to be in force. */
  readonly parties: PlaceParties;
  readonly on: string;
};

export type RoleRefusal =
  | NavigatorRefusal
  | Refusal<'place-not-given' | 'unit-or-role-not-given' | 'performer-not-found' | 'role-not-found'>;

/**
 * What the agreements of a place ask of a professional role at a kind of unit on a day (default today): always, and on condition,
 * agreement by agreement with its status; and what only others have to do. Either of performer and role may be left out.
 * Refuses `place-not-given`, `unit-or-role-not-given`, `county-not-found`, `municipality-not-found`, `performer-not-found`, `role-not-found`.
 */
export const readRoleDuties = useCase({
  permission: 'responsibilities.read',
  mode: 'read',
  input: z.strictObject({
    county: CountyCode.optional(),
    municipality: MunicipalityCode.optional(),
    performer: Slug.optional(),
    role: Slug.optional(),
    on: IsoDate.optional(),
  }),
  run: async ({ tx, today, input }): Promise<RoleReading | RoleRefusal> => {
    const code = input.county ?? input.municipality?.slice(0, 2);
    if (code === undefined) return refuse('place-not-given');
    const county = await placeOf(tx, { county: code, ...(input.municipality ? { municipality: input.municipality } : {}) });
    if ('refused' in county) return county;
    const [taxonomy, situation, law, deadlines] = await Promise.all([
      nationalFile(tx, 'taxonomy'),
      nationalFile(tx, 'situation'),
      nationalFile(tx, 'law'),
      nationalFile(tx, 'deadlines'),
    ]);
    const wanted = wantedIn(taxonomy, input);
    if ('refused' in wanted) return wanted;
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const place = { county: code, ...(input.municipality ? { municipality: input.municipality } : {}) };
    const navigator = await navigatorOn(tx, code, on);
    const view = dutiesOfRole(navigator, { ...place, performer: wanted.performer?.id, role: wanted.role?.id });
    const municipality = county.municipalities.find((one) => one.code === input.municipality);
    return {
      county: await withUnitContacts(tx, county, on),
      ...(municipality ? { municipality } : {}),
      ...wanted,
      agreements: inOrder(
        agreementsOfPlace(navigator, place).map(({ compiled: { agreement }, status }) => {
          const ofThis = (duties: readonly RoleDuty[]) => duties.filter((duty) => duty.agreement === agreement.slug);
          const { always, onCondition, byOthers } = view;
          return {
            agreement,
            status,
            standing: standingOf(status.code),
            always: ofThis(always),
            onCondition: ofThis(onCondition),
            byOthers: ofThis(byOthers),
          };
        }),
      ),
      situation,
      law,
      deadlines,
      parties: await partiesOn(tx, place, on),
      on: on.toString(),
    };
  },
});

/** Those that hold first, the order otherwise kept. */
function inOrder(agreements: readonly AgreementOfRole[]): AgreementOfRole[] {
  const order: readonly Standing[] = ['holds', 'reserved', 'superseded'];
  return agreements.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

type Wanted = { readonly performer?: Tag; readonly role?: Tag };

function wantedIn(taxonomy: TaxonomyFile, input: { performer?: string | undefined; role?: string | undefined }): Wanted | RoleRefusal {
  if (input.performer === undefined && input.role === undefined) return refuse('unit-or-role-not-given');
  const performer = taxonomy.performers.find(({ id }) => id === input.performer);
  if (input.performer !== undefined && !performer) return refuse('performer-not-found', { performer: input.performer });
  const role = taxonomy.roles.find(({ id }) => id === input.role);
  if (input.role !== undefined && !role) return refuse('role-not-found', { role: input.role });
  return { ...(performer ? { performer } : {}), ...(role ? { role } : {}) };
}
