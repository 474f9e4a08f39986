import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { DraftFile } from './draft-file.ts';
import { givenDraft } from './given-draft.ts';
import { columnsOf, removeActor, removeGroup, type TypedActor, writeActor, writeGroup, writeMatrix } from './write-matrix.ts';

const actor = (name: string, column?: number, includes: string[] = []) => ({
  name,
  authority: 'region' as const,
  includes,
  ...(column === undefined ? {} : { column }),
});
const row = (id: string, group: string, who: string) => ({
  id,
  group,
  activity: id,
  plain: id,
  mode: 'region',
  actors: [{ actor: who, role: 'responsible' }],
  cites: ['a'],
});

const draft = givenDraft([], {
  matrix: { layout: 'columns', note: 'Så här.', groups: ['a', 'b', 'c'].map((id) => ({ id, heading: id.toUpperCase() })) },
  actors: { pv: actor('Primärvård', 1), som: actor('Somatik', 2), psy: actor('Psykiatri', 3), alla: actor('Alla', undefined, ['psy']) },
  responsibilities: [row('P-01', 'a', 'pv')],
});

const done = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as T;
};
const headings = ({ text }: DraftFile) => text.matrix.groups.map(({ heading }) => heading);
const typed = (name: string, after: number | undefined, id?: string): TypedActor => ({
  ...(id ? { id } : {}),
  name,
  authority: 'municipality',
  performers: [],
  roles: [],
  includes: [],
  after,
});

describe('a heading of the matrix', () => {
  test('is added, renamed and moved, and its rows go with it', () => {
    const added = done(writeGroup(draft, { heading: 'Vård & omsorg', after: 0 }));
    expect([added.id, headings(added.draft)]).toEqual(['vard-omsorg', ['A', 'Vård & omsorg', 'B', 'C']]);
    expect(done(writeGroup(added.draft, { heading: 'Vård omsorg', after: -1 })).id).toBe('vard-omsorg-2');
    const moved = done(writeGroup(draft, { id: 'a', heading: 'Först förr', after: 2 })).draft;
    expect(headings(moved)).toEqual(['B', 'C', 'Först förr']);
    expect(moved.text.responsibilities[0]?.group).toBe('a');
    expect(writeGroup(draft, { id: 'x', heading: 'X', after: 0 })).toMatchObject({ code: 'group-not-found' });
  });

  test('is taken away when no row stands under it, and never the last one', () => {
    expect(removeGroup(draft, 'a')).toMatchObject({ code: 'group-used', params: { rows: ['P-01'] } });
    expect(headings(done(removeGroup(draft, 'b')))).toEqual(['A', 'C']);
    expect(removeGroup(draft, 'x')).toMatchObject({ code: 'group-not-found' });
    const only = {
      ...draft,
      text: { ...draft.text, responsibilities: [], matrix: { ...draft.text.matrix, groups: [{ id: 'a', heading: 'A' }] } },
    };
    expect(removeGroup(only, 'a')).toMatchObject({ code: 'only-group' });
  });
});

describe('an actor of the matrix', () => {
  test('is added as a column where it is put, or as none', () => {
    const added = done(writeActor(draft, typed('Kommunens öppenvård', 0)));
    expect([added.id, columnsOf(added.draft.text)]).toEqual(['kommunens-oppenvard', ['pv', 'kommunens-oppenvard', 'som', 'psy']]);
    expect(columnsOf(done(writeActor(draft, typed('Polisen', undefined))).draft.text)).toEqual(['pv', 'som', 'psy']);
    expect(writeActor(draft, typed('X', 0, 'x'))).toMatchObject({ code: 'actor-not-found' });
    expect(writeActor(draft, typed('X', 0, 'constructor'))).toMatchObject({ code: 'actor-not-found' });
  });

  test('is renamed and moved with its id, so that rows still name it', () => {
    const moved = done(writeActor(draft, typed('Vårdcentralen', 2, 'pv'))).draft;
    expect(columnsOf(moved.text)).toEqual(['som', 'psy', 'pv']);
    expect(moved.text.actors.pv).toMatchObject({ name: 'Vårdcentralen', column: 3 });
    expect(moved.text.responsibilities).toEqual(draft.text.responsibilities);
  });

  test('is taken away when neither a row nor another actor names it', () => {
    expect(removeActor(draft, 'pv')).toMatchObject({ code: 'actor-used', params: { rows: ['P-01'], groups: [] } });
    expect(removeActor(draft, 'psy')).toMatchObject({ code: 'actor-used', params: { rows: [], groups: ['Alla'] } });
    expect(columnsOf(done(removeActor(draft, 'som')).text)).toEqual(['pv', 'psy']);
    expect(removeActor(draft, 'x')).toMatchObject({ code: 'actor-not-found' });
  });

  test('leaves a matrix in columns with at least one', () => {
    const one = {
      ...draft,
      text: {
        ...draft.text,
        responsibilities: [],
        actors: { pv: done(removeActor({ ...draft, text: { ...draft.text, responsibilities: [] } }, 'som')).text.actors.pv ?? actor('x') },
      },
    } as DraftFile;
    expect(removeActor(one, 'pv')).toMatchObject({ code: 'only-column' });
    expect(writeActor(one, typed('Ingen kolumn', undefined, 'pv'))).toMatchObject({ code: 'only-column' });
    const grouped = done(writeMatrix(one, { layout: 'groups', note: undefined }));
    expect(grouped.text.matrix).not.toHaveProperty('note');
    const bare = done(writeActor(grouped, typed('Ingen kolumn', undefined, 'pv'))).draft;
    expect(writeMatrix(bare, { layout: 'columns', note: 'x' })).toMatchObject({ code: 'only-column' });
  });

  test('never loses another, and columns are numbered from 1 without a gap, whatever is done', () => {
    const act = fc.record({
      id: fc.constantFrom('pv', 'som', 'psy', undefined),
      after: fc.option(fc.integer({ min: -1, max: 4 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const end = acts.reduce((now, { id, after }, nth) => {
          const written = writeActor(now, typed(`Nummer ${nth}`, after, id));
          return isRefusal(written) ? now : written.draft;
        }, draft);
        const numbers = columnsOf(end.text).map((id) => end.text.actors[id]?.column);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        const fresh = acts.filter(({ id }) => id === undefined).length;
        expect(Object.keys(end.text.actors)).toHaveLength(4 + fresh);
      }),
    );
  });
});
