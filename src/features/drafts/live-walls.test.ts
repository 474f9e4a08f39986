import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { grants } from '../../domain/access/permissions.ts';
import { LIVE_LINE, LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { refuse } from '../../domain/refusal.ts';
import { actingOf } from '../../platform/acting.ts';
import { newId, type Scope, type Tx } from '../../platform/index.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { keepLiveUpdate, readLiveUpdate, saveLive } from './live-text.ts';
import { openFromOutline } from './open-draft.ts';
import { readDraft } from './read-draft.ts';

const { runtime, clock, writers, opened, read, scopeOf } = await givenDrafts();
const { region, municipality: town } = writers['06'];
/** Somebody of the same county who sees the draft and does not write in it. */
const registrar = await scopeOf('registrator-aneby-06');

/** Statements as the app role sends them, on behalf of somebody. */
const as = <T>(scope: Scope, run: (tx: Tx) => Promise<T>) => runtime.database.transaction('write', run, actingOf(scope.actor, clock.now()));

const accountOf = ({ actor }: Scope) => (actor.kind === 'staff' ? actor.login.account : '');

/** Types a line in the shared text, on behalf of somebody, and answers the row. */
async function typed(scope: Scope, draft: string, section: string): Promise<{ id: string; number: number }> {
  const { state } = done(await saveLive(scope, { draft, section }));
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  const known = Y.encodeStateVector(document);
  const line = new Y.XmlElement(LIVE_LINE);
  line.insert(0, [new Y.XmlText('Ännu inte sparat.')]);
  document.getXmlFragment(LIVE_TEXT).push([line]);
  const id = newId(clock.now());
  return { id, ...done(await keepLiveUpdate(scope, { draft, section, id, bytes: Y.encodeStateAsUpdate(document, known) })) };
}

let draft = '';
let section = '';
let row = { id: '', number: 0 };
beforeAll(async () => {
  draft = await opened('06', 'vaggar');
  section = (await read(region, draft)).draft.text.sections[0]?.id ?? '';
  row = await typed(town, draft, section);
});

const setSaved = (scope: Scope, to: number) =>
  as(scope, (tx) => sql`update draft_live set saved = ${to} where draft_id = ${draft} and section_id = ${section}`.execute(tx));
/** The rows of the shared text that somebody can take away; taken back afterwards. */
const removable = async (scope: Scope): Promise<string[]> => {
  let ids: string[] = [];
  await as(scope, async (tx) => {
    const { rows } = await sql<{ id: string }>`delete from draft_live_update where draft_id = ${draft} returning id`.execute(tx);
    ids = rows.map(({ id }) => id);
    return refuse('draft-changed', { place: '' });
  });
  return ids;
};
/** A revision of the whole draft in the name of whoever typed, as `scope`. */
const revise = async (scope: Scope) => {
  const { number, draft: content } = await read(region, draft);
  const values = sql`${draft}, ${number + 1}, ${`section:${section}`}, ${JSON.stringify(content)}, 'municipality', ${accountOf(town)}, now()`;
  await as(scope, (tx) =>
    sql`insert into draft_revision (draft_id, number, place, content, side, account_id, at) values (${values})`.execute(tx),
  );
};

describe('the database', () => {
  test('never lets what is saved of a shared text be set higher than its last update, or sink', async () => {
    await expect(setSaved(region, row.number + 1)).rejects.toThrow('no update of the section has the number');
    await expect(setSaved(region, 0)).rejects.toThrow('stays saved');
    const ids = await removable(region);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).not.toContain(row.id);
  });

  test('never lets a shared text become that of another draft or section', async () => {
    for (const column of ['draft_id', 'section_id'])
      await expect(as(region, (tx) => sql`update draft_live set ${sql.ref(column)} = ${sql.ref(column)}`.execute(tx))).rejects.toThrow(
        /permission denied/,
      );
  });

  test('lets nobody who does not write in the draft change or merge its shared text, or keep a revision in the name of who typed', async () => {
    expect((await setSaved(registrar, row.number)).numAffectedRows).toBe(0n);
    expect(await removable(registrar)).toEqual([]);
    await expect(revise(registrar)).rejects.toThrow(/row-level security/);
  });

  test('keeps a revision in the name of who typed only until what they typed is saved', async () => {
    done(await saveLive(region, { draft, section }));
    await expect(revise(region)).rejects.toThrow(/row-level security/);
    row = await typed(town, draft, section);
    await expect(revise(region)).resolves.toBeUndefined();
  });

  test('names the same roles as those who may write', async () => {
    const { rows } = await runtime.database.asOwner((tx) =>
      sql<{ body: string }>`select pg_get_functiondef('writes_draft(uuid)'::regprocedure) as body`.execute(tx),
    );
    const named = [...(rows[0]?.body ?? '').matchAll(/acting_role\(\) = '([a-z-]+)'/g)].map(([, role]) => role);
    expect(named.sort()).toEqual(Object.keys(grants['drafts.write'].to).sort());
  });
});

test('an update of the shared text is handed to nobody who may not read the draft, also by its id', async () => {
  const wanted = { county: '06', kind: 'local', outline: 'jonkoping-lok', model: 'jonkoping-missbruk-beroende' } as const;
  const local = done(await openFromOutline(region, { ...wanted, slug: 'lok-annan', title: 'Annan', municipalities: ['0680'] })).id;
  expect(await readDraft(town, { draft: local })).toMatchObject({ code: 'draft-not-found' });
  const place = (await read(region, local)).draft.text.sections[0]?.id ?? '';
  const { id } = await typed(region, local, place);
  expect(await readLiveUpdate(region, { id })).toMatchObject({ account: accountOf(region) });
  expect(await readLiveUpdate(town, { id })).toBeUndefined();
});
