import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { lastOf } from '../../domain/organisations/period.ts';
import { mayHandle, mayHandleBodies } from '../../domain/organisations/policies.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { actPage, given } from '../forms/index.ts';
import { closeOrganisation } from './close-organisation.ts';
import { mergeOrganisation } from './merge-organisation.ts';
import { readOrganisation, readOrganisations } from './read-organisations.ts';
import { actTexts, fieldTexts as fields } from './register-texts.ts';
import { stampOf } from './stamp.ts';
import { registerRefusals } from './unit-texts.ts';

const home = (id: string) => `/organisation?org=${id}`;
const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

const mergePage = actPage({
  path: '/organisation/andra/:id/sla-ihop',
  permission: 'organisations.merge-organisation',
  texts: registerRefusals,
  prepare: async (c, { county }) => {
    const found = await readOrganisation(scopeOf(c), { id: idOf(c) });
    const others = await readOrganisations(scopeOf(c), { county, coming: true });
    if (isRefusal(found) || isRefusal(others)) return undefined;
    if (!mayHandleBodies(c.var.actor, 'organisations.merge-organisation', found.county)) throw new HTTPException(403);
    return {
      ...actTexts.mergeOrganisation,
      caption: lastOf(found.versions)?.name,
      back: home(found.id),
      fields: [
        {
          kind: 'select',
          name: 'into',
          label: fields.into,
          options: others.organisations
            .filter(({ organisation: { id, kind } }) => kind === found.kind && id !== found.id)
            .map(({ organisation, name }) => ({ value: organisation.id, label: name }))
            .toSorted((a, b) => a.label.localeCompare(b.label, 'sv')),
        },
        { kind: 'day', name: 'from', label: fields.from },
      ],
      initial: given({}),
      hidden: { seen: stampOf(found) },
      warning: true,
    };
  },
  run: async (c, values) => {
    const input = { organisation: idOf(c), seen: values.one('seen'), into: values.one('into'), from: values.one('from') };
    const merged = await mergeOrganisation(scopeOf(c), input);
    return isRefusal(merged) ? merged : { next: `${home(merged.id)}&sparat=1` };
  },
});

const closePage = actPage({
  path: '/organisation/andra/:id/avsluta',
  permission: 'organisations.close-organisation',
  texts: registerRefusals,
  prepare: async (c) => {
    const found = await readOrganisation(scopeOf(c), { id: idOf(c) });
    if (isRefusal(found)) return undefined;
    if (!mayHandle(c.var.actor, 'organisations.close-organisation', found)) throw new HTTPException(403);
    return {
      ...actTexts.closeOrganisation,
      caption: lastOf(found.versions)?.name,
      back: home(found.id),
      fields: [{ kind: 'day', name: 'lastDay', label: fields.lastDay }],
      initial: given({}),
      hidden: { seen: stampOf(found) },
      warning: true,
    };
  },
  run: async (c, values) => {
    const input = { organisation: idOf(c), seen: values.one('seen'), lastDay: values.one('lastDay') };
    const closed = await closeOrganisation(scopeOf(c), input);
    return isRefusal(closed) ? closed : { next: `${home(closed.id)}&sparat=1` };
  },
});

/** The forms by which an organisation goes up into another, or ends. */
export const organisationEndPages = new Hono<AppEnv>();
for (const page of [mergePage, closePage]) organisationEndPages.route('/', page);
