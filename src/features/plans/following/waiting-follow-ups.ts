import { z } from 'zod';
import { assignmentOf } from '../../../domain/access/actor.ts';
import { may } from '../../../domain/access/permissions.ts';
import { type FollowUpState, followUpState } from '../../../domain/plans/follow-up.ts';
import { watchOf } from '../../../domain/plans/norms.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { WaitingItem } from '../../../domain/work/waiting.ts';
import { type Scope, type Tx, useCase } from '../../../platform/index.ts';
import { countyOf, nationalFile } from '../../counties/index.ts';
import { planHref } from '../plan-href.ts';
import { listManagedFollowUps, listOwnFollowUps } from './following.sql.ts';
import { followingWaitTexts as texts } from './texts-following.ts';

/** How it stands with a day by which a plan of a county is to be followed up. */
async function stateIn(
  tx: Tx,
  { county_code, due }: { county_code: string; due: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Promise<FollowUpState> {
  const [county, national] = [await countyOf(tx, county_code), await nationalFile(tx, 'planning')];
  return followUpState(due, watchOf(national, county?.planning), today);
}

/** The plans that one coordinates or stands in for, and that are to be followed up soon, late, or made anew. */
const readOwnFollowUps = useCase({
  permission: 'work.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    if (!may(actor, 'plans.follow-up')) return [];
    const rows = await listOwnFollowUps(tx);
    const states = await Promise.all(rows.map(async (row) => ({ ...row, ...(await stateIn(tx, row, today)) })));
    return states.filter(({ state, revises }) => revises || state !== 'later');
  },
});

/** For the manager of a unit: how many of the plans it opened should have been followed up so long ago that a manager is shown it; else 0. */
const countLateFollowUps = useCase({
  permission: 'work.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    if (assignmentOf(actor)?.role !== 'unit-manager') return 0;
    const states = await Promise.all((await listManagedFollowUps(tx)).map((row) => stateIn(tx, row, today)));
    return states.filter(({ seenBy }) => seenBy.includes('manager')).length;
  },
});

/** What follow-ups ask of somebody: of the coordinator plan by plan, of the manager by number. Never with a name, or a word of a plan. */
export async function waitingFollowUps(scope: Scope): Promise<readonly WaitingItem[]> {
  const [own, late] = [await readOwnFollowUps(scope, {}), await countLateFollowUps(scope, {})];
  const waiting = isRefusal(own)
    ? []
    : own.map(
        ({ plan, due, revises }): WaitingItem => ({
          kind: revises ? 'revise-plan' : 'follow-up-plan',
          title: revises ? texts.revise : texts.followUp,
          href: `${planHref(plan)}#uppfoljning`,
          due,
          basis: 'routine',
        }),
      );
  if (isRefusal(late) || late === 0) return waiting;
  return [...waiting, { kind: 'late-follow-ups', title: texts.lateUnit(late), href: '/arbete', basis: 'routine' }];
}
