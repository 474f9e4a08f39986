import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgreementFile } from '../../counties/agreement-file.ts';
import type { Change, ChangeKind } from './change.ts';
import { CHANGE_KINDS } from './change.ts';
import { diffMeaning, diffVersions } from './diff-versions.ts';
import { type Seed, seeds } from './given-seeds.ts';
import { dalarna, edited, FJALLMARK, fjallmark, jonkoping, nextOf, rowIn, textEdits } from './given-versions.ts';

const [first, second] = fjallmark;
const between = (from: AgreementFile, to: AgreementFile) => diffMeaning({ from, to, municipalities: FJALLMARK });
const names = (stated: Change['from']) => (stated?.as === 'actors' ? stated.actors.map(({ name }) => name) : stated);

/** Made last, since others would look for what it takes away. */
const takesAway = ({ tells }: Seed) => tells.some(([kind, , , to]) => to === null || kind === 'duty-id');

describe('what changed in the meaning', () => {
  test('is nothing between a version and itself', () => {
    for (const version of [dalarna, jonkoping, first, second]) {
      expect(diffVersions(version, version, FJALLMARK)).toMatchObject({ meaning: [] });
    }
  });

  test('is nothing when only wording changes: sentences, headings, plain words, notes, descriptions, capitals and signs', () => {
    fc.assert(
      fc.property(fc.constantFrom(dalarna, jonkoping, first), textEdits, (version, edits) => {
        const next = edited(version, edits);
        expect(between(version, next)).toEqual([]);
      }),
      { numRuns: 30 },
    );
    const next = nextOf(first, (to) => {
      for (const row of to.responsibilities)
        Object.assign(row, { plain: 'Skrivet på ett annat sätt.', note: 'Ny anmärkning.', activity: row.activity.toUpperCase() });
      for (const actor of Object.values(to.actors)) Object.assign(actor, { name: `${actor.name}en`, note: 'Kallas så.' });
      for (const step of [...to.terms.adoption, ...to.terms.cadences]) step.description = 'Skrivet på ett annat sätt.';
      to.terms.target.description = `${to.terms.target.description.toLowerCase()}!`;
      to.terms.validity.note = 'En anmärkning.';
    });
    expect(between(first, next)).toEqual([]);
  });

  test('is nothing when lists whose order says nothing are in another order, or an actor has another id', () => {
    const next = nextOf(first, (to) => {
      for (const row of to.responsibilities) row.actors.reverse();
      to.responsibilities.reverse();
      to.terms.cadences.reverse();
      to.terms.ladders.reverse();
      to.terms.target.vulnerable.reverse();
      const { vc, ...others } = to.actors;
      if (vc) to.actors = { ...others, vardcentral: vc };
      for (const row of to.responsibilities) for (const one of row.actors) if (one.actor === 'vc') one.actor = 'vardcentral';
    });
    expect(between(first, next)).toEqual([]);
  });

  test('is that the duty moved from one to the other, when an x in the matrix is moved', () => {
    for (const version of [dalarna, jonkoping, first]) {
      for (const [index, row] of version.responsibilities.entries()) {
        const [was] = row.actors;
        const other = Object.keys(version.actors).find((id) => row.actors.every(({ actor }) => actor !== id));
        if (!was || !other) continue;
        const next = nextOf(version, (to) => {
          const moved = to.responsibilities[index]?.actors[0];
          if (moved) moved.actor = other;
        });
        expect(between(version, next).map(({ kind, what, from, to }) => [kind, what, names(from), names(to)])).toEqual([
          ['duty-actors', row.id, [version.actors[was.actor]?.name], [version.actors[other]?.name]],
        ]);
      }
    }
  });

  test.each(seeds.map((seed) => [seed.name, seed] as const))('%s: is told, and nothing else', (_, { change, tells }) => {
    const next = nextOf(first, change);
    expect(between(first, next).map(({ kind, what, from, to }) => [kind, what, from, to])).toEqual(tells);
  });

  test('is the same read backwards, with from and to in each other’s place', () => {
    const key = ({ kind, from, to, cites }: Change) => JSON.stringify([kind, from, to, cites.from, cites.to]);
    const mirrored = (change: Change) =>
      key({ ...change, from: change.to, to: change.from, cites: { from: change.cites.to, to: change.cites.from } });
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...seeds), { maxLength: 6 }), (chosen) => {
        const next = nextOf(first, (to) => {
          for (const { change } of chosen.toSorted((a, b) => Number(takesAway(a)) - Number(takesAway(b)))) change(to);
        });
        const [there, back] = [between(first, next), between(next, first)];
        expect(back.map(mirrored).sort()).toEqual(there.map(key).sort());
      }),
    );
  });

  test('has a seeded change for every kind of change there is', () => {
    const told = new Set(seeds.flatMap(({ tells }) => tells.map(([kind]) => kind)));
    expect(CHANGE_KINDS.filter((kind: ChangeKind) => !told.has(kind))).toEqual([]);
  });

  test('cites the sentences of each version that say so', () => {
    const next = nextOf(second, (to) => Object.assign(rowIn(to, 'FJ-05'), { always: true, cites: ['vem.a1'] }));
    expect(between(second, next).map(({ cites }) => cites)).toEqual([{ from: ['vem.a5'], to: ['vem.a1'] }]);
  });
});

describe('between the two versions of the fictional county', () => {
  test('detoxification moved from specialist care to the health centre, with a time limit, and the rest is told as it is', () => {
    const changes = between(first, second);
    expect(changes.map(({ kind, what }) => `${kind} ${what}`.trim())).toEqual([
      'duty-actors FJ-02',
      'duty-activity FJ-02',
      'duty-deadline FJ-02',
      'duty-actors FJ-04',
      'duty-role FJ-04',
      'valid-from',
      'valid-to',
      'cadence-starts uppfoljning',
    ]);
    expect(changes[0]).toMatchObject({ label: 'Avgiftning hemma', cites: { from: ['vem.a2'], to: ['vem.a2'] } });
    expect([names(changes[0]?.from ?? null), names(changes[0]?.to ?? null)]).toEqual([['Specialistvård'], ['Vårdcentral']]);
    expect(changes[0]?.touches.actors.map(({ actor }) => actor).sort()).toEqual(['spec', 'vc']);
    expect(changes[0]?.touches.municipalities).toEqual(FJALLMARK);
  });
});
