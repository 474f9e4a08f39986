import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Permission } from '../../domain/access/permissions.ts';
import { nameOn } from '../../domain/organisations/organisation.ts';
import { lastOf } from '../../domain/organisations/period.ts';
import { mayChangeUnit } from '../../domain/organisations/policies.ts';
import type { Unit } from '../../domain/organisations/unit.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { actPage, type FormField, given, type Values } from '../forms/index.ts';
import { changeUnit } from './change-unit.ts';
import { closeUnit } from './close-unit.ts';
import { confirmContacts } from './confirm-contacts.ts';
import { moveUnit } from './move-unit.ts';
import { readOrganisations } from './read-organisations.ts';
import { readUnit } from './read-units.ts';
import { actTexts, fieldTexts as fields } from './register-texts.ts';
import { renameUnit } from './rename-unit.ts';
import { splitUnit } from './split-unit.ts';
import { stampOf } from './stamp.ts';
import { reachFields, reachOf, shownOf, wayFields, waysSent } from './unit-fields.ts';
import { registerRefusals } from './unit-texts.ts';

type UnitAct = {
  readonly step: string;
  readonly permission: Permission;
  readonly texts: { readonly title: string; readonly lead: string; readonly submit: string };
  readonly warning?: true;
  readonly fields: (c: Context<AppEnv>, unit: Unit) => Promise<readonly FormField[]>;
  readonly run: (c: Context<AppEnv>, unit: { unit: string; seen: string }, values: Values) => Promise<unknown>;
};

const day: FormField = { kind: 'day', name: 'from', label: fields.from };

/** Every act on one unit, with where it stands under the address of the unit. */
export const unitActs: readonly UnitAct[] = [
  {
    step: 'kontakter',
    permission: 'organisations.confirm-contacts',
    texts: actTexts.confirmContacts,
    fields: async () => wayFields,
    run: (c, unit, values) => confirmContacts(scopeOf(c), { ...unit, ways: waysSent(values) }),
  },
  {
    step: 'namn',
    permission: 'organisations.rename-unit',
    texts: actTexts.renameUnit,
    fields: async () => [{ kind: 'text', name: 'name', label: fields.newName }, day],
    run: (c, unit, values) => renameUnit(scopeOf(c), { ...unit, name: values.one('name'), from: values.one('from') }),
  },
  {
    step: 'andra',
    permission: 'organisations.change-unit',
    texts: actTexts.changeUnit,
    fields: async (c, { county }) => [...(await reachFields(scopeOf(c), county)), day],
    run: (c, unit, values) => changeUnit(scopeOf(c), { ...unit, ...reachOf(values), from: values.one('from') }),
  },
  {
    step: 'flytta',
    permission: 'organisations.move-unit',
    texts: actTexts.moveUnit,
    fields: async (c, unit) => [{ kind: 'select', name: 'to', label: fields.organisation, options: await receivers(c, unit) }, day],
    run: (c, unit, values) => moveUnit(scopeOf(c), { ...unit, to: values.one('to'), from: values.one('from') }),
  },
  {
    step: 'dela',
    permission: 'organisations.split-unit',
    texts: actTexts.splitUnit,
    fields: async () => [
      { kind: 'lines', name: 'names', label: fields.names, hint: fields.namesHint },
      { kind: 'text', name: 'cases', label: fields.cases, hint: fields.casesHint },
      day,
    ],
    run: (c, unit, values) => {
      const names = values
        .one('names')
        .split(/\r?\n/)
        .map((name) => name.trim());
      return splitUnit(scopeOf(c), { ...unit, names: names.filter(Boolean), cases: values.one('cases'), from: values.one('from') });
    },
  },
  {
    step: 'avsluta',
    permission: 'organisations.close-unit',
    texts: actTexts.closeUnit,
    warning: true,
    fields: async () => [{ kind: 'day', name: 'lastDay', label: fields.lastDay }],
    run: (c, unit, values) => closeUnit(scopeOf(c), { ...unit, lastDay: values.one('lastDay') }),
  },
];

async function receivers(c: Context<AppEnv>, unit: Unit) {
  const found = await readOrganisations(scopeOf(c), { county: unit.county });
  if (isRefusal(found)) return [];
  const own = lastOf(unit.versions)?.organisation;
  const today = c.var.runtime.clock.today();
  return found.organisations
    .filter(({ organisation }) => organisation.kind !== 'user-organisation' && organisation.id !== own)
    .map(({ organisation }) => ({ value: organisation.id, label: nameOn(organisation, today) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'));
}

/** The forms of the acts on one unit, each with what was seen when it was shown. */
export const unitActPages = new Hono<AppEnv>();
for (const { step, permission, texts, warning, fields: fieldsOf, run } of unitActs) {
  unitActPages.route(
    '/',
    actPage({
      path: `/organisation/enheter/:id/${step}`,
      permission,
      texts: registerRefusals,
      prepare: async (c) => {
        const found = await readUnit(scopeOf(c), { id: c.req.param('id') ?? '' });
        if (isRefusal(found)) return undefined;
        const { unit, organisations } = found;
        const owner = organisations.find(({ id }) => id === lastOf(unit.versions)?.organisation);
        if (!owner || !mayChangeUnit(c.var.actor, permission, owner, unit.id)) throw new HTTPException(403);
        const { name = '', ...shown } = shownOf(unit);
        return {
          ...texts,
          caption: String(name),
          back: `/organisation/enheter/${unit.id}`,
          fields: await fieldsOf(c, unit),
          initial: given({ ...shown, name, from: '', lastDay: '' }),
          hidden: { seen: stampOf(unit) },
          warning,
        };
      },
      run: async (c, values) => {
        const unit = c.req.param('id') ?? '';
        const done = await run(c, { unit, seen: values.one('seen') }, values);
        return isRefusal(done) ? (done as Refusal) : { next: `/organisation/enheter/${unit}?sparat=1` };
      },
    }),
  );
}
