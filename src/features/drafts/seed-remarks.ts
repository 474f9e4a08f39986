import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import type { Side } from '../../domain/drafts/process.ts';
import type { RemarkAct, RemarkSort } from '../../domain/drafts/remarks/remark.ts';
import { remarkPlaceIn } from '../../domain/drafts/remarks/remark-place.ts';
import { insertSeedAct, stableId, type Tx } from '../../platform/index.ts';
import { findRevision } from './drafts.sql.ts';
import { findKeyedRemark, insertRemark, insertRemarkAct } from './remarks.sql.ts';
import type { SeedWriters } from './seed-drafts.ts';
import { seedRemarkTexts as texts } from './texts-remarks.ts';

const DAY = '2026-11-10';
const AT = `${DAY}T12:30:00Z`;

/**
 * What both sides say about the fictional working copy that is being written in a county: a comment with an answer, a suggestion that waits, and one that was turned
 * down. Once. For demo mode, as the owner.
 */
export async function seedRemarks(tx: Tx, county: string, writers: SeedWriters): Promise<void> {
  const draft = stableId(`demo:draft:${county}`);
  const text = (await findRevision(tx, draft, 1))?.content.text;
  const section = sectionsOf(text?.sections ?? []).find((one) => sentencesIn(one.section).length > 1)?.section;
  const [first, second] = section ? sentencesIn(section).map(({ sentenceId }) => sentenceId) : [];
  if (!text || !section || first === undefined || second === undefined) return;
  if (await findKeyedRemark(tx, draft, idOf(draft, 'comment'))) return;
  const say = async (name: string, side: Side, what: { sort: RemarkSort; sentence: string; text: string; wording?: string }) => {
    const id = idOf(draft, name);
    const place = `section:${section.id}`;
    const words = remarkPlaceIn(text, place, what.sentence)?.words ?? '';
    const kept = await seedAct(tx, { id, draft, kind: 'drafts.remark', account: writers[side], side });
    await insertRemark(tx, { ...kept, wording: '', ...what, place, words });
  };
  const settle = async (name: string, side: Side, kind: RemarkAct, said: string) => {
    const permission = kind === 'answer' ? 'drafts.answer-remark' : 'drafts.settle-suggestion';
    const kept = await seedAct(tx, { id: idOf(draft, `${name}:${kind}`), draft, kind: permission, account: writers[side], side });
    await insertRemarkAct(tx, { ...kept, remark: idOf(draft, name), kind, text: said });
  };
  await say('comment', 'municipality', { sort: 'comment', sentence: first, text: texts.comment });
  await settle('comment', 'region', 'answer', texts.answer);
  await say('insert', 'municipality', { sort: 'insert', sentence: second, text: texts.reason, wording: texts.added });
  await say('remove', 'region', { sort: 'remove', sentence: second, text: texts.reason });
  await settle('remove', 'municipality', 'reject', texts.settled);
}

function idOf(draft: string, name: string): string {
  return stableId(`${draft}:remark:${name}`);
}

async function seedAct(tx: Tx, one: { id: string; draft: string; kind: string; account: string; side: Side }) {
  const { id, draft, kind, account, side } = one;
  const act = stableId(`${id}:act`);
  await insertSeedAct(tx, {
    id: act,
    kind,
    account,
    subject: { kind: 'draft', id: draft },
    on: DAY,
    at: AT,
    content: { remark: id, side },
  });
  return { id, draft, act, account, side, at: AT };
}
