import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { mayDecideFor, mayReadDraft } from '../../domain/drafts/policies.ts';
import { awaited, isGivenOver } from '../../domain/drafts/process.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { countyOf } from '../counties/index.ts';
import { findSeatsOfAccount } from '../organisations/index.ts';
import { deciderName } from './decisions.ts';
import { listActsOfDrafts } from './draft-acts.sql.ts';
import { listDrafts } from './drafts.sql.ts';
import { loadDraft } from './load-draft.ts';
import { draftHref } from './parts.tsx';
import { eventsOf } from './read-acts.ts';
import { awaitedTexts as texts } from './texts-decision.ts';

/** The decisions and signatures that wait for whoever asks: of their party, of the body that they act in, of the seats that they hold today. */
const readAwaited = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const acting = assignmentOf(actor);
    if (!acting) return [];
    const [county, seats, drafts] = await Promise.all([
      countyOf(tx, acting.county),
      findSeatsOfAccount(tx, getLogin(actor).account, today),
      listDrafts(tx, acting.county),
    ]);
    const held = new Set<Decider>(seats.map(({ body, position }) => `seat:${body}.${position}` as const));
    const found: { draft: string; title: string; name: string; signature: boolean }[] = [];
    const theirs = drafts.filter((draft) => mayReadDraft(actor, draft));
    const acts = await listActsOfDrafts(
      tx,
      theirs.map(({ id }) => id),
    );
    // Only what has been given over is worth reading whole.
    for (const { id, title } of theirs.filter((draft) => isGivenOver(eventsOf(acts.get(draft.id) ?? [])))) {
      const view = await loadDraft(tx, actor, id, today);
      if (isRefusal(view)) continue;
      for (const { step, decider } of awaited(view.process)) {
        const signature = step.asks === 'signature';
        const isTheirs = signature
          ? view.abilities.has('drafts.sign') && held.has(decider)
          : mayDecideFor(actor, 'drafts.record-decision', decider, view.row);
        if (isTheirs) found.push({ draft: id, title, name: deciderName(county, decider), signature });
      }
    }
    return found;
  },
});

/** What waits for someone among the texts that are being decided. Nothing for those who decide nothing. */
export async function awaitedDecisions(scope: Scope): Promise<readonly WaitingItem[]> {
  const found = await readAwaited(scope, {});
  if (isRefusal(found)) return [];
  return found.map(({ draft, title, name, signature }) => ({
    kind: signature ? 'sign-draft' : 'record-decision',
    title: signature ? texts.sign(title, name) : texts.decide(title, name),
    href: `${draftHref(draft)}/beslut`,
    basis: 'agreement',
  }));
}
