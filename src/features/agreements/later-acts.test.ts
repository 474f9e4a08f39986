import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import type { Tx } from '../../platform/index.ts';
import { listVersions } from './agreements.sql.ts';

const SLUG = 'jonkoping-missbruk-beroende';
const LABEL = '10.0';
const OTHER = 'dalarna-missbruk-beroende-2021';
const ACT = '0190a0a0-0000-7000-8000-00000000aaa1';
const CORRECTION = '0190a0a0-0000-7000-8000-00000000aaa2';

async function note(
  tx: Tx,
  { id, slug, label, kind, corrects }: { id: string; slug: string; label: string; kind: string; corrects?: string },
) {
  await sql`insert into act (id, at, kind, subject_kind, subject_id, effective_on, content)
    values (${id}, now(), 'follow-ups.register', 'agreement', ${id}, '2026-11-20', '{}')`.execute(tx);
  await sql`insert into agreement_act (act_id, slug, label, kind, on_date, registry, corrects)
    values (${id}, ${slug}, ${label}, ${kind}, '2026-11-20', '', ${corrects ?? null})`.execute(tx);
}

test('an act is taken back by a correction of the same agreement, and by none of another, also where the database held one', async () => {
  const database = await givenDatabase();
  const evaluated = async (by: { slug: string; label: string }) => {
    let found: boolean | undefined;
    const rolledBack = database.asOwner(async (tx) => {
      await sql`alter table agreement_act drop constraint agreement_act_corrects_same`.execute(tx);
      await note(tx, { id: ACT, slug: SLUG, label: LABEL, kind: 'evaluated' });
      await note(tx, { id: CORRECTION, ...by, kind: 'retracted', corrects: ACT });
      const versions = await listVersions(tx, SLUG);
      found = versions.some(({ acts }) => acts.some(({ kind, on }) => kind === 'evaluated' && on === '2026-11-20'));
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    return found;
  };
  expect(await evaluated({ slug: SLUG, label: LABEL })).toBe(false);
  expect(await evaluated({ slug: OTHER, label: '2021' })).toBe(true);
});
