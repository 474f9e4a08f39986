import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Actor } from '../../domain/access/actor.ts';
import { type Role, roleNames, roles } from '../../domain/access/roles.ts';
import { mayAssign, mayHandle } from '../../domain/organisations/policies.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, type Scope, scopeOf } from '../../platform/index.ts';
import { assignmentRoleTexts } from '../../ui/index.ts';
import {
  accessRefusals,
  deactivateAccount,
  endAssignment,
  giveAssignment,
  openAccount,
  peopleRefusals,
  readAccounts,
  readAssignment,
  readPerson,
  readStaffOfCounty,
  withdrawAssignment,
} from '../access/index.ts';
import { readCounty } from '../counties/index.ts';
import { actPage, type FormField, given } from '../forms/index.ts';
import { readUnits } from './read-units.ts';
import { actTexts, fieldTexts as fields } from './register-texts.ts';

const HOME = '/organisation';
const texts = { ...accessRefusals, ...peopleRefusals };
const today = (c: Context<AppEnv>) => c.var.runtime.clock.today().toString();
const asked = (c: Context<AppEnv>) => c.req.query('org');

const openAccountPage = actPage({
  path: '/organisation/personer/ny',
  permission: 'access.open-account',
  texts,
  keyed: true,
  prepare: async (c, { organisation }) => ({
    ...actTexts.openAccount,
    back: `${HOME}?org=${asked(c) ?? organisation.id}`,
    fields: [
      { kind: 'text', name: 'name', label: fields.name },
      { kind: 'text', name: 'hsaId', label: fields.hsaId, hint: fields.hsaIdHint, width: 20 },
      { kind: 'text', name: 'email', label: fields.email, optional: true, type: 'email' },
    ],
    initial: given({}),
  }),
  run: async (c, values, { organisation }) => {
    const input = {
      key: values.one('key') || undefined,
      organisation: asked(c) ?? organisation.id,
      name: values.one('name'),
      hsaId: values.one('hsaId'),
      email: values.one('email'),
    };
    const opened = await openAccount(scopeOf(c), input);
    return isRefusal(opened) ? opened : { next: `/organisation/personer/${opened.id}/uppdrag` };
  },
});

const deactivatePage = actPage({
  path: '/organisation/personer/:id/avsluta',
  permission: 'access.deactivate-account',
  texts,
  prepare: async (c) => {
    const person = await readPerson(scopeOf(c), { account: c.req.param('id') ?? '' });
    if (isRefusal(person)) return undefined;
    const owner = { id: person.organisation_id, kind: person.organisation_kind, county: person.county_code };
    if (!mayHandle(c.var.actor, 'access.deactivate-account', owner)) throw new HTTPException(403);
    return { ...actTexts.deactivateAccount, caption: person.name, back: HOME, fields: [], initial: given({}), warning: true };
  },
  run: async (c) => {
    const done = await deactivateAccount(scopeOf(c), { account: c.req.param('id') ?? '' });
    return isRefusal(done) ? done : { next: `${HOME}?sparat=1` };
  },
});

type Person = Exclude<Awaited<ReturnType<typeof readPerson>>, Refusal>;

/** The roles that whoever asks may give at the organisation of a person. */
function roleOptions(actor: Actor, { organisation_id: id, organisation_kind: kind, county_code: county }: Person) {
  return roleNames
    .filter((role) => (roles[role].at as readonly string[]).includes(kind))
    .filter((role) => mayAssign(actor, 'access.give-assignment', role, { id, kind, county }))
    .map((value) => ({ value, label: assignmentRoleTexts[value] }));
}

/** Where the role is held: the county gives those of joint bodies, an organisation those of its units. */
async function placeField(scope: Scope, { organisation_id, county_code }: Person, ofCounty: boolean): Promise<FormField> {
  const common = { kind: 'select', optional: true } as const;
  if (ofCounty) {
    const file = await readCounty(scope, { code: county_code });
    const options = isRefusal(file) ? [] : file.bodies.map(({ id, name }) => ({ value: id, label: name }));
    return { ...common, name: 'body', label: fields.body, options };
  }
  const found = await readUnits(scope, { organisation: organisation_id });
  const options = isRefusal(found) ? [] : found.units.map(({ unit, was }) => ({ value: unit.id, label: was.name }));
  return { ...common, name: 'unit', label: fields.unit, hint: fields.unitHint, options };
}

/** Whose deputy the person may become: nothing is asked where there is nobody. */
async function deputyFields(scope: Scope, { id, organisation_id }: Person): Promise<FormField[]> {
  const people = await readAccounts(scope, { organisation: organisation_id });
  const held = isRefusal(people) ? [] : people.assignments.filter(({ account_id }) => account_id !== id);
  const options = held.map((one) => ({
    value: one.id,
    label: [one.account_name, assignmentRoleTexts[one.role], one.unit_name].filter(Boolean).join(', '),
  }));
  const { deputyFor: label, deputyHint: hint } = fields;
  return options.length > 0 ? [{ kind: 'select', name: 'deputyFor', label, hint, optional: true, options }] : [];
}

const giveAssignmentPage = actPage({
  path: '/organisation/personer/:id/uppdrag',
  permission: 'access.give-assignment',
  texts,
  prepare: async (c, acting) => {
    const scope = scopeOf(c);
    const person = await readPerson(scope, { account: c.req.param('id') ?? '' });
    if (isRefusal(person)) return undefined;
    const ofCounty = acting.role === 'county-administrator';
    const ofOthers = !ofCounty || person.organisation_id !== acting.organisation.id;
    const [place, deputies] = await Promise.all([placeField(scope, person, ofCounty), ofOthers ? deputyFields(scope, person) : []]);
    return {
      ...actTexts.giveAssignment,
      caption: person.name,
      back: HOME,
      fields: [
        { kind: 'select', name: 'role', label: fields.role, options: roleOptions(c.var.actor, person) },
        place,
        { kind: 'day', name: 'from', label: fields.from },
        { kind: 'day', name: 'to', label: fields.to, optional: true },
        ...deputies,
      ],
      initial: given({ from: today(c) }),
      hidden: { organisation: person.organisation_id },
    };
  },
  run: async (c, values) => {
    const given = await giveAssignment(scopeOf(c), {
      account: c.req.param('id') ?? '',
      organisation: values.one('organisation'),
      role: values.one('role') as Role,
      unit: values.one('unit') || undefined,
      body: values.one('body') || undefined,
      deputyFor: values.one('deputyFor') || undefined,
      from: values.one('from'),
      to: values.one('to') || undefined,
    });
    return isRefusal(given) ? given : { next: `${HOME}?org=${values.one('organisation')}&sparat=1` };
  },
});

const choosePersonPage = actPage({
  path: '/organisation/organ/uppdrag',
  permission: 'access.give-assignment',
  texts,
  prepare: async (c, { county }) => {
    const people = await readStaffOfCounty(scopeOf(c), { county });
    if (isRefusal(people)) return undefined;
    return {
      ...actTexts.giveAssignment,
      back: HOME,
      fields: [
        { kind: 'select', name: 'account', label: fields.account, options: people.map(({ id, name }) => ({ value: id, label: name })) },
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const person = await readPerson(scopeOf(c), { account: values.one('account') });
    return isRefusal(person) ? person : { next: `/organisation/personer/${person.id}/uppdrag` };
  },
});

const withdrawAssignmentPage = actPage({
  path: '/organisation/uppdrag/:id/ta-tillbaka',
  permission: 'access.withdraw-assignment',
  texts,
  prepare: async (c) => {
    const held = await readAssignment(scopeOf(c), { assignment: c.req.param('id') ?? '' });
    if (isRefusal(held)) return undefined;
    return { ...actTexts.withdrawAssignment, caption: held.account_name, back: HOME, fields: [], initial: given({}), warning: true };
  },
  run: async (c) => {
    const done = await withdrawAssignment(scopeOf(c), { assignment: c.req.param('id') ?? '' });
    return isRefusal(done) ? done : { next: `${HOME}?org=${done.organisation}&sparat=1` };
  },
});

const endAssignmentPage = actPage({
  path: '/organisation/uppdrag/:id/avsluta',
  permission: 'access.end-assignment',
  texts,
  prepare: async (c) => {
    const held = await readAssignment(scopeOf(c), { assignment: c.req.param('id') ?? '' });
    if (isRefusal(held)) return undefined;
    return {
      ...actTexts.endAssignment,
      caption: held.account_name,
      back: HOME,
      fields: [{ kind: 'day', name: 'lastDay', label: fields.lastDay }],
      initial: given({ lastDay: today(c) }),
      warning: true,
    };
  },
  run: async (c, values) => {
    const ended = await endAssignment(scopeOf(c), { assignment: c.req.param('id') ?? '', lastDay: values.one('lastDay') });
    return isRefusal(ended) ? ended : { next: `${HOME}?sparat=1` };
  },
});

/** The forms about people and what they act as. */
export const peopleActPages = new Hono<AppEnv>();
for (const page of [openAccountPage, deactivatePage, giveAssignmentPage, choosePersonPage, endAssignmentPage, withdrawAssignmentPage])
  peopleActPages.route('/', page);
