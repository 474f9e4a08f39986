import { Hono } from 'hono';
import type { ActorRole } from '../../domain/counties/responsibility.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { actPage, type FormField, given } from '../organisations/index.ts';
import { askedDraft, CitedText, draftHref } from './parts.tsx';
import { citesField, citesIn } from './term-pages.tsx';
import { formTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';
import { removeDraftRow, writeDraftRow } from './write-terms.ts';

const { fields } = texts;
const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

const rowPage = actPage({
  path: '/arbetsversioner/:id/ansvar/:row',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading) return undefined;
    const { text } = reading.draft;
    const known = text.responsibilities.find(({ id }) => id === c.req.param('row'));
    if (!known && c.req.param('row') !== 'ny') return undefined;
    const roleOf = (actor: string) => known?.actors.find((one) => one.actor === actor)?.role;
    // Those who are in the row already stand first.
    const actors = Object.entries(text.actors).sort(([a], [b]) => Number(roleOf(b) !== undefined) - Number(roleOf(a) !== undefined));
    const here = draftHref(reading.row.id);
    return {
      ...texts.row,
      caption: known?.id ?? text.short,
      back: here,
      fields: [
        ...(known ? [] : [{ kind: 'text', name: 'row', label: fields.row, hint: fields.rowHint, width: 10 } satisfies FormField]),
        {
          kind: 'select',
          name: 'group',
          label: fields.group,
          options: text.matrix.groups.map(({ id, heading }) => ({ value: id, label: heading })),
        },
        { kind: 'text', name: 'activity', label: fields.activity },
        { kind: 'lines', name: 'plain', label: fields.plain },
        { kind: 'radios', name: 'mode', label: fields.mode, options: options(texts.modes) },
        ...actors.map(
          ([id, { name }]): FormField => ({
            kind: 'select',
            name: `actor-${id}`,
            label: fields.actors(name),
            optional: true,
            options: options(texts.roles),
          }),
        ),
        citesField,
      ],
      initial: given({
        group: known?.group,
        activity: known?.activity,
        plain: known?.plain,
        mode: known?.mode,
        cites: known?.cites.join('\n'),
        ...Object.fromEntries(actors.map(([id]) => [`actor-${id}`, roleOf(id)])),
      }),
      hidden: { seen: String(reading.number) },
      before: (
        <>
          <CitedText text={text} cites={known?.cites ?? []} />
          {known && (
            <p>
              <a class="govuk-link" href={`${here}/ansvar/${known.id}/ta-bort`}>
                {texts.removeRow.title}
              </a>
            </p>
          )}
        </>
      ),
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const asked = c.req.param('row') ?? '';
    const reading = await askedDraft(c);
    const actors = Object.keys(reading?.draft.text.actors ?? {}).flatMap((actor) => {
      const role = values.one(`actor-${actor}`);
      return role ? [{ actor, role: role as ActorRole }] : [];
    });
    const saved = await writeDraftRow(scopeOf(c), {
      draft,
      seen: Number(values.one('seen')),
      row: asked === 'ny' ? values.one('row') : asked,
      begins: asked === 'ny',
      group: values.one('group'),
      activity: values.one('activity'),
      plain: values.one('plain'),
      mode: values.one('mode') as 'joint',
      actors,
      cites: citesIn(values),
    });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
});

const removeRowPage = actPage({
  path: '/arbetsversioner/:id/ansvar/:row/ta-bort',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    const known = reading?.draft.text.responsibilities.find(({ id }) => id === c.req.param('row'));
    if (!reading || !known) return undefined;
    return {
      ...texts.removeRow,
      lead: known.plain,
      back: draftHref(reading.row.id),
      fields: [],
      initial: given({}),
      hidden: { seen: String(reading.number) },
      warning: true,
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const saved = await removeDraftRow(scopeOf(c), { draft, seen: Number(values.one('seen')), row: c.req.param('row') ?? '' });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
});

/** The forms of the rows of responsibility. */
export const rowPages = new Hono<AppEnv>().route('/', rowPage).route('/', removeRowPage);
