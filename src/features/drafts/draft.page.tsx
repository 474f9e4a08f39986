import { type Context, Hono } from 'hono';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, fieldsOf, scopeOf } from '../../platform/index.ts';
import { formatDateTime, NotificationBanner, Page, SummaryList } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { kindLabels } from '../agreements/index.ts';
import { shellOf } from '../counties/index.ts';
import { approveDraft } from './approve-draft.ts';
import { DraftGround, DraftHistory, DraftRows, DraftSections } from './draft-parts.tsx';
import { DraftRounds } from './draft-rounds.tsx';
import { DraftTerms } from './draft-terms.tsx';
import { ImportOriginShown, readImportOrigin } from './import-origin.tsx';
import { LocalLink } from './local.page.tsx';
import { NextSteps } from './next-steps.tsx';
import { ApproveForm, askedDraft, type DraftReading, draftHref } from './parts.tsx';
import { SectionRemarksLink } from './remark-parts.tsx';
import { SectionText } from './section-text.tsx';
import { classLabels, sideLabels, stateLabels, draftTexts as texts } from './texts.ts';
import { nextTexts } from './texts-next.ts';
import { refusals } from './texts-refusals.ts';
import { approvedHref } from './unfolded.ts';

async function show(c: Context<AppEnv>) {
  const reading = await askedDraft(c);
  if (!reading) return refusalPage(c, refuse('draft-not-found', {}), refusals);
  const { row, draft } = reading;
  const origin = await readImportOrigin(scopeOf(c), { draft: row.id });
  const { klart: done, del: unfolded } = c.req.query();
  const goesOn = nextTexts.goOn[unfolded ?? ''];
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={draft.text.short}
      caption={texts.caption(row.label)}
      breadcrumbs={[{ label: 'Arbetsversioner', href: '/arbetsversioner' }]}
      density="staff"
      wide
      noindex
    >
      {done && (
        <NotificationBanner success>
          <p>
            {done === 'godkant' ? texts.approved : texts.saved}{' '}
            {goesOn && (
              <a class="govuk-link" href={`#${unfolded}`}>
                {goesOn}
              </a>
            )}
          </p>
        </NotificationBanner>
      )}
      <Facts reading={reading} />
      {origin !== null && !isRefusal(origin) && <ImportOriginShown origin={origin} text={draft.text} />}
      <ApproveAll reading={reading} />
      <DraftSections reading={reading} unfolded={unfolded} />
      <DraftTerms reading={reading} unfolded={unfolded} />
      <DraftRows reading={reading} unfolded={unfolded} />
      <LocalLink reading={reading} />
      <DraftRounds reading={reading} />
      <DraftGround reading={reading} />
      <DraftHistory reading={reading} />
    </Page>,
  );
}

function Facts({ reading }: { reading: DraftReading }) {
  const { row, process, outline, revisions } = reading;
  const [last] = revisions;
  const at = last && formatDateTime(Temporal.Instant.from(last.at));
  return (
    <>
      <SummaryList
        rows={[
          { label: texts.state, value: stateLabels[process.state] },
          {
            label: texts.sort,
            value: row.base === null ? kindLabels[row.kind] : `${kindLabels[row.kind]}, ${classLabels[row.class].toLowerCase()}`,
          },
          { label: texts.from, value: row.base === null ? texts.fromOutline(outline?.title ?? row.outline) : texts.version(row.base) },
          ...(last && at ? [{ label: texts.latest, value: texts.latestBy(last.name, sideLabels[last.side], at) }] : []),
        ]}
      />
      <NextSteps reading={reading} />
    </>
  );
}

/** One button for everything that one's own side has not approved. */
function ApproveAll({ reading }: { reading: DraftReading }) {
  const { side } = reading;
  if (!side || !reading.abilities.has('drafts.approve')) return null;
  const places = [...reading.approvals].filter(([, by]) => !by.has(side)).map(([place]) => place);
  if (places.length === 0) return null;
  return <ApproveForm reading={reading} places={places} label={texts.approveAll(places.length, sideLabels[side])} />;
}

/** Approves the places that were shown, as they were shown. */
async function approve(c: Context<AppEnv>) {
  const draft = c.req.param('id') ?? '';
  const places = (await fieldsOf(c)).getAll('place').map((sent) => {
    const [hash = '', ...place] = sent.split(' ');
    return { hash, place: place.join(' ') };
  });
  const approved = await approveDraft(scopeOf(c), { draft, places });
  return isRefusal(approved)
    ? refusalPage(c, approved, refusals)
    : c.redirect(
        approvedHref(
          draftHref(draft),
          places.map(({ place }) => place),
        ),
        303,
      );
}

/** The whole text as it is now, to read. */
async function text(c: Context<AppEnv>) {
  const reading = await askedDraft(c);
  if (!reading) return refusalPage(c, refuse('draft-not-found', {}), refusals);
  const { row, draft } = reading;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={draft.text.title}
      caption={texts.caption(row.label)}
      lead={draft.text.summary}
      back={draftHref(row.id)}
      noindex
    >
      {sectionsOf(draft.text.sections).map(({ section, depth }) => (
        <section id={section.id}>
          {depth === 1 ? <h2 class="govuk-heading-m">{section.heading}</h2> : <h3 class="govuk-heading-s">{section.heading}</h3>}
          <SectionText section={section} />
          {reading.abilities.has('drafts.remark') && <SectionRemarksLink reading={reading} section={section.id} about={section.heading} />}
        </section>
      ))}
    </Page>,
  );
}

/** A working copy: where it is, its sections, terms and rows with who has approved them; approving; and its text. */
export const draftPage = new Hono<AppEnv>()
  .get('/arbetsversioner/:id', show)
  .post('/arbetsversioner/:id/godkann', approve)
  .get('/arbetsversioner/:id/text', text);
