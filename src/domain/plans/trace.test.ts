import { describe, expect, test } from 'vitest';
import { differsFromRow } from './trace.ts';

const actor = (performers: string[]) => ({ name: 'X', authority: 'region', performers, roles: [] }) as never;
const row = (id: string, ...actors: string[]) => ({ id, actors: actors.map((one) => ({ actor: one, role: 'responsible' })) }) as never;
const agreement = {
  actors: { pv: actor(['primarvard', 'ungdomsmottagning']), psy: actor(['psykiatrisk-oppenvard']), both: actor([]) },
  responsibilities: [row('A-1', 'pv'), row('A-2', 'pv', 'psy'), row('A-3', 'both'), row('A-4', 'pv', 'both')],
};

describe('a unit that does what the agreement gives', () => {
  test.each([
    ['to its own kind', 'A-1', 'primarvard', false],
    ['to another kind', 'A-1', 'psykiatrisk-oppenvard', true],
    ['to several, of which it is one', 'A-2', 'psykiatrisk-oppenvard', false],
    ['to several, of which it is none', 'A-2', 'individ-familjeomsorg', true],
    ['to an actor without services of its own', 'A-3', 'individ-familjeomsorg', false],
    ['to such an actor and another', 'A-4', 'individ-familjeomsorg', false],
    ['to nobody that is known, by a row that is not there', 'A-9', 'primarvard', false],
  ])('%s: differs or not', (_, id, kind, differs) => {
    expect(differsFromRow(agreement, id, kind)).toBe(differs);
  });
});
