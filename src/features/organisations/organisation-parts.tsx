import type { Permission } from '../../domain/access/permissions.ts';
import { isConfirmationOld } from '../../domain/counties/confirmation.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Organisation } from '../../domain/organisations/organisation.ts';
import { seatPositions } from '../../domain/organisations/seat.ts';
import { assignmentRoleTexts, formatDate, formatDates, Notice, onDay, Table } from '../../ui/index.ts';
import type { People as Staff } from '../access/index.ts';
import { servesText } from './kind-options.ts';
import type { Seats } from './read-organisations.ts';
import type { ListedUnit } from './read-units.ts';
import { organisationTexts as texts } from './register-texts.ts';
import { organisationKindTexts, seatPositionTexts, unitTexts } from './unit-texts.ts';

const { columns, links } = texts;

type UnitsProps = {
  units: readonly ListedUnit[];
  kinds: ReadonlyMap<string, string>;
  county: CountyFile;
  today: Temporal.PlainDate;
};

/** The units that are open today. Each leads to its page. */
export function Units({ units, kinds, county, today }: UnitsProps) {
  if (units.length === 0) return <p>{texts.noUnits}</p>;
  const names = new Map(county.municipalities.map(({ code, name }) => [code, name]));
  return (
    <Table
      caption={texts.units}
      captionHidden
      columns={[columns.unit, columns.kind, columns.serves, columns.confirmed].map((label) => ({ label }))}
      rows={units
        .toSorted((a, b) => a.was.name.localeCompare(b.was.name, 'sv'))
        .map(({ unit, was }) => [
          <a class="govuk-link" href={`/organisation/enheter/${unit.id}`}>
            {was.name}
          </a>,
          kinds.get(was.kind) ?? was.kind,
          servesText(was.serves, names, unitTexts.wholeCounty),
          <Confirmed on={was.confirmedOn} today={today} />,
        ])}
    />
  );
}

/** When contacts were last confirmed; said aloud when that was long ago, or never. */
export function Confirmed({ on, today }: { on: Temporal.PlainDate | undefined; today: Temporal.PlainDate }) {
  if (!on) return <strong>{unitTexts.never}</strong>;
  return (
    <>
      {formatDate(on)}
      {isConfirmationOld(on.toString(), today) && <strong> – {unitTexts.stale}</strong>}
    </>
  );
}

type AssignmentActProps = { assignment: Staff['assignments'][number]; name: string; today: Temporal.PlainDate };

/** The way to end an assignment that has no end yet, or to take back one that has not begun. */
function AssignmentAct({ assignment: { id, role, from_day, to_day }, name, today }: AssignmentActProps) {
  const coming = Temporal.PlainDate.compare(from_day, today) > 0;
  if (to_day && !coming) return null;
  return (
    <a class="govuk-link" href={`/organisation/uppdrag/${id}/${coming ? 'ta-tillbaka' : 'avsluta'}`}>
      {coming ? links.withdraw : links.end}
      <span class="govuk-visually-hidden">
        {' '}
        {assignmentRoleTexts[role]}, {name}
      </span>
    </a>
  );
}

type PeopleProps = { people: Staff; bodies: CountyFile['bodies']; today: Temporal.PlainDate; may: (permission: Permission) => boolean };

/** The people of an organisation with what they act as, and the ways to change it. */
export function People({ people: { staff, assignments }, bodies, today, may }: PeopleProps) {
  if (staff.length === 0) return <p>{texts.noPeople}</p>;
  return (
    <Table
      caption={texts.people}
      captionHidden
      columns={[columns.name, columns.assignments, columns.action].map((label) => ({ label }))}
      rows={staff.map(({ id, name, deactivated_at }) => {
        const own = assignments.filter(({ account_id }) => account_id === id);
        return [
          name,
          deactivated_at ? (
            <strong>{texts.deactivated}</strong>
          ) : own.length === 0 ? (
            texts.noAssignment
          ) : (
            <ul class="govuk-list">
              {own.map((one) => (
                <li>
                  {assignmentRoleTexts[one.role]}
                  {one.unit_name && `, ${one.unit_name}`}
                  {one.body && `, ${bodies.find((body) => body.id === one.body)?.name ?? one.body}`}
                  {one.deputy_for_name && `, ${texts.deputyFor(one.deputy_for_name)}`} ({formatDates(one.from_day, one.to_day ?? undefined)}
                  ) {may('access.end-assignment') && <AssignmentAct assignment={one} name={name} today={today} />}
                </li>
              ))}
            </ul>
          ),
          deactivated_at ? (
            ''
          ) : (
            <>
              {may('access.give-assignment') && (
                <p>
                  <a class="govuk-link" href={`/organisation/personer/${id}/uppdrag`}>
                    {links.giveAssignment}
                    <span class="govuk-visually-hidden"> {name}</span>
                  </a>
                </p>
              )}
              {may('access.read-sessions') && (
                <p>
                  <a class="govuk-link" href={`/organisation/personer/${id}/inloggningar`}>
                    {links.sessions}
                    <span class="govuk-visually-hidden"> {name}</span>
                  </a>
                </p>
              )}
              {may('access.deactivate-account') && (
                <p>
                  <a class="govuk-link" href={`/organisation/personer/${id}/avsluta`}>
                    {links.deactivate}
                    <span class="govuk-visually-hidden"> {name}</span>
                  </a>
                </p>
              )}
            </>
          ),
        ];
      })}
    />
  );
}

/** The way to end a seat that has no end yet, or to take back one that has not begun. */
function SeatAct({ seat: { id, from, to, holder }, today }: { seat: Seats['seats'][number]; today: Temporal.PlainDate }) {
  const coming = Temporal.PlainDate.compare(from, today) > 0;
  if (to && !coming) return null;
  return (
    <a class="govuk-link" href={`/organisation/platser/${id}/${coming ? 'ta-tillbaka' : 'avsluta'}`}>
      {coming ? links.withdraw : links.end}
      <span class="govuk-visually-hidden"> {holder}</span>
    </a>
  );
}

type BodySeatsProps = { seats: Seats; today: Temporal.PlainDate; mayHandle: boolean; accounts: ReadonlyMap<string, string> };

/** The joint bodies with who sits in them today. `accounts`: names of accounts by id, for those who may see which account acts from a seat. */
export function BodySeats({ seats: { bodies, seats }, today, mayHandle, accounts }: BodySeatsProps) {
  return (
    <Table
      caption={texts.bodies}
      captionHidden
      columns={[columns.body, columns.seats, ...(mayHandle ? [columns.action] : [])].map((label) => ({ label }))}
      rows={bodies.map(({ id, name }) => [
        name,
        <ul class="govuk-list">
          {seats
            .filter(({ body }) => body === id)
            .toSorted((a, b) => seatPositions.indexOf(a.position) - seatPositions.indexOf(b.position))
            .map((seat) => (
              <li>
                {seatPositionTexts[seat.position]}: {seat.holder}, {seat.organisationName} ({formatDates(seat.from, seat.to)})
                {seat.account && accounts.has(seat.account) && `, ${texts.seatAccount(accounts.get(seat.account) ?? '', seat.holder)}`}{' '}
                {mayHandle && <SeatAct seat={seat} today={today} />}
              </li>
            ))}
        </ul>,
        ...(mayHandle
          ? [
              <a class="govuk-link" href={`/organisation/organ/${id}/plats`}>
                {links.seat}
                <span class="govuk-visually-hidden"> {name}</span>
              </a>,
            ]
          : []),
      ])}
    />
  );
}

/** The municipalities of the county, each leading to its page. */
export function Municipalities({ organisations }: { organisations: readonly { organisation: Organisation; name: string }[] }) {
  return (
    <ul class="govuk-list ov-columns">
      {organisations
        .filter(({ organisation: { kind } }) => kind === 'municipality')
        .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
        .map(({ organisation: { id }, name }) => (
          <li>
            <a class="govuk-link" href={`/organisation?org=${id}`}>
              {name}
            </a>
          </li>
        ))}
    </ul>
  );
}

/** Private providers and user organisations of the county. */
export function OtherOrganisations({ organisations }: { organisations: readonly { organisation: Organisation; name: string }[] }) {
  const others = organisations.filter(({ organisation: { kind } }) => kind === 'private-provider' || kind === 'user-organisation');
  if (others.length === 0) return <p>{texts.noOthers}</p>;
  return (
    <ul class="govuk-list">
      {others.map(({ organisation, name }) => (
        <li>
          <a class="govuk-link" href={`/organisation?org=${organisation.id}`}>
            {name}
          </a>{' '}
          ({organisationKindTexts[organisation.kind]})
        </li>
      ))}
    </ul>
  );
}

/** For the public: the units that serve a municipality on a day. `asked`: that day when it is not today, for the links. */
export function UnitDirectory({ units, kinds, today, asked }: Omit<UnitsProps, 'county'> & { asked: string | undefined }) {
  if (units.length === 0) {
    return (
      <Notice kind="empty" heading={unitTexts.none.heading} level={3}>
        <p>{unitTexts.none.text}</p>
      </Notice>
    );
  }
  return (
    <Table
      caption={unitTexts.directory}
      captionHidden
      columns={[columns.unit, columns.kind, columns.organisation, columns.confirmed].map((label) => ({ label }))}
      rows={units
        .toSorted((a, b) => a.was.name.localeCompare(b.was.name, 'sv'))
        .map(({ unit, was, organisation }) => [
          <a class="govuk-link" href={onDay(`/enhet/${unit.id}`, asked)}>
            {was.name}
          </a>,
          `${kinds.get(was.kind) ?? was.kind}, ${unitTexts.ages(was.ages.from, was.ages.to)}`,
          organisation.name,
          <Confirmed on={was.confirmedOn} today={today} />,
        ])}
    />
  );
}
