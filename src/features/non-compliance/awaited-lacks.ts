import { may } from '../../domain/access/permissions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import type { Scope } from '../../platform/index.ts';
import { listLacksOf } from './read-lacks.ts';
import { awaitedTexts as texts } from './texts.ts';

/** What was pointed out that waits for an answer of the body that one acts in. */
export async function awaitedLacks(scope: Scope): Promise<readonly WaitingItem[]> {
  if (!may(scope.actor, 'non-compliance.answer')) return [];
  const found = await listLacksOf(scope, {});
  if (isRefusal(found)) return [];
  return found.lacks
    .filter(({ abilities }) => abilities.has('non-compliance.answer'))
    .map(({ row }) => ({ kind: 'answer-lack', title: texts.answer(row.title), href: lackHref(row.id), basis: 'agreement' }));
}

/** Where what was pointed out has its page. */
export function lackHref(id: string): string {
  return `/patalade-brister/${id}`;
}
