import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { lastOf } from '../../domain/organisations/period.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
import { seatPositions } from '../../domain/organisations/seat.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { readStaffOfCounty } from '../access/index.ts';
import { readCounty } from '../counties/index.ts';
import { actPage, given } from '../forms/index.ts';
import { endSeat } from './end-seat.ts';
import { mergeUnits } from './merge-units.ts';
import { openOrganisation } from './open-organisation.ts';
import { openUnit } from './open-unit.ts';
import { readOrganisation, readOrganisations, readSeats } from './read-organisations.ts';
import { readUnits } from './read-units.ts';
import { actTexts, fieldTexts as fields } from './register-texts.ts';
import { renameOrganisation } from './rename-organisation.ts';
import { seatMember } from './seat-member.ts';
import { stampOf } from './stamp.ts';
import { reachFields, reachOf, wayFields, waysSent } from './unit-fields.ts';
import { organisationKindTexts, registerRefusals, seatPositionTexts } from './unit-texts.ts';
import { withdrawSeat } from './withdraw-seat.ts';

const HOME = '/organisation';
const today = (c: Context<AppEnv>) => c.var.runtime.clock.today().toString();

const openUnitPage = actPage({
  path: '/organisation/enheter/ny',
  permission: 'organisations.open-unit',
  texts: registerRefusals,
  keyed: true,
  prepare: async (c, { county, municipality }) => ({
    ...actTexts.openUnit,
    back: HOME,
    fields: [
      { kind: 'text', name: 'name', label: fields.name },
      { kind: 'text', name: 'hsaId', label: fields.hsaId, hint: fields.hsaIdHint, optional: true, width: 20 },
      ...(await reachFields(scopeOf(c), county)),
      ...wayFields,
      { kind: 'day', name: 'from', label: fields.from },
    ],
    initial: given({ from: today(c), 'ages-from': '0', serves: municipality }),
  }),
  run: async (c, values, { organisation }) => {
    const opened = await openUnit(scopeOf(c), {
      key: values.one('key') || undefined,
      organisation: organisation.id,
      name: values.one('name'),
      hsaId: values.one('hsaId') || undefined,
      from: values.one('from'),
      ...reachOf(values),
      ways: waysSent(values),
    });
    return isRefusal(opened) ? opened : { next: `/organisation/enheter/${opened.id}?sparat=1` };
  },
});

const mergePage = actPage({
  path: '/organisation/enheter/sla-ihop',
  permission: 'organisations.merge-units',
  texts: registerRefusals,
  prepare: async (c, { organisation }) => {
    const found = await readUnits(scopeOf(c), { organisation: organisation.id });
    const units = isRefusal(found) ? [] : found.units;
    return {
      ...actTexts.mergeUnits,
      back: HOME,
      fields: [
        {
          kind: 'checks',
          name: 'parts',
          label: fields.parts,
          options: units.map(({ unit, was }) => ({ value: unit.id, label: was.name })),
        },
        { kind: 'text', name: 'name', label: fields.newName },
        { kind: 'day', name: 'from', label: fields.from },
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const merged = await mergeUnits(scopeOf(c), { parts: [...values.all('parts')], name: values.one('name'), from: values.one('from') });
    return isRefusal(merged) ? merged : { next: `/organisation/enheter/${merged.id}?sparat=1` };
  },
});

const openOrganisationPage = actPage({
  path: '/organisation/andra/ny',
  permission: 'organisations.open-organisation',
  texts: registerRefusals,
  keyed: true,
  prepare: async (c) => ({
    ...actTexts.openOrganisation,
    back: HOME,
    fields: [
      {
        kind: 'radios',
        name: 'kind',
        label: fields.kind,
        options: (['private-provider', 'user-organisation'] as const).map((value) => ({ value, label: organisationKindTexts[value] })),
      },
      { kind: 'text', name: 'name', label: fields.name },
      { kind: 'day', name: 'from', label: fields.from },
    ],
    initial: given({ from: today(c) }),
  }),
  run: async (c, values, { county }) => {
    const key = values.one('key') || undefined;
    const kind = values.one('kind') as 'private-provider';
    const opened = await openOrganisation(scopeOf(c), { key, county, kind, name: values.one('name'), from: values.one('from') });
    return isRefusal(opened) ? opened : { next: `${HOME}?org=${opened.id}&sparat=1` };
  },
});

const renameOrganisationPage = actPage({
  path: '/organisation/andra/:id/namn',
  permission: 'organisations.rename-organisation',
  texts: registerRefusals,
  prepare: async (c) => {
    const found = await readOrganisation(scopeOf(c), { id: c.req.param('id') ?? '' });
    if (isRefusal(found)) return undefined;
    if (!mayHandle(c.var.actor, 'organisations.rename-organisation', found)) throw new HTTPException(403);
    return {
      ...actTexts.renameOrganisation,
      back: `${HOME}?org=${found.id}`,
      fields: [
        { kind: 'text', name: 'name', label: fields.newName },
        { kind: 'day', name: 'from', label: fields.from },
      ],
      initial: given({ name: lastOf(found.versions)?.name }),
      hidden: { seen: stampOf(found) },
    };
  },
  run: async (c, values) => {
    const organisation = c.req.param('id') ?? '';
    const input = { organisation, seen: values.one('seen'), name: values.one('name'), from: values.one('from') };
    const renamed = await renameOrganisation(scopeOf(c), input);
    return isRefusal(renamed) ? renamed : { next: `${HOME}?org=${renamed.id}&sparat=1` };
  },
});

const seatPage = actPage({
  path: '/organisation/organ/:body/plats',
  permission: 'organisations.seat-member',
  texts: registerRefusals,
  prepare: async (c, { county }) => {
    const file = await readCounty(scopeOf(c), { code: county });
    const body = isRefusal(file) ? undefined : file.bodies.find(({ id }) => id === c.req.param('body'));
    const found = await readOrganisations(scopeOf(c), { county });
    const people = await readStaffOfCounty(scopeOf(c), { county, actingOn: today(c) });
    if (!body || isRefusal(found) || isRefusal(people)) return undefined;
    const options = found.organisations
      .map(({ organisation, name }) => ({ value: organisation.id, label: name }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'));
    return {
      ...actTexts.seatMember,
      caption: body.name,
      back: HOME,
      fields: [
        { kind: 'text', name: 'holder', label: fields.holder },
        {
          kind: 'radios',
          name: 'position',
          label: fields.position,
          options: seatPositions.map((value) => ({ value, label: seatPositionTexts[value] })),
        },
        { kind: 'select', name: 'organisation', label: fields.organisation, options },
        {
          kind: 'select',
          name: 'account',
          label: fields.seatAccount,
          hint: fields.seatAccountHint,
          optional: true,
          options: people.map(({ id, name, organisation_id: of }) => ({
            value: id,
            label: [name, options.find(({ value }) => value === of)?.label].filter(Boolean).join(', '),
          })),
        },
        { kind: 'day', name: 'from', label: fields.from },
        { kind: 'day', name: 'to', label: fields.to, optional: true },
      ],
      initial: given({ from: today(c) }),
    };
  },
  run: async (c, values, { county }) => {
    const seated = await seatMember(scopeOf(c), {
      county,
      body: c.req.param('body') ?? '',
      position: values.one('position') as 'chair',
      organisation: values.one('organisation'),
      holder: values.one('holder'),
      account: values.one('account') || undefined,
      from: values.one('from'),
      to: values.one('to') || undefined,
    });
    return isRefusal(seated) ? seated : { next: `${HOME}?sparat=1` };
  },
});

/** The seat of the address, in a body of the county, that is held today or later. */
async function seatIn(c: Context<AppEnv>, county: string) {
  const found = await readSeats(scopeOf(c), { county, coming: true });
  return isRefusal(found) ? undefined : found.seats.find(({ id }) => id === c.req.param('id'));
}

const endSeatPage = actPage({
  path: '/organisation/platser/:id/avsluta',
  permission: 'organisations.end-seat',
  texts: registerRefusals,
  prepare: async (c, { county }) => {
    const seat = await seatIn(c, county);
    return (
      seat && {
        ...actTexts.endSeat,
        caption: seat.holder,
        back: HOME,
        fields: [{ kind: 'day', name: 'lastDay', label: fields.lastDay }],
        initial: given({ lastDay: today(c) }),
        warning: true,
      }
    );
  },
  run: async (c, values) => {
    const ended = await endSeat(scopeOf(c), { seat: c.req.param('id') ?? '', lastDay: values.one('lastDay') });
    return isRefusal(ended) ? ended : { next: `${HOME}?sparat=1` };
  },
});

const withdrawSeatPage = actPage({
  path: '/organisation/platser/:id/ta-tillbaka',
  permission: 'organisations.withdraw-seat',
  texts: registerRefusals,
  prepare: async (c, { county }) => {
    const seat = await seatIn(c, county);
    return seat && { ...actTexts.withdrawSeat, caption: seat.holder, back: HOME, fields: [], initial: given({}), warning: true };
  },
  run: async (c) => {
    const done = await withdrawSeat(scopeOf(c), { seat: c.req.param('id') ?? '' });
    return isRefusal(done) ? done : { next: `${HOME}?sparat=1` };
  },
});

/** The forms that open, merge, rename and seat. */
export const registerActPages = new Hono<AppEnv>();
for (const page of [openUnitPage, mergePage, openOrganisationPage, renameOrganisationPage, seatPage, endSeatPage, withdrawSeatPage])
  registerActPages.route('/', page);
