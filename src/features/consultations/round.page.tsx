import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, ButtonGroup, Inset, Notice, NotificationBanner, Page } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { draftHref } from '../drafts/index.ts';
import { giveReply, noteOpened } from './give-reply.ts';
import type { RoundView } from './load-round.ts';
import { readRound } from './read-rounds.ts';
import { Extensions, OwnComments, RoundFacts, SentSections } from './round-parts.tsx';
import { roundHref } from './shown.ts';
import { actLabels, stanceLabels, roundTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

async function show(c: Context<AppEnv>) {
  const scope = scopeOf(c);
  const view = await readRound(scope, { round: c.req.param('id') ?? '' });
  if (isRefusal(view)) return refusalPage(c, notRead(view, refuse('round-not-found')), refusals);
  const { row, own, round } = view;
  const answerable = round.state === 'open' || round.state === 'overdue';
  if (own.length > 0 && answerable) await noteOpened(scope, { round: row.id });
  const said = texts.saved[c.req.query('klart') ?? ''];
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={row.content.short}
      caption={`${texts.caption}. ${texts.version(row.label)}`}
      lead={row.content.summary}
      breadcrumbs={[{ label: 'Remisser', href: '/remisser' }]}
      density={c.var.actor.kind === 'staff' ? 'staff' : 'public'}
      noindex={!row.isPublic}
    >
      {said && (
        <NotificationBanner success>
          <p>{said}</p>
        </NotificationBanner>
      )}
      {round.recalledOn && <Notice kind="note" heading={texts.recalled(round.recalledOn)} />}
      <RoundFacts view={view} />
      <Extensions view={view} />
      <Ways view={view} />
      {row.asks && (
        <>
          <h2 class="govuk-heading-m">{texts.asks}</h2>
          <Inset>
            {row.asks.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </Inset>
        </>
      )}
      {own.length > 0 ? <Own view={view} /> : <Letter view={view} />}
      <h2 class="govuk-heading-l" id="forslaget">
        {texts.text}
      </h2>
      {row.content.isPart && <Inset>{texts.partOfText}</Inset>}
      {row.content.sections.length > 0 && <SentSections view={view} whole={c.req.query('visa') === 'allt'} />}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

/** Where those who see to the round, and those who may read what it led to, go from here. */
function Ways({ view: { row, oversees, readsViews, round, abilities } }: { view: RoundView }) {
  const here = roundHref(row.id);
  const ways = [
    ...(oversees ? [{ href: `${here}/synpunkter`, label: texts.views }] : []),
    ...(readsViews && (oversees || round.state === 'closed') ? [{ href: `${here}/sammanstallning`, label: texts.compilation }] : []),
    ...(abilities.has('consultations.extend') ? [{ href: `${here}/mer-tid`, label: actLabels['consultations.extend'] }] : []),
    ...(abilities.has('consultations.enter') ? [{ href: `${here}/brev`, label: actLabels['consultations.enter'] }] : []),
    ...(oversees ? [{ href: draftHref(row.draft), label: texts.draft }] : []),
  ];
  if (ways.length === 0) return null;
  return (
    <ul class="govuk-list">
      {ways.map(({ href, label }) => (
        <li>
          <a class="govuk-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** For whom one answers, one's views so far, and saying that that is all. */
function Own({ view }: { view: RoundView }) {
  const { row, own, round, abilities } = view;
  const mayReply = abilities.has('consultations.reply');
  return (
    <>
      <p>
        {texts.answeredFor(own.map(({ name }) => name).join(', '))} {texts.view}{' '}
        {round.state !== 'closed' && round.state !== 'recalled' && (row.isPublic ? texts.becomesPublic : texts.becomesRead)}
      </p>
      {round.state === 'overdue' && <Notice kind="note" heading={texts.isLate} />}
      <OwnComments view={view} />
      {own.map(({ receiver, name }) => {
        const { stance, comments } = round.receivers.get(receiver) ?? { stance: undefined, comments: 0 };
        const next = comments > 0 ? 'done' : 'no-remarks';
        return (
          <>
            {stance && <p>{texts.replied(stanceLabels[stance])}</p>}
            {mayReply && stance !== next && (
              <form method="post" action={`${roundHref(row.id)}/svar`}>
                {next === 'no-remarks' && <p>{texts.noRemarksMeans}</p>}
                <input type="hidden" name="receiver" value={receiver} />
                <Button kind="secondary" name="stance" value={next}>
                  {next === 'done' ? texts.done : texts.noRemarks}
                  {own.length > 1 && ` (${name})`}
                </Button>
              </form>
            )}
          </>
        );
      })}
      {abilities.has('consultations.comment') && (
        <ButtonGroup>
          <a class="govuk-link" href={`${roundHref(row.id)}/synpunkt`}>
            {texts.onWhole}
          </a>
        </ButtonGroup>
      )}
    </>
  );
}

/** How somebody who is not asked can answer, as long as it is open. */
function Letter({ view: { row, round, oversees } }: { view: RoundView }) {
  if (!row.isPublic || round.state === 'closed' || round.state === 'recalled' || oversees) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{texts.letter.heading}</h2>
      <p>{texts.letter.text}</p>
      <ol class="govuk-list govuk-list--number">
        {texts.letter.steps(row.content.short, row.lastDay).map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>{texts.letter.public}</p>
      <p>{texts.letter.afterwards}</p>
      <p>
        <a class="govuk-link" href={`${roundHref(row.id)}/svarsblankett.docx`}>
          {texts.letter.form}
        </a>
      </p>
    </>
  );
}

async function reply(c: Context<AppEnv>) {
  const round = c.req.param('id') ?? '';
  const { stance, receiver } = await formOf(c);
  const done = await giveReply(scopeOf(c), { round, stance: stance as 'done', ...(receiver ? { receiver } : {}) });
  return isRefusal(done) ? refusalPage(c, done, refusals) : c.redirect(`${roundHref(round)}?klart=svar`, 303);
}

/** A round as those asked and, where it is public, everyone read it; and saying that one has answered. */
export const roundPage = new Hono<AppEnv>().get('/remisser/:id', show).post('/remisser/:id/svar', reply);
