import { type Context, Hono } from 'hono';
import type { RoundState } from '../../domain/consultations/round.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatVersion, Notice, Page, ResultList, Tag } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import type { ListedRound } from './list-rounds.ts';
import { readRounds } from './read-rounds.ts';
import { roundHref } from './shown.ts';
import { listTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

async function show(c: Context<AppEnv>) {
  const rounds = await readRounds(scopeOf(c), {});
  if (isRefusal(rounds)) return refusalPage(c, rounds, refusals);
  const shell = await shellOf(c);
  const names = new Map(shell.counties.map(({ code, name }) => [code, name]));
  return c.html(
    <Page shell={shell} title={texts.title} lead={texts.lead} density={c.var.actor.kind === 'staff' ? 'staff' : 'public'}>
      {rounds.length === 0 ? (
        <Notice kind="empty" heading={texts.empty.heading}>
          <p>{texts.empty.text}</p>
        </Notice>
      ) : (
        <>
          <Rounds heading={texts.running} rounds={rounds.filter(({ state }) => !isOver(state))} counties={names} />
          <Rounds heading={texts.ended} rounds={rounds.filter(({ state }) => isOver(state))} counties={names} />
        </>
      )}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

type Listed = { heading: string; rounds: readonly ListedRound[]; counties: ReadonlyMap<string, string> };

const isOver = (state: RoundState) => state === 'closed' || state === 'recalled';

function whenOf({ row: { lastDay, closedOn, recalledOn }, state }: Pick<ListedRound, 'row' | 'state'>): string {
  if (closedOn) return texts.closedOn(closedOn);
  return recalledOn ? texts.recalledOn(recalledOn) : texts.until(lastDay, state);
}

function Rounds({ heading, rounds, counties }: Listed) {
  if (rounds.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <ResultList
        level={3}
        items={rounds.map(({ row, state }) => ({
          href: roundHref(row.id),
          title: formatVersion(row.short, row.label),
          tag: row.own.length > 0 && !isOver(state) ? <Tag>{texts.asked}</Tag> : undefined,
          meta: [counties.get(row.county) ?? row.county, whenOf({ row, state }), ...(row.isPublic ? [] : [texts.closed])],
        }))}
      />
    </>
  );
}

/** The rounds of consultation that whoever asks may read: the public ones for everyone. */
export const roundsPage = new Hono<AppEnv>().get('/remisser', show);
