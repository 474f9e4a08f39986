import { expect, test } from 'vitest';
import { columnsOf } from '../../domain/drafts/write-matrix.ts';
import { approveDraft } from './approve-draft.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { readDraftGates } from './read-draft.ts';
import { removeDraftActor, removeDraftGroup, writeDraftActor, writeDraftGroup } from './write-matrix.ts';
import { removeDraftRow, writeDraftRow } from './write-rows.ts';

const { writers, opened, read } = await givenDrafts();
const { region, municipality } = writers['20'];
const draft = await opened('20', 'matris-20');
const now = async () => ({ draft, seen: (await read(region, draft)).number });
const textNow = async () => (await read(region, draft)).draft.text;
const actor = {
  name: 'Länets råd',
  short: '',
  authority: 'both' as const,
  performers: ['primarvard'],
  roles: ['kurator'],
  includes: [],
  note: '',
};
const row = { row: 'DAL-90', begins: true, activity: 'Prov', plain: 'Rådet prövar.', mode: 'joint' as const, cites: ['syfte'] };

test('a column, a heading and a row are written together, and the row moves between headings and keeps what it says', async () => {
  done(await writeDraftActor(region, { ...(await now()), ...actor, after: 0 }));
  done(await writeDraftGroup(region, { ...(await now()), heading: 'Ny del', after: -1 }));
  const { matrix, actors } = await textNow();
  expect(columnsOf({ actors })[1]).toBe('lanets-rad');
  const [fresh, first] = matrix.groups.map(({ id }) => id);
  const who = [{ actor: 'lanets-rad', role: 'responsible' as const }];
  done(await writeDraftRow(region, { ...(await now()), ...row, group: fresh ?? '', actors: who }));
  expect(await removeDraftGroup(region, { ...(await now()), id: fresh ?? '' })).toMatchObject({
    code: 'group-used',
    params: { rows: ['DAL-90'] },
  });
  expect(await removeDraftActor(region, { ...(await now()), id: 'lanets-rad' })).toMatchObject({ code: 'actor-used' });
  const before = (await textNow()).responsibilities.at(-1);
  done(await writeDraftRow(region, { ...(await now()), ...row, begins: false, group: first ?? '', actors: who }));
  expect((await textNow()).responsibilities.at(-1)).toEqual({ ...before, group: first });
  done(await removeDraftGroup(region, { ...(await now()), id: fresh ?? '' }));
  done(await removeDraftRow(region, { ...(await now()), row: 'DAL-90' }));
  done(await removeDraftActor(region, { ...(await now()), id: 'lanets-rad' }));
  expect((await textNow()).matrix).toEqual((await read(region, draft)).base?.matrix);
});

test('an actor names only what the vocabulary and the matrix have, and is no part of itself', async () => {
  const before = (await read(region, draft)).number;
  const faults = async (wrong: object) => {
    const answer = await writeDraftActor(region, { ...(await now()), ...actor, after: 0, ...wrong });
    return (answer as { params?: { faults?: { pointer: string }[] } }).params?.faults?.map(({ pointer }) => pointer);
  };
  expect(await faults({ performers: ['finns-inte'] })).toEqual(['/performers/0']);
  expect(await faults({ includes: ['finns-inte'] })).toEqual(['/includes/0']);
  expect(await faults({ id: 'pv', includes: ['pv'] })).toEqual(['/includes']);
  expect((await read(region, draft)).number).toBe(before);
});

test('what is changed of the matrix is approved by both sides, and shuts the gate of a simple amendment', async () => {
  const minor = await opened('20', 'matris-mindre', 'minor');
  const seen = (await read(region, minor)).number;
  const { groups } = (await read(region, minor)).draft.text.matrix;
  done(await writeDraftGroup(region, { draft: minor, seen, id: groups[0]?.id ?? '', heading: 'Annat', after: -1 }));
  const { hashes, approvals } = await read(region, minor);
  expect(approvals.get('matrix')?.size).toBe(0);
  const places = [{ place: 'matrix', hash: hashes.get('matrix') ?? '' }];
  for (const scope of [region, municipality]) done(await approveDraft(scope, { draft: minor, places }));
  expect((await read(region, minor)).approvals.get('matrix')?.size).toBe(2);
  const gate = done(await readDraftGates(region, { draft: minor })).gates.find(({ code }) => code === 'minor');
  expect(gate?.missing).toContain('matrix');
});
