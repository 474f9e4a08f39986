import type { AgreementFile } from '../counties/agreement-file.ts';
import { type Refusal, refuse } from '../refusal.ts';

type ActKind = AgreementFile['acts'][number]['kind'];
type CadenceKind = AgreementFile['terms']['cadences'][number]['kind'];

/** What a follow-up, an evaluation or a revision led to. */
export const ledTo = ['nothing', 'minor-amendment', 'evaluation-begun', 'revision-begun'] as const;
export type LedTo = (typeof ledTo)[number];

/** How far it has come. A follow-up is registered when it is done; evaluations and revisions also when they begin. */
export const stages = ['begun', 'done'] as const;
export type Stage = (typeof stages)[number];

const BEGUN = { evaluation: 'evaluation-begun', revision: 'revision-begun' } as const;
const DONE = { 'follow-up': 'followed-up', evaluation: 'evaluated', revision: 'revised' } as const;

/** The acts that a registered follow-up is: what was done, and what it led to where that is an act of its own. */
export function actsOfRecord(kind: CadenceKind, stage: Stage, led: LedTo): ActKind[] {
  const own = stage === 'begun' && kind !== 'follow-up' ? BEGUN[kind] : DONE[kind];
  return led === 'evaluation-begun' || led === 'revision-begun' ? [...new Set<ActKind>([own, led])] : [own];
}

/** Days of a follow-up: when it was done, and the period that it looked at. */
export type RecordDays = { readonly on: string; readonly from: string; readonly to: string };

/**
 * What is wrong with the days of a follow-up of an agreement that applies from `since`. Refuses `follow-up-in-future`, `follow-up-before-agreement`,
 * `follow-up-period-order` and `follow-up-period-future`.
 */
export function daysFault({ on, from, to }: RecordDays, { since, today }: { since: string; today: string }): Refusal | undefined {
  if (on > today) return refuse('follow-up-in-future', {});
  if (on < since) return refuse('follow-up-before-agreement', { since });
  if (from > to) return refuse('follow-up-period-order', {});
  if (to > on) return refuse('follow-up-period-future', {});
  return undefined;
}

/** What an extension may rest on, and can be registered by itself. */
export const grounds = ['evaluation-begun', 'revision-begun', 'no-successor'] as const;
export type Ground = (typeof grounds)[number];
