import { Hono } from 'hono';
import type { TaxonomyFile } from '../../domain/counties/national-files.ts';
import { chosenPlace } from '../../domain/drafts/typed-numbers.ts';
import { columnsOf } from '../../domain/drafts/write-matrix.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatTag } from '../../ui/index.ts';
import { readNational } from '../counties/index.ts';
import { type FormField, given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { options, placeField } from './form-fields.ts';
import { type DraftReading, draftHref, Entries, FormLink } from './parts.tsx';
import { matrixTexts as texts } from './texts-matrix.ts';
import { termTexts } from './texts-terms.ts';
import { removeDraftActor, removeDraftGroup, writeDraftActor, writeDraftGroup, writeDraftMatrix } from './write-matrix.ts';

const NEW = 'ny';
const matrixHref = ({ row }: DraftReading) => `${draftHref(row.id)}/matris`;

const matrixPage = draftFormPage({
  path: 'matris',
  prepare: (reading) => {
    const { matrix, actors } = reading.draft.text;
    const here = matrixHref(reading);
    return {
      title: texts.title,
      lead: texts.lead,
      submit: termTexts.save,
      fields: [
        { kind: 'radios', name: 'layout', label: texts.layout, options: options(texts.layouts) },
        { kind: 'lines', name: 'note', label: termTexts.note, hint: termTexts.noteHint, optional: true },
      ],
      initial: given({ layout: matrix.layout, note: matrix.note }),
      before: (
        <>
          <Entries
            level={2}
            heading={texts.groups}
            entries={[
              ...matrix.groups.map(({ id, heading }) => ({ href: `${here}/rubriker/${id}`, label: heading })),
              { href: `${here}/rubriker/${NEW}`, label: texts.group.add },
            ]}
          />
          <Entries
            level={2}
            heading={texts.actors}
            entries={[
              ...Object.entries(actors).map(([id, { name }]) => ({ href: `${here}/aktorer/${id}`, label: name })),
              { href: `${here}/aktorer/${NEW}`, label: texts.actor.add },
            ]}
          />
        </>
      ),
    };
  },
  save: (c, seen, values) => writeDraftMatrix(scopeOf(c), { ...seen, layout: values.one('layout') as 'groups', note: values.one('note') }),
});

const groupPage = draftFormPage({
  path: 'matris/rubriker/:group',
  prepare: (reading, c) => {
    const { groups } = reading.draft.text.matrix;
    const at = groups.findIndex(({ id }) => id === c.req.param('group'));
    const known = groups[at];
    if (!known && c.req.param('group') !== NEW) return undefined;
    const headings = groups.map(({ heading }) => heading);
    return {
      title: known ? texts.group.title : texts.group.add,
      lead: texts.group.lead,
      submit: termTexts.save,
      back: matrixHref(reading),
      fields: [{ kind: 'text', name: 'heading', label: texts.group.heading }, placeField(texts.group.place, headings, known && at)],
      initial: given({ heading: known?.heading, after: String((known ? at : groups.length) - 1) }),
      before: known && <FormLink href={`${matrixHref(reading)}/rubriker/${known.id}/ta-bort`}>{texts.group.remove}</FormLink>,
    };
  },
  save: (c, seen, values) =>
    writeDraftGroup(scopeOf(c), {
      ...seen,
      ...asked(c.req.param('group')),
      heading: values.one('heading'),
      after: chosenPlace(values.one('after')),
    }),
});

const removeGroupPage = draftFormPage({
  path: 'matris/rubriker/:group/ta-bort',
  prepare: (reading, c) => {
    const known = reading.draft.text.matrix.groups.find(({ id }) => id === c.req.param('group'));
    return known && removal(reading, texts.group.remove, known.heading);
  },
  save: (c, seen) => removeDraftGroup(scopeOf(c), { ...seen, id: c.req.param('group') ?? '' }),
});

const actorPage = draftFormPage({
  path: 'matris/aktorer/:actor',
  prepare: async (reading, c) => {
    const id = c.req.param('actor') ?? '';
    const known = actorOf(reading, id);
    const taxonomy = await readNational(scopeOf(c), { name: 'taxonomy' });
    if ((!known && id !== NEW) || isRefusal(taxonomy)) return undefined;
    const columns = columnsOf(reading.draft.text);
    const at = columns.indexOf(id);
    return {
      title: known ? texts.actor.title : texts.actor.add,
      lead: texts.actor.lead,
      submit: termTexts.save,
      back: matrixHref(reading),
      fields: actorFields(reading, id, taxonomy),
      initial: given({
        name: known?.name,
        short: known?.short,
        authority: known?.authority,
        performers: known?.performers,
        roles: known?.roles,
        includes: known?.includes,
        note: known?.note,
        after: at < 0 ? undefined : String(at - 1),
      }),
      before: known && <FormLink href={`${matrixHref(reading)}/aktorer/${id}/ta-bort`}>{texts.actor.remove}</FormLink>,
    };
  },
  save: (c, seen, values) =>
    writeDraftActor(scopeOf(c), {
      ...seen,
      ...asked(c.req.param('actor')),
      name: values.one('name'),
      short: values.one('short'),
      authority: values.one('authority') as 'region',
      performers: [...values.all('performers')],
      roles: [...values.all('roles')],
      includes: [...values.all('includes')],
      note: values.one('note'),
      ...(values.one('after') === '' ? {} : { after: chosenPlace(values.one('after')) }),
    }),
});

function actorFields({ draft: { text } }: DraftReading, own: string, { performers, roles }: TaxonomyFile): FormField[] {
  const tags = (all: readonly { readonly id: string; readonly label: string }[]) =>
    all.map(({ id, label }) => ({ value: id, label: formatTag(label) }));
  const others = Object.entries(text.actors).flatMap(([id, { name }]) => (id === own ? [] : [{ value: id, label: name }]));
  const columns = columnsOf(text);
  const titles = columns.map((id) => text.actors[id]?.name ?? id);
  const at = columns.indexOf(own);
  const words = texts.actor;
  const one = (heading: string, all: { value: string; label: string }[]) => [{ heading, options: all }];
  return [
    { kind: 'text', name: 'name', label: words.name },
    { kind: 'text', name: 'short', label: words.short, optional: true },
    { kind: 'radios', name: 'authority', label: words.authority, options: options(words.authorities) },
    { ...placeField(words.column, titles, at < 0 ? undefined : at), hint: words.columnHint, optional: true },
    {
      kind: 'picks',
      name: 'performers',
      label: words.performers,
      hint: words.tagsHint,
      optional: true,
      groups: one(words.performers, tags(performers)),
    },
    { kind: 'picks', name: 'roles', label: words.roles, optional: true, groups: one(words.roles, tags(roles)) },
    { kind: 'picks', name: 'includes', label: words.includes, optional: true, groups: one(words.includes, others) },
    { kind: 'lines', name: 'note', label: termTexts.note, hint: termTexts.noteHint, optional: true },
  ];
}

const removeActorPage = draftFormPage({
  path: 'matris/aktorer/:actor/ta-bort',
  prepare: (reading, c) => {
    const known = actorOf(reading, c.req.param('actor') ?? '');
    return known && removal(reading, texts.actor.remove, known.name);
  },
  save: (c, seen) => removeDraftActor(scopeOf(c), { ...seen, id: c.req.param('actor') ?? '' }),
});

function actorOf({ draft: { text } }: DraftReading, id: string) {
  return Object.hasOwn(text.actors, id) ? text.actors[id] : undefined;
}

/** Which one an address means; nothing for one that is new. */
function asked(id: string | undefined): { id?: string } {
  return id === undefined || id === NEW ? {} : { id };
}

function removal(reading: DraftReading, title: string, lead: string) {
  return { title, lead, submit: texts.remove, back: matrixHref(reading), fields: [], initial: given({}), warning: true };
}

/** The forms of the matrix: how it is laid out, its headings and its actors. */
export const matrixPages = new Hono<AppEnv>();
for (const page of [matrixPage, groupPage, removeGroupPage, actorPage, removeActorPage]) matrixPages.route('/', page);
