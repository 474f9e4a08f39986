import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { AppEnv } from '../../../platform/index.ts';
import type { ShownPlan } from '../show-plan.ts';
import type { Manner } from './words/manner.ts';

/** A part of the individual's page of a plan: what it shows, with a heading of level 2 of its own; nothing where there is nothing to show. */
export type OwnSection = {
  readonly show: (c: Context<AppEnv>, plan: ShownPlan, manner: Manner) => Promise<Child> | Child;
};
