import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Notice, Page, ResultList, Tag } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import type { RoundView } from './load-round.ts';
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
          <Rounds heading={texts.running} rounds={rounds.filter(({ round }) => !isOver(round))} counties={names} />
          <Rounds heading={texts.ended} rounds={rounds.filter(({ round }) => isOver(round))} counties={names} />
        </>
      )}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

type Listed = { heading: string; rounds: readonly RoundView[]; counties: ReadonlyMap<string, string> };

const isOver = ({ state }: RoundView['round']) => state === 'closed' || state === 'recalled';

function whenOf({ lastDay }: RoundView['row'], { state, closedOn, recalledOn }: RoundView['round']): string {
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
        items={rounds.map(({ row, round, own }) => ({
          href: roundHref(row.id),
          title: `${row.content.short}, ${row.label}`,
          tag: own.length > 0 && !isOver(round) ? <Tag>{texts.asked}</Tag> : undefined,
          meta: [counties.get(row.county) ?? row.county, whenOf(row, round), ...(row.isPublic ? [] : [texts.closed])],
        }))}
      />
    </>
  );
}

/** The rounds of consultation that whoever asks may read: the public ones for everyone. */
export const roundsPage = new Hono<AppEnv>().get('/remisser', show);
