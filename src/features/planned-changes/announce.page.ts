import { Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { rowChoices, statusLabels } from '../agreements/index.ts';
import { actPage, type FormField, given, type Values } from '../forms/index.ts';
import { amendChange, announceChange } from './announce-change.ts';
import { changeHref } from './awaited-receipts.ts';
import { type Beginnings, readChange, readChangeBeginnings } from './read-changes.ts';
import { announceTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

const { fields } = texts;
const BACK = '/planerade-forandringar';
const ROWS = 'rows-';

/** The fields of a change: what, when, whom, and the rows of each agreement that the party works by. */
function fieldsOf({ agreements, units }: Beginnings, only: string | undefined): FormField[] {
  const chosen = agreements.filter(({ agreement }) => only === undefined || agreement.slug === only);
  return [
    { kind: 'text', name: 'title', label: fields.title },
    { kind: 'lines', name: 'what', label: fields.what, rows: 5 },
    { kind: 'day', name: 'from', label: fields.from },
    { kind: 'lines', name: 'services', label: fields.services, rows: 2 },
    ...(units.length === 0
      ? []
      : [
          {
            kind: 'checks',
            name: 'units',
            label: fields.units,
            optional: true,
            options: units.map(({ id, name }) => ({ value: id, label: name })),
          } as const,
        ]),
    { kind: 'lines', name: 'affects', label: fields.affects, hint: fields.affectsHint, rows: 3 },
    ...(chosen.length > 0 ? chosen : agreements).map(
      ({ agreement, status }): FormField => ({
        kind: 'picks',
        name: `${ROWS}${agreement.slug}`,
        label: fields.rows(agreement.short, statusLabels[status.code]),
        hint: fields.rowsHint,
        optional: true,
        groups: rowChoices(agreement, (id) => `${agreement.slug}#${id}`),
      }),
    ),
  ];
}

/** What was typed. The rows of every agreement are one list. */
function typedOf(values: Values, { agreements }: Beginnings) {
  return {
    title: values.one('title'),
    what: values.one('what'),
    from: values.one('from'),
    services: values.one('services'),
    affects: values.one('affects'),
    units: [...values.all('units')],
    rows: agreements.flatMap(({ agreement }) => [...values.all(`${ROWS}${agreement.slug}`)]),
  };
}

const announcePage = actPage({
  path: '/planerade-forandringar/ny',
  permission: 'planned-changes.announce',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const found = await readChangeBeginnings(scopeOf(c), {});
    if (isRefusal(found)) return undefined;
    const slug = c.req.query('avtal') ?? '';
    const row = c.req.query('rad');
    return {
      title: texts.title,
      lead: texts.lead,
      submit: texts.submit,
      back: BACK,
      fields: fieldsOf(found, slug === '' ? undefined : slug),
      initial: given({
        ...(row === undefined ? {} : { [`${ROWS}${slug}`]: `${slug}#${row}` }),
        units: found.units.length === 1 ? found.units[0]?.id : undefined,
      }),
    };
  },
  run: async (c, values) => {
    const found = await readChangeBeginnings(scopeOf(c), {});
    if (isRefusal(found)) return found;
    const done = await announceChange(scopeOf(c), { key: values.one('key'), ...typedOf(values, found) });
    return isRefusal(done) ? done : { next: `${changeHref(done.id)}?klart=1` };
  },
});

const amendPage = actPage({
  path: '/planerade-forandringar/:id/andra',
  permission: 'planned-changes.amend',
  texts: refusals,
  prepare: async (c) => {
    const scope = scopeOf(c);
    const [view, found] = await Promise.all([readChange(scope, { change: c.req.param('id') ?? '' }), readChangeBeginnings(scope, {})]);
    if (isRefusal(view) || isRefusal(found)) return undefined;
    const { wording } = view;
    const { title, what, from, services, affects, units, rows, number } = wording;
    const chosen = found.agreements.map(({ agreement: { slug } }): [string, string[]] => [
      `${ROWS}${slug}`,
      rows.filter((word) => word.startsWith(`${slug}#`)),
    ]);
    return {
      title: texts.amend.title,
      caption: title,
      lead: texts.amend.lead,
      submit: texts.amend.submit,
      back: changeHref(view.row.id),
      fields: fieldsOf(found, undefined),
      initial: given({ title, what, from, services, affects, units, ...Object.fromEntries(chosen) }),
      hidden: { seen: String(number) },
    };
  },
  run: async (c, values) => {
    const found = await readChangeBeginnings(scopeOf(c), {});
    if (isRefusal(found)) return found;
    const change = c.req.param('id') ?? '';
    const done = await amendChange(scopeOf(c), { change, seen: Number(values.one('seen')), ...typedOf(values, found) });
    return isRefusal(done) ? done : { next: `${changeHref(done.id)}?klart=1` };
  },
});

/** Announcing a change, and wording it anew. */
export const announcePages = new Hono<AppEnv>().route('/', announcePage).route('/', amendPage);
