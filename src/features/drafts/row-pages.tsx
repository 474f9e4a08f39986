import { Hono } from 'hono';
import { rowActorsFrom, rowNameFrom } from '../../domain/drafts/row-form.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { type FormField, given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { citesField, citesIn, options } from './form-fields.ts';
import { CitedText, type DraftReading, draftHref, FormLink } from './parts.tsx';
import { formTexts as texts } from './texts.ts';
import { rowTexts } from './texts-terms.ts';
import { removeDraftRow, writeDraftRow } from './write-rows.ts';

const { fields } = texts;
/** How the fields of actors begin. */
const ACTOR = 'actor-';

const rowPage = draftFormPage({
  path: 'ansvar/:row',
  prepare: ({ draft: { text }, row }, c) => {
    const known = text.responsibilities.find(({ id }) => id === c.req.param('row'));
    if (!known && c.req.param('row') !== 'ny') return undefined;
    const roleOf = (actor: string) => known?.actors.find((one) => one.actor === actor)?.role;
    // Those who are in the row already stand first.
    const actors = Object.entries(text.actors).sort(([a], [b]) => Number(roleOf(b) !== undefined) - Number(roleOf(a) !== undefined));
    const cites = known?.cites ?? [];
    return {
      ...texts.row,
      ...(known ? { caption: known.id } : {}),
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
          ([id, { name, authority }]): FormField => ({
            kind: 'select',
            name: `${ACTOR}${id}`,
            label: fields.actors(name),
            part: fields.who,
            fold: texts.actorsOf[authority],
            empty: fields.noPart,
            options: options(texts.roles),
          }),
        ),
        citesField(text, cites),
      ],
      initial: given({
        group: known?.group,
        activity: known?.activity,
        plain: known?.plain,
        mode: known?.mode,
        cites,
        ...Object.fromEntries(actors.map(([id]) => [`${ACTOR}${id}`, roleOf(id)])),
      }),
      before: (
        <>
          <CitedText text={text} cites={cites} />
          {known && <MoreOfRow here={`${draftHref(row.id)}/ansvar/${known.id}`} />}
        </>
      ),
    };
  },
  save: async (c, seen, values) => {
    const asked = c.req.param('row') ?? '';
    const row = asked === 'ny' ? rowNameFrom(values.one('row')) : asked;
    if (isRefusal(row)) return row;
    const actors = rowActorsFrom(values.named(ACTOR).map((actor) => ({ actor, role: values.one(`${ACTOR}${actor}`) })));
    if (isRefusal(actors)) return actors;
    return writeDraftRow(scopeOf(c), {
      ...seen,
      row,
      begins: asked === 'ny',
      group: values.one('group'),
      activity: values.one('activity'),
      plain: values.one('plain'),
      mode: values.one('mode') as 'joint',
      actors,
      cites: citesIn(values),
    });
  },
});

/** The other forms of a row: when it holds, what it takes, how soon, and what it hangs together with. */
function MoreOfRow({ here }: { here: string }) {
  const links = { nar: rowTexts.when, kraver: rowTexts.conditions, tid: rowTexts.limits, lag: rowTexts.ground };
  return (
    <nav aria-label={rowTexts.more}>
      <h2 class="govuk-heading-s">{rowTexts.more}</h2>
      <ul class="govuk-list">
        {Object.entries(links).map(([path, { link }]) => (
          <li>
            <a class="govuk-link" href={`${here}/${path}`}>
              {link}
            </a>
          </li>
        ))}
      </ul>
      <FormLink href={`${here}/ta-bort`}>{texts.removeRow.title}</FormLink>
    </nav>
  );
}

/** The row of responsibility in the address. */
export function findRow({ draft: { text } }: DraftReading, id: string | undefined) {
  return text.responsibilities.find((row) => row.id === id);
}

const removeRowPage = draftFormPage({
  path: 'ansvar/:row/ta-bort',
  prepare: (reading, c) => {
    const known = findRow(reading, c.req.param('row'));
    return known && { ...texts.removeRow, lead: known.plain, fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) => removeDraftRow(scopeOf(c), { ...seen, row: c.req.param('row') ?? '' }),
});

/** The forms of the rows of responsibility: who does what. */
export const rowPages = new Hono<AppEnv>().route('/', rowPage).route('/', removeRowPage);
