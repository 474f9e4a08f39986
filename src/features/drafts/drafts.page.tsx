import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonGroup, ButtonLink, formatDate, Notice, Page, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { kindLabels } from '../agreements/index.ts';
import { shellOf } from '../counties/index.ts';
import { draftHref } from './parts.tsx';
import { type DraftInList, listDraftsOf } from './read-draft.ts';
import { classLabels, stateLabels, listTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

async function list(c: Context<AppEnv>, slug?: string) {
  const found = await listDraftsOf(scopeOf(c), slug === undefined ? {} : { slug });
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const { drafts, mayOpen } = found;
  const title = slug === undefined ? texts.title : texts.ofAgreement(slug);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={title}
      lead={texts.lead}
      density="staff"
      back={slug === undefined ? undefined : `/avtal/${slug}`}
      wide
      noindex
    >
      {drafts.length === 0 ? (
        <Notice kind="empty" heading={texts.empty} />
      ) : (
        <Table caption={texts.caption} captionHidden columns={texts.columns.map((label) => ({ label }))} rows={drafts.map(rowOf)} />
      )}
      {mayOpen && (
        <ButtonGroup>
          <ButtonLink href={`/arbetsversioner/ny-version${slug === undefined ? '' : `?avtal=${slug}`}`}>{texts.open}</ButtonLink>
          {slug === undefined && (
            <ButtonLink href="/arbetsversioner/ny-overenskommelse" kind="secondary">
              {texts.fromOutline}
            </ButtonLink>
          )}
        </ButtonGroup>
      )}
    </Page>,
  );
}

function rowOf({ id, title, label, kind, class: size, base, state, openedOn }: DraftInList) {
  return [
    <a class="govuk-link" href={draftHref(id)}>
      {title}
    </a>,
    label,
    base === null ? kindLabels[kind] : classLabels[size],
    stateLabels[state],
    formatDate(openedOn),
  ];
}

/** The working copies of one's county, and those of one agreement. */
export const draftsPage = new Hono<AppEnv>()
  .get('/arbetsversioner', (c) => list(c))
  .get('/avtal/:slug/arbete', (c) => list(c, c.req.param('slug')));
