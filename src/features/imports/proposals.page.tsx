import { type Context, Hono } from 'hono';
import { assignmentOf } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { PROPOSAL_KINDS } from '../../domain/imports/proposals/proposal.ts';
import type { Reviewed, Verdict } from '../../domain/imports/proposals/review.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, localPath, scopeOf } from '../../platform/index.ts';
import { FilterPanel, Notice, NotificationBanner, Page, SelectField } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { readNational, shellOf } from '../counties/index.ts';
import { changeProposalPage } from './change-proposal.page.ts';
import type { ImportProposals } from './load-proposals.ts';
import { type CardGround, ProposalCard } from './proposal-card.tsx';
import { sentencesByAddress } from './proposal-sentence.tsx';
import { kindLabels, proposalRefusals, proposalTexts as texts } from './proposals-texts.ts';
import { readProposals } from './read-proposals.ts';
import { reviewProposal } from './review-proposal.ts';
import { importRefusals } from './texts.ts';

const refusals = { ...importRefusals, ...proposalRefusals };

/** How many proposals a page holds: a page stays light, and a person sees an end of it. */
const A_PAGE = 20;

type Choice = { readonly kind: string; readonly show: 'vantar' | 'alla'; readonly page: number };

function choiceOf(c: Context<AppEnv>): Choice {
  const page = Number(c.req.query('sida') ?? '1');
  return {
    kind: PROPOSAL_KINDS.find((kind) => kind === c.req.query('sort')) ?? '',
    show: c.req.query('visa') === 'alla' ? 'alla' : 'vantar',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

function addressOf(id: string, { kind, show, page }: Choice): string {
  const asked = new URLSearchParams({
    ...(kind ? { sort: kind } : {}),
    ...(show === 'alla' ? { visa: show } : {}),
    ...(page > 1 ? { sida: String(page) } : {}),
  });
  return `/import/${id}/forslag${asked.size > 0 ? `?${asked.toString()}` : ''}`;
}

const chosen = (items: readonly Reviewed[], { kind, show }: Choice) =>
  items.filter(({ proposal, state }) => (kind === '' || proposal.kind === kind) && (show === 'alla' || state === 'waiting'));

async function groundOf(c: Context<AppEnv>, found: ImportProposals, back: string): Promise<CardGround> {
  const { row, county } = found;
  const scope = scopeOf(c);
  const [taxonomy, situation] = await Promise.all([readNational(scope, { name: 'taxonomy' }), readNational(scope, { name: 'situation' })]);
  if (isRefusal(taxonomy) || isRefusal(situation)) throw new Error('the national files are for everyone');
  return {
    id: row.id,
    raw: row.text.raw,
    sentences: sentencesByAddress(row.text),
    known: { county, taxonomy },
    situation,
    mayReview: may(c.var.actor, 'imports.review-proposal') && assignmentOf(c.var.actor)?.county === row.county,
    back,
  };
}

async function show(c: Context<AppEnv>) {
  const found = await readProposals(scopeOf(c), { id: c.req.param('id') ?? '' });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('import-not-found')), refusals);
  const { row, items } = found;
  const asked = choiceOf(c);
  const all = chosen(items, asked);
  const pages = Math.max(1, Math.ceil(all.length / A_PAGE));
  const choice = { ...asked, page: Math.min(asked.page, pages) };
  const ground = await groundOf(c, found, addressOf(row.id, choice));
  const first = (choice.page - 1) * A_PAGE;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={row.title ?? row.file}
      lead={texts.lead}
      back={`/import/${row.id}`}
      density="staff"
      noindex
    >
      {c.req.query('klart') && (
        <NotificationBanner success>
          <p>{texts.done}</p>
        </NotificationBanner>
      )}
      {may(c.var.actor, 'drafts.open') && (
        <p>
          <a class="govuk-link" href={`/arbetsversioner/fran-import/${row.id}`}>
            {texts.toDraft}
          </a>
        </p>
      )}
      <p>{texts.counts(items.filter(({ state }) => state === 'waiting').length, items.length)}</p>
      <Filter id={row.id} items={items} choice={choice} />
      {all.length === 0 && (
        <Notice kind="empty" heading={texts.none.heading}>
          <p>{texts.none.text}</p>
        </Notice>
      )}
      {all.slice(first, first + A_PAGE).map((item, at) => (
        <ProposalCard item={item} nth={first + at + 1} ground={ground} />
      ))}
      {pages > 1 && <Pages id={row.id} choice={choice} pages={pages} />}
    </Page>,
  );
}

function Filter({ id, items, choice }: { id: string; items: readonly Reviewed[]; choice: Choice }) {
  const kinds = PROPOSAL_KINDS.filter((kind) => items.some(({ proposal }) => proposal.kind === kind));
  const isFiltered = choice.kind !== '' || choice.show === 'alla';
  return (
    <FilterPanel action={`/import/${id}/forslag`} resetHref={isFiltered ? `/import/${id}/forslag` : undefined}>
      <SelectField
        name="sort"
        label={texts.kind}
        value={choice.kind}
        options={[{ value: '', label: texts.allKinds }, ...kinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))]}
      />
      <SelectField
        name="visa"
        label={texts.show}
        value={choice.show}
        options={[
          { value: 'vantar', label: texts.shown.vantar },
          { value: 'alla', label: texts.shown.alla },
        ]}
      />
    </FilterPanel>
  );
}

function Pages({ id, choice, pages }: { id: string; choice: Choice; pages: number }) {
  const to = (page: number) => addressOf(id, { ...choice, page });
  return (
    <nav aria-label={texts.page(choice.page, pages)}>
      <p>
        {texts.page(choice.page, pages)}{' '}
        {choice.page > 1 && (
          <a class="govuk-link" href={to(choice.page - 1)}>
            {texts.previous}
          </a>
        )}{' '}
        {choice.page < pages && (
          <a class="govuk-link" href={to(choice.page + 1)}>
            {texts.next}
          </a>
        )}
      </p>
    </nav>
  );
}

async function answer(c: Context<AppEnv>) {
  const id = c.req.param('id') ?? '';
  const { proposal = '', seen = '', verdict = '', reason = '', back = '' } = await formOf(c);
  const done = await reviewProposal(scopeOf(c), { id, proposal, seen: Number(seen), verdict: verdict as Verdict, reason });
  if (isRefusal(done)) return refusalPage(c, done, refusals);
  const here = `/import/${id}/forslag`;
  const list = back.startsWith(here) ? localPath(back) : here;
  return c.redirect(`${list}${list.includes('?') ? '&' : '?'}klart=1`, 303);
}

/** Going through what is proposed for an import: the list by kind, and an answer to each. */
export const proposalsPage = new Hono<AppEnv>()
  .get('/import/:id/forslag', show)
  .post('/import/:id/forslag', answer)
  .route('/', changeProposalPage);
