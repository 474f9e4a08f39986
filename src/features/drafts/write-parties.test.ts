import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { actingOf } from '../../platform/acting.ts';
import type { Scope, Tx } from '../../platform/index.ts';
import { done, givenDrafts, JONKOPING } from './given-drafts.ts';
import { openFromOutline } from './open-draft.ts';
import { readDraft, readDraftGates } from './read-draft.ts';
import { writeDraftParties } from './write-parties.ts';
import { writeDraftSection } from './write-text.ts';

const { writers, opened, read, runtime, clock } = await givenDrafts();
const { region, municipality: aneby } = writers['06'];
/** Statements as the app role sends them, on behalf of somebody. */
const as = <T>(scope: Scope, run: (tx: Tx) => Promise<T>) => runtime.database.transaction('write', run, actingOf(scope.actor, clock.now()));
const cites = ['varaktighet.a1'];
const ANEBY = '0604';
const JKPG = '0680';

const local = async (slug: string) =>
  done(
    await openFromOutline(region, {
      county: '06',
      kind: 'local',
      outline: 'jonkoping-lok',
      model: JONKOPING,
      slug,
      title: 'Prov',
      municipalities: [JKPG],
    }),
  ).id;
const write = async (draft: string, municipalities: 'all' | string[], rests = cites) =>
  writeDraftParties(region, { draft, seen: (await read(region, draft)).number, municipalities, note: '', cites: rests });
const deciders = async (draft: string) => (await read(region, draft)).process.steps.flatMap((step) => step.deciders);

test('a municipality that is written in reads, writes and decides; one that is written out goes on reading and no longer decides', async () => {
  const draft = await local('lok-parter');
  const section = (await read(region, draft)).draft.text.sections[0]?.id ?? '';
  expect(await readDraft(aneby, { draft })).toMatchObject({ code: 'draft-not-found' });
  done(await write(draft, [JKPG, ANEBY], [section]));
  expect(await deciders(draft)).toEqual(['party:region', `party:${ANEBY}`, `party:${JKPG}`]);
  const seen = (await read(aneby, draft)).number;
  done(await writeDraftSection(aneby, { draft, seen, section, heading: 'Rubrik', lines: 'Vi är med.' }));
  const walls = await as(aneby, (tx) => sql<{ may: boolean }>`select writes_draft(${draft}) as may`.execute(tx));
  expect(walls.rows).toEqual([{ may: true }]);
  done(await write(draft, [JKPG], [section]));
  expect(await deciders(draft)).toEqual(['party:region', `party:${JKPG}`]);
  expect((await read(aneby, draft)).abilities.has('drafts.write')).toBe(true);
});

test('the parties of the county’s agreement are all or those that are named, and never one of another county', async () => {
  const draft = await opened('06', 'parter-06');
  const everyone = (await deciders(draft)).length;
  for (const [typed, code] of [
    [[], 'no-party'],
    [['2084'], 'municipality-not-found'],
  ] as const) {
    expect(await write(draft, [...typed])).toMatchObject({ code });
  }
  done(await write(draft, [ANEBY, JKPG]));
  const { draft: file, approvals } = await read(region, draft);
  expect(file.text.terms.parties?.municipalities).toEqual([ANEBY, JKPG]);
  expect(approvals.get('term:parties')?.size).toBe(0);
  done(await write(draft, 'all'));
  expect(await deciders(draft)).toHaveLength(everyone);
});

test('a local agreement has the parties that are named, and none that its county’s agreement lacks', async () => {
  const draft = await local('lok-parter-2');
  expect(await write(draft, 'all')).toMatchObject({ code: 'local-names-parties' });
  expect(await write(draft, ['2084'])).toMatchObject({ code: 'municipality-not-found' });
});

test('a simple amendment never changes who the parties are, and is not given over with what is said of them changed', async () => {
  const draft = await opened('20', 'parter-mindre', 'minor');
  const { region: writer } = writers['20'];
  const { draft: file, number: seen } = await read(writer, draft);
  const said = { draft, seen, note: '', cites: file.text.terms.parties?.cites ?? [] };
  expect(await writeDraftParties(writer, { ...said, municipalities: ['2084'] })).toMatchObject({ code: 'minor-keeps-parties' });
  done(await writeDraftParties(writer, { ...said, municipalities: [], note: 'Något nytt.' }));
  const gates = done(await readDraftGates(writer, { draft })).gates;
  expect(gates.find(({ code }) => code === 'minor')?.missing).toContain('term:parties');
});

test('nobody is taken from those who work on a draft, and nobody of another county is put among them, whatever the program asks the database', async () => {
  const draft = await opened('06', 'parter-vagg');
  const change = (codes: string[]) => as(region, (tx) => sql`update draft set municipalities = ${codes} where id = ${draft}`.execute(tx));
  await expect(change([ANEBY])).rejects.toThrow();
  await expect(change([...(await read(region, draft)).row.municipalities, '2084'])).rejects.toThrow();
});
