import { Hono } from 'hono';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { outlineSections } from '../../domain/counties/outline-file.ts';
import { citesOf } from '../../domain/drafts/cites.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { linesOf } from '../../domain/drafts/write-section.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, ButtonGroup, ButtonLink, Details, Inset } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { actPage, given } from '../organisations/index.ts';
import { askedDraft, type DraftReading, draftHref, nameOfPlace } from './parts.tsx';
import { formTexts, sectionTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';
import { addDraftSection, moveDraftSection, removeDraftSection, writeDraftSection } from './write-text.ts';

const { fields } = formTexts;

const writePage = actPage({
  path: '/arbetsversioner/:id/avsnitt/:section',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    const section = reading && findSection(reading.draft.text.sections, c.req.param('section') ?? '');
    if (!reading || !section) return undefined;
    return {
      title: texts.title(section.heading),
      caption: reading.draft.text.short,
      back: draftHref(reading.row.id),
      fields: [
        { kind: 'text', name: 'heading', label: texts.heading },
        { kind: 'lines', name: 'lines', label: texts.lines, hint: texts.linesHint, rows: 18, optional: true },
      ],
      initial: given({ heading: section.heading, lines: linesOf(section) }),
      hidden: { seen: String(reading.number) },
      submit: texts.submit,
      before: (
        <>
          <Guidance reading={reading} section={section.id} />
          {c.req.method === 'POST' && (
            <Inset>
              <h2 class="govuk-heading-s">{texts.now}</h2>
              <p>{texts.nowLead}</p>
              {linesOf(section)
                .split('\n')
                .map((line) => (
                  <p>{line}</p>
                ))}
            </Inset>
          )}
          <Arrange reading={reading} section={section.id} />
        </>
      ),
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const saved = await writeDraftSection(scopeOf(c), {
      draft,
      seen: Number(values.one('seen')),
      section: c.req.param('section') ?? '',
      heading: values.one('heading'),
      lines: values.one('lines'),
    });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
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

const newPage = actPage({
  path: '/arbetsversioner/:id/nytt-avsnitt',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading) return undefined;
    const { text } = reading.draft;
    return {
      title: formTexts.newSection.title,
      caption: text.short,
      back: draftHref(reading.row.id),
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
        {
          kind: 'radios',
          name: 'where',
          label: fields.where,
          options: [
            { value: 'after', label: fields.after },
            { value: 'inside', label: fields.inside },
          ],
        },
      ],
      initial: given({ where: 'after' }),
      hidden: { seen: String(reading.number) },
      submit: formTexts.newSection.submit,
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const saved = await addDraftSection(scopeOf(c), {
      draft,
      seen: Number(values.one('seen')),
      heading: values.one('heading'),
      beside: values.one('beside') || undefined,
      where: values.one('where') as 'after',
    });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}/avsnitt/${saved.section}` };
  },
});

const removePage = actPage({
  path: '/arbetsversioner/:id/avsnitt/:section/ta-bort',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    const section = reading && findSection(reading.draft.text.sections, c.req.param('section') ?? '');
    if (!reading || !section) return undefined;
    return {
      title: texts.removeTitle(section.heading),
      lead: texts.removeLead,
      back: `${draftHref(reading.row.id)}/avsnitt/${section.id}`,
      fields: [],
      initial: given({}),
      hidden: { seen: String(reading.number) },
      submit: texts.remove,
      warning: true,
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const saved = await removeDraftSection(scopeOf(c), {
      draft,
      seen: Number(values.one('seen')),
      section: c.req.param('section') ?? '',
    });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
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
    return isRefusal(moved) ? refusalPage(c, moved, refusals) : c.redirect(`${draftHref(draft)}?klart=1`, 303);
  });
