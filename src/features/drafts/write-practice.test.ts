import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { stableId } from '../../platform/ids.ts';
import { insertSeedAct } from '../../platform/index.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { readLocalPlan } from './local-plan.ts';
import { openFromOutline } from './open-draft.ts';
import { removeDraftPractice, writeDraftPractice } from './write-practice.ts';

const { runtime, writers, read, opened } = await givenDrafts();
const { region, municipality: town } = writers['06'];

let draft = '';
let units: readonly { readonly id: string; readonly name: string }[] = [];
beforeAll(async () => {
  const wanted = { county: '06', kind: 'local', outline: 'jonkoping-lok', model: 'jonkoping-missbruk-beroende' } as const;
  draft = done(await openFromOutline(town, { ...wanted, slug: 'lok-prov', title: 'Prov', municipalities: ['0604'] })).id;
  units = done(await readLocalPlan(town, { draft })).units;
});

const typed = (what: string, more: object = {}) => ({
  draft,
  what,
  how: 'Vi ringer.',
  units: [],
  others: [],
  when: '',
  evidence: { title: '' },
  status: 'ongoing' as const,
  reason: '',
  ...more,
});
const seen = async () => (await read(town, draft)).number;
const local = async () => (await read(town, draft)).draft.text.local;

describe('how a responsibility is met locally', () => {
  test('is written by either side in a place of its own, by units of the register and others in words', async () => {
    const [unit] = units;
    const at = await seen();
    done(
      await writeDraftPractice(town, { ...typed('JA-01'), seen: at, units: [unit?.id ?? ''], others: ['Samordnaren'], when: 'Samma dag' }),
    );
    done(await writeDraftPractice(region, { ...typed('JA-02'), seen: at }));
    expect((await local())?.rows['JA-01']).toEqual({
      activity: 'ANDTS-förebyggande arbete (regional plan)',
      how: 'Vi ringer.',
      by: [{ name: unit?.name, unit: unit?.id }, { name: 'Samordnaren' }],
      when: 'Samma dag',
      status: 'ongoing',
    });
    const { approvals } = await read(town, draft);
    expect([...approvals.keys()].filter((place) => place.startsWith('practice:'))).toEqual(['practice:JA-01', 'practice:JA-02']);
  });

  test('is refused to whoever has seen an older text of it, and what the other wrote stands', async () => {
    const at = await seen();
    done(await writeDraftPractice(town, { ...typed('JA-03'), seen: at }));
    expect(await writeDraftPractice(region, { ...typed('JA-03', { how: 'Annat.' }), seen: at })).toMatchObject({ code: 'draft-changed' });
    expect((await local())?.rows['JA-03']?.how).toBe('Vi ringer.');
  });

  test('is refused where it is of nothing, by a unit that does not serve the place, or not applicable without why; nothing is kept', async () => {
    const before = await local();
    const at = await seen();
    const tries = [
      [typed('JA-99'), 'practice-not-found'],
      [typed('ingen-fraga'), 'practice-not-found'],
      [typed('JA-04', { units: ['00000000-0000-7000-8000-000000000000'] }), 'unit-not-serving'],
      [typed('JA-04', { status: 'not-applicable' }), 'practice-reason-missing'],
      [typed('JA-04', { evidence: { title: '', url: 'javascript:alert(1)' } }), 'input-invalid'],
    ] as const;
    for (const [input, code] of tries) expect(await writeDraftPractice(town, { ...input, seen: at })).toMatchObject({ code });
    expect(await removeDraftPractice(town, { draft, what: 'JA-04', seen: at })).toMatchObject({ code: 'practice-not-found' });
    expect(await writeDraftPractice(writers['20'].region, { ...typed('JA-04'), seen: at })).toMatchObject({ code: 'draft-not-found' });
    expect(await local()).toEqual(before);
  });

  test('is never of an agreement of the whole county', async () => {
    const other = await opened('06', 'egen');
    const { number } = await read(region, other);
    expect(await writeDraftPractice(region, { ...typed('JA-01'), draft: other, seen: number })).toMatchObject({
      code: 'practice-not-found',
    });
    expect(await readLocalPlan(region, { draft: other })).toMatchObject({ code: 'draft-not-found' });
  });

  test('is gone when it is taken away, and a question is answered in its section', async () => {
    done(await removeDraftPractice(town, { draft, what: 'JA-02', seen: await seen() }));
    done(await writeDraftPractice(town, { ...typed('gora-kand'), seen: await seen() }));
    expect(Object.keys((await local())?.rows ?? {})).not.toContain('JA-02');
    expect((await local())?.answers['gora-kand']).toMatchObject({ section: 'implementering', how: 'Vi ringer.' });
  });
});

describe('the database', () => {
  test('publishes no other practices than those that were given over for decision', async () => {
    const submitted = stableId('demo:submitted:06');
    const publish = (label: string, practices: string) =>
      runtime.database.asOwner(async (tx) => {
        const { rows } = await sql<{ account: string }>`select opened_by as account from draft where id = ${submitted}`.execute(tx);
        const act = stableId(`publish ${label}`);
        const facts = {
          id: act,
          kind: 'drafts.publish',
          subject: { kind: 'draft', id: submitted },
          on: '2026-11-22',
          at: '2026-11-22T10:00:00Z',
          content: {},
        };
        await insertSeedAct(tx, { ...facts, account: rows[0]?.account ?? '' });
        await sql`insert into agreement_version (slug, label, applies, content, published_at, published_act)
          select slug, ${label}, daterange('2190-01-01', '2190-01-02'), (content::jsonb || ${practices}::jsonb)::json, now(), ${act}
          from agreement_version where slug = 'jonkoping-psykiatriska-tillstand' limit 1`.execute(tx);
        throw new Error('undone');
      });
    await expect(publish('a', '{}')).rejects.toThrow('undone');
    await expect(publish('b', '{"local": {"rows": {}, "answers": {}}}')).rejects.toThrow('not what was decided');
  });
});
