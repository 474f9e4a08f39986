import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { IsoDate } from '../../domain/counties/ids.ts';
import { nameOn } from '../../domain/organisations/organisation.ts';
import { compareDays, lastOf } from '../../domain/organisations/period.ts';
import type { RecordToPlace } from '../../domain/organisations/place-records.ts';
import { mayHandleBodies } from '../../domain/organisations/policies.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Notice } from '../../ui/index.ts';
import { readCounty } from '../counties/index.ts';
import { actPage, type FormField, given, type Refused, type Values } from '../forms/index.ts';
import { readOrganisation, readOrganisations, readSeats } from './read-organisations.ts';
import { readRecordsToPlace } from './read-records-to-place.ts';
import { readUnits } from './read-units.ts';
import { actTexts, fieldTexts as fields, divisionTexts as texts } from './register-texts.ts';
import { type DividedPart, splitOrganisation } from './split-organisation.ts';
import { stampOf } from './stamp.ts';
import { registerRefusals, seatPositionTexts } from './unit-texts.ts';

const PERMISSION = 'organisations.split-organisation';
const UNIT = 'unit-';
const SEAT = 'seat-';
const RECORD = 'record-';
const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const home = (id: string) => `/organisation?org=${id}`;

/** Everything that has to have a place on the day that is asked about (today as long as none is), and the organisations that it can go to. */
async function askedOf(c: Context<AppEnv>, county: string, day: string) {
  const scope = scopeOf(c);
  const today = c.var.runtime.clock.today();
  const [found, others, now, then, all, seats] = await Promise.all([
    readOrganisation(scope, { id: idOf(c) }),
    readOrganisations(scope, { county, coming: true }),
    readUnits(scope, { organisation: idOf(c) }),
    readUnits(scope, { organisation: idOf(c), on: day }),
    readCounty(scope, { code: county }),
    readSeats(scope, { county, coming: true }),
  ]);
  if (isRefusal(found) || isRefusal(others) || isRefusal(now) || isRefusal(then) || isRefusal(all) || isRefusal(seats)) return undefined;
  if (!mayHandleBodies(c.var.actor, PERMISSION, found.county)) throw new HTTPException(403);
  const options = others.organisations
    .filter(({ organisation: { id, kind } }) => kind === found.kind && id !== found.id)
    .map(({ organisation, name }) => ({ value: organisation.id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'));
  const units = [...new Map([...now.units, ...then.units].map((one) => [one.unit.id, one])).values()]
    .filter(({ unit }) => {
      const last = lastOf(unit.versions);
      return last?.organisation === found.id && (last.to === undefined || compareDays(last.to, today) >= 0);
    })
    .map(({ unit, was }) => ({ id: unit.id, name: was.name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
  const bodies = new Map(all.bodies.map(({ id, name }) => [id, name]));
  const held = seats.seats
    .filter((seat) => seat.organisation === found.id && (seat.to === undefined || compareDays(seat.to, today) >= 0))
    .map(({ id, holder, position, body }) => ({ id, name: texts.seat(holder, seatPositionTexts[position], bodies.get(body) ?? body) }));
  return { found, options, units, seats: held, name: nameOn(found, today) };
}

type Asked = NonNullable<Awaited<ReturnType<typeof askedOf>>>;

/** The records that have to be placed one by one, by their case numbers. What was chosen stays in the form also while something else is wrong. */
async function recordFields(c: Context<AppEnv>, { options, units }: Asked, { refusal, values }: Refused): Promise<FormField[]> {
  const kept = values.named(RECORD).map((id) => ({ id, parts: options.map(({ value }) => value) }));
  const asked = (refusal.params.asked as readonly RecordToPlace[] | undefined) ?? kept;
  if (asked.length === 0) return [];
  const input = { organisation: idOf(c), ids: asked.map(({ id }) => id), from: values.one('from') };
  const found = await readRecordsToPlace(scopeOf(c), input);
  if (isRefusal(found)) return [];
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return found.records.map(({ id, cases }) => ({
    kind: 'select',
    name: `${RECORD}${id}`,
    label: texts.record(cases.map(({ number, unit }) => ({ number, unit: names.get(unit) }))),
    options: options.filter(({ value }) => asked.find((one) => one.id === id)?.parts.includes(value)),
    part: texts.records,
  }));
}

function fieldsFor({ options, units, seats }: Asked): FormField[] {
  const place = (name: string, label: string, part: string): FormField => ({ kind: 'select', name, label, options, part });
  return [
    { kind: 'day', name: 'from', label: fields.from },
    ...units.map(({ id, name }) => place(`${UNIT}${id}`, name, texts.units)),
    ...seats.map(({ id, name }) => place(`${SEAT}${id}`, name, texts.seats)),
    { kind: 'select', name: 'rest', label: texts.rest, hint: texts.restHint, options },
  ];
}

const TO_CONFIRM = 'division-to-confirm';
const isToConfirm = (refused: Refused | undefined) => refused?.refusal.code === TO_CONFIRM;

/** What becomes of it, part by part, before anything is done. */
function Preview({ asked, parts, ended }: { asked: Asked; parts: readonly DividedPart[]; ended: number }) {
  const named = (all: Asked['units'], ids: readonly string[]) => all.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return (
    <>
      <Notice kind="note" heading={texts.preview} />
      {ended > 0 && <p>{texts.ended(ended)}</p>}
      {parts.map(({ into, units, seats, accounts, records }) => (
        <>
          <h2>{asked.options.find(({ value }) => value === into)?.label ?? into}</h2>
          <ul>
            {[...named(asked.units, units), ...named(asked.seats, seats)].map((name) => (
              <li>{name}</li>
            ))}
            <li>{texts.accounts(accounts.length)}</li>
            <li>{texts.recordCount(records)}</li>
          </ul>
        </>
      ))}
    </>
  );
}

function placesIn(values: Values, prefix: string) {
  return values.named(prefix).flatMap((id) => {
    const to = values.one(`${prefix}${id}`);
    return to === '' ? [] : [{ id, to }];
  });
}

const splitPage = actPage({
  path: '/organisation/andra/:id/dela',
  permission: PERMISSION,
  texts: registerRefusals,
  confirms: TO_CONFIRM,
  prepare: async (c, { county }, refused) => {
    const day = IsoDate.safeParse(refused?.values.one('from'));
    const asked = await askedOf(c, county, day.success ? day.data : c.var.runtime.clock.today().toString());
    if (!asked) return undefined;
    const toConfirm = isToConfirm(refused) ? refused?.refusal.params : undefined;
    return {
      ...actTexts.splitOrganisation,
      ...(toConfirm ? { submit: texts.confirm } : {}),
      caption: asked.name,
      back: home(asked.found.id),
      fields: [...fieldsFor(asked), ...(refused ? await recordFields(c, asked, refused) : [])],
      initial: given({}),
      hidden: { seen: stampOf(asked.found), ...(toConfirm ? { confirmed: String(toConfirm.stamp) } : {}) },
      warning: toConfirm !== undefined,
      ...(toConfirm
        ? { before: <Preview asked={asked} parts={toConfirm.parts as readonly DividedPart[]} ended={Number(toConfirm.ended)} /> }
        : {}),
    };
  },
  run: async (c, values) => {
    const input = {
      organisation: idOf(c),
      seen: values.one('seen'),
      confirmed: values.one('confirmed'),
      units: placesIn(values, UNIT),
      seats: placesIn(values, SEAT),
      records: placesIn(values, RECORD),
      rest: values.one('rest'),
      from: values.one('from'),
    };
    const done = await splitOrganisation(scopeOf(c), input);
    return isRefusal(done) ? done : { next: `/organisationer/${done.id}?datum=${input.from}` };
  },
});

/** The form by which an organisation is divided: shown again with what becomes of it before it is done. */
export const organisationSplitPage = new Hono<AppEnv>().route('/', splitPage);
