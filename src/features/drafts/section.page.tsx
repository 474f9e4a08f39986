import { Hono } from 'hono';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { outlineSections } from '../../domain/counties/outline-file.ts';
import { citesOf } from '../../domain/drafts/cites.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { linesOf } from '../../domain/drafts/write-section.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, ButtonGroup, ButtonLink, Details } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { options } from './form-fields.ts';
import { LiveStart } from './live-start.tsx';
import { SectionQuestions } from './local-questions.tsx';
import { type DraftReading, draftHref, nameOfPlace } from './parts.tsx';
import { SectionRemarksLink } from './remark-parts.tsx';
import { SectionTables } from './table-pages.tsx';
import { formTexts, sectionTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';
import { savedHref } from './unfolded.ts';
import { addDraftSection, moveDraftSection, removeDraftSection, writeDraftSection } from './write-text.ts';

const { fields } = formTexts;

const writePage = draftFormPage({
  path: 'avsnitt/:section',
  prepare: (reading, c) => {
    const section = findSection(reading.draft.text.sections, c.req.param('section') ?? '');
    if (!section) return undefined;
    return {
      title: texts.title(section.heading),
      fields: [
        { kind: 'text', name: 'heading', label: texts.heading },
        { kind: 'lines', name: 'lines', label: texts.lines, hint: texts.linesHint, rows: 18, optional: true },
      ],
      initial: given({ heading: section.heading, lines: linesOf(section) }),
      submit: texts.submit,
      before: (
        <>
          <Guidance reading={reading} section={section.id} />
          <SectionRemarksLink reading={reading} section={section.id} />
          <Arrange reading={reading} section={section.id} />
          <SectionTables here={`${draftHref(reading.row.id)}/avsnitt/${section.id}`} section={section} />
          {reading.abilities.has('drafts.write') && <LiveStart c={c} back={draftHref(reading.row.id)} />}
        </>
      ),
    };
  },
  save: (c, seen, values) => {
    const section = c.req.param('section') ?? '';
    return writeDraftSection(scopeOf(c), { ...seen, section, heading: values.one('heading'), lines: values.one('lines') });
  },
});

/** What the outline says belongs in the section, and what rests on it. */
function Guidance({ reading, section }: { reading: DraftReading; section: string }) {
  const { outline, draft } = reading;
  const asked = outlineSections(outline?.sections ?? []).find(({ id }) => id === section);
  const cited = [...new Set(citesOf(draft.text).flatMap(({ place, cite }) => (cite.split('.')[0] === section ? [place] : [])))];
  return (
    <>
      {asked?.guidance.map((text) => (
        <p>{text}</p>
      ))}
      {asked && asked.prompts.length > 0 && (
        <Details summary={texts.prompts} open>
          <ul class="govuk-list govuk-list--bullet">
            {asked.prompts.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </Details>
      )}
      <SectionQuestions reading={reading} section={section} />
      {cited.length > 0 && (
        <Details summary={texts.cited}>
          <ul class="govuk-list govuk-list--bullet">
            {cited.map((place) => (
              <li>{nameOfPlace(draft.text, place)}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** One step up or down among its neighbours, or away. */
function Arrange({ reading, section }: { reading: DraftReading; section: string }) {
  const here = `${draftHref(reading.row.id)}/avsnitt/${section}`;
  return (
    <form method="post" action={`${here}/flytta`}>
      <input type="hidden" name="seen" value={String(reading.number)} />
      <ButtonGroup>
        <Button kind="quiet" name="to" value="up">
          {texts.moveUp}
        </Button>
        <Button kind="quiet" name="to" value="down">
          {texts.moveDown}
        </Button>
        <ButtonLink href={`${here}/ta-bort`} kind="quiet">
          {texts.remove}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

const newPage = draftFormPage({
  path: 'nytt-avsnitt',
  prepare: ({ draft: { text } }) => ({
    title: formTexts.newSection.title,
    fields: [
      { kind: 'text', name: 'heading', label: fields.heading },
      {
        kind: 'select',
        name: 'beside',
        label: fields.beside,
        hint: fields.besideHint,
        optional: true,
        options: sectionsOf(text.sections).map(({ section, depth }) => ({
          value: section.id,
          label: `${'– '.repeat(depth - 1)}${section.heading}`,
        })),
      },
      { kind: 'radios', name: 'where', label: fields.where, options: options({ after: fields.after, inside: fields.inside }) },
    ],
    initial: given({ where: 'after' }),
    submit: formTexts.newSection.submit,
  }),
  save: (c, seen, values) =>
    addDraftSection(scopeOf(c), {
      ...seen,
      heading: values.one('heading'),
      beside: values.one('beside') || undefined,
      where: values.one('where') as 'after',
    }),
  next: (here, { section }) => `${here}/avsnitt/${section}`,
});

const removePage = draftFormPage({
  path: 'avsnitt/:section/ta-bort',
  prepare: ({ draft, row }, c) => {
    const section = findSection(draft.text.sections, c.req.param('section') ?? '');
    if (!section) return undefined;
    return {
      title: texts.removeTitle(section.heading),
      lead: texts.removeLead,
      back: `${draftHref(row.id)}/avsnitt/${section.id}`,
      fields: [],
      initial: given({}),
      submit: texts.remove,
      warning: true,
    };
  },
  save: (c, seen) => removeDraftSection(scopeOf(c), { ...seen, section: c.req.param('section') ?? '' }),
});

/** Writing, adding, moving and removing the sections of a working copy. */
export const sectionPages = new Hono<AppEnv>()
  .route('/', writePage)
  .route('/', newPage)
  .route('/', removePage)
  .post('/arbetsversioner/:id/avsnitt/:section/flytta', async (c) => {
    const { id: draft, section } = c.req.param();
    const { seen, to } = await formOf(c);
    const moved = await moveDraftSection(scopeOf(c), { draft, section, seen: Number(seen), to: to as 'up' });
    return isRefusal(moved) ? refusalPage(c, moved, refusals) : c.redirect(savedHref(draftHref(draft), 'avsnitt'), 303);
  });
