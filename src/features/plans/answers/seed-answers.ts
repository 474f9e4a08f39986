import { type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { listDuties, listGoals, listMeasures } from '../contents/contents.sql.ts';
import { contexts, sealed } from '../sealed.ts';
import type { SeedUnit } from '../seed-plans.ts';
import { insertChangeAnswer } from './answers.sql.ts';
import { seedTexts } from './texts-answers.ts';

/** What the person of a fictional plan thought of it: yes to most, another wish for one measure, and one that they were not asked about. For demo mode, as the owner, once. */
export async function seedAnswers(
  tx: Tx,
  keys: KeyRing,
  plan: string,
  by: SeedUnit & { readonly account: string },
  at: Temporal.Instant,
): Promise<void> {
  const measures = await listMeasures(tx, plan);
  const duties = (await listDuties(tx, plan)).filter(({ sort }) => sort === 'overall' || sort === 'coordinator' || sort === 'follow-up');
  const goals = (await listGoals(tx, plan)).filter(({ voice }) => voice !== 'own');
  const things = [
    ...measures.map(({ id, number }) => ({ kind: 'measure' as const, subject: id, number })),
    ...goals.map(({ id, number }) => ({ kind: 'goal' as const, subject: id, number })),
    ...duties.map(({ id }) => ({ kind: 'duty' as const, subject: id, number: 1 })),
  ];
  const writer = { account: by.account, organisation: by.organisation, unit: by.id };
  for (const [nth, thing] of things.entries()) {
    const { answer, words } =
      nth === 1
        ? { answer: 'objects' as const, words: seedTexts.objects }
        : nth === 2
          ? { answer: 'not-asked' as const, words: seedTexts.notAsked }
          : { answer: 'approved' as const, words: '' };
    const id = stableId(`${plan}:answer:${thing.kind}:${thing.subject}`);
    await insertChangeAnswer(tx, plan, { ...thing, id, answer, cipher: sealed(keys, words, contexts.changeAnswer(id)) }, writer, at);
  }
}
