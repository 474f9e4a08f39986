import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { mayDoToDraft } from '../../domain/drafts/policies.ts';
import { processOf, stateFault } from '../../domain/drafts/process.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { listActsOfDrafts } from './draft-acts.sql.ts';
import { listDrafts } from './drafts.sql.ts';
import { draftHref } from './parts.tsx';
import { eventsOf } from './read-acts.ts';
import { listOpenSuggestions } from './remarks.sql.ts';
import { remarkTexts as texts } from './texts-remarks.ts';

/** The suggestions of others that wait for an answer by whoever asks, by draft: those on texts that they write. */
const readAwaitedSuggestions = useCase({
  permission: 'drafts.settle-suggestion',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => {
    const county = assignmentOf(actor)?.county;
    if (!county) return [];
    const { account } = getLogin(actor);
    const mine = (await listDrafts(tx, county)).filter((draft) => mayDoToDraft(actor, 'drafts.settle-suggestion', draft));
    const ids = mine.map(({ id }) => id);
    const open = (await listOpenSuggestions(tx, ids)).filter((one) => one.account !== account);
    if (open.length === 0) return [];
    const acts = await listActsOfDrafts(tx, [...new Set(open.map(({ draft }) => draft))]);
    return mine.flatMap(({ id, title }) => {
      const count = open.filter(({ draft }) => draft === id).length;
      const isTime = stateFault(processOf(eventsOf(acts.get(id) ?? []), []), 'drafts.settle-suggestion') === undefined;
      return count > 0 && isTime ? [{ draft: id, title, count }] : [];
    });
  },
});

/** What waits for those who write, of suggestions for their texts. Nothing for others. */
export async function awaitedSuggestions(scope: Scope): Promise<readonly WaitingItem[]> {
  const found = await readAwaitedSuggestions(scope, {});
  if (isRefusal(found)) return [];
  return found.map(({ draft, title, count }) => ({
    kind: 'answer-suggestions',
    title: texts.waiting(title, count),
    href: `${draftHref(draft)}/kommentarer`,
    basis: 'routine',
  }));
}
