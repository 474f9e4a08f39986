import { expect, test } from 'vitest';
import { municipalityId, regionId } from '../organisations/index.ts';
import { amendChange, announceChange } from './announce-change.ts';
import { done, givenChanges, words } from './given-changes.ts';
import { loadChanges } from './load-change.ts';
import { acknowledgeChange, answerObjection, objectToChange } from './reply-to-change.ts';
import { withdrawChange } from './withdraw-change.ts';

test('what waits for a party is asked for alone, and is what the whole list would say: whatever has been said, worded anew or called off', async () => {
  const { announced, scopeOf, runtime, clock } = await givenChanges();
  const region = await scopeOf('registrator-region-06');
  const town = await scopeOf('registrator-aneby-06');
  const said = {
    silent: async () => announced(),
    acknowledged: async () => acknowledged(await announced()),
    objected: async () => objected(await announced()),
    answered: async () => answered(await objected(await announced())),
    objectedAgain: async () => objected(await answered(await objected(await announced()))),
    tookNote: async () => acknowledged(await objected(await announced())),
    reworded: async () => reworded(await acknowledged(await announced())),
    rewordedAfterObjection: async () => reworded(await objected(await announced())),
    calledOff: async () => calledOff(await announced()),
    calledOffAfterObjection: async () => calledOff(await objected(await announced())),
    ofTown: async () => done(await announceChange(town, words())).id,
    ofTownObjected: async () => {
      const { id } = done(await announceChange(town, words()));
      done(await objectToChange(region, { change: id, seen: 1, reason: 'Nej.' }));
      return id;
    },
  };
  async function acknowledged(change: string) {
    done(await acknowledgeChange(town, { change, seen: 1 }));
    return change;
  }
  async function objected(change: string) {
    done(await objectToChange(town, { change, seen: 1, reason: 'Nej.' }));
    return change;
  }
  async function answered(change: string) {
    done(await answerObjection(region, { change, seen: 1, party: '0604', answer: 'Jo.' }));
    return change;
  }
  async function reworded(change: string) {
    done(await amendChange(region, { change, seen: 1, ...words(), title: 'Ny rubrik' }));
    return change;
  }
  async function calledOff(change: string) {
    done(await withdrawChange(region, { change, seen: 1 }));
    return change;
  }
  const ids = new Map<string, string>();
  for (const [name, make] of Object.entries(said)) ids.set(await make(), name);
  const parties = [
    ['registrator-region-06', 'region', regionId('06')],
    ['registrator-aneby-06', '0604', municipalityId('0604')],
    ['registrator-eksjo-06', '0686', municipalityId('0686')],
  ] as const;
  for (const day of ['2026-11-22', '2027-02-01', '2027-06-01']) {
    clock.moveTo(day);
    for (const [account, party, organisation] of parties) {
      const { actor } = await scopeOf(account);
      const [waiting, all] = await runtime.database.transaction('read', async (tx) => {
        const which = { county: '06', waitingFor: { party, organisation } };
        return [await loadChanges(tx, actor, which, clock.today()), await loadChanges(tx, actor, { county: '06' }, clock.today())];
      });
      const expected = all.filter(({ process, row }) => {
        if (process.state === 'withdrawn') return false;
        if (process.receipts.get(party) === 'awaiting') return true;
        return row.organisation === organisation && [...process.receipts.values()].includes('objects');
      });
      const named = (views: typeof all) => views.map(({ row }) => ids.get(row.id) ?? row.id).sort();
      expect([day, party, named(waiting)]).toEqual([day, party, named(expected)]);
    }
  }
  clock.moveTo('2026-11-22');
});
