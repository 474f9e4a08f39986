import { describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readRoleDuties } from './read-role-duties.ts';
import { leadText } from './role-texts.ts';

type Input = Parameters<typeof readRoleDuties>[1];
const ask = async (input: Input) =>
  readRoleDuties({ runtime: { database: await givenDatabase(), clock: givenClock() }, actor: PUBLIC }, input);

async function read(input: Input) {
  const reading = await ask(input);
  return isRefusal(reading) ? expect.fail(reading.code) : reading;
}

async function rows(input: Input) {
  const { agreements } = await read(input);
  const ids = (kind: 'always' | 'onCondition' | 'byOthers') => agreements.flatMap((one) => one[kind].map(({ row }) => row.id));
  return { always: ids('always'), onCondition: ids('onCondition'), byOthers: ids('byOthers') };
}

describe('a kurator in primary care in Nässjö', () => {
  const kurator = { municipality: '0682', performer: 'primarvard', role: 'kurator' };

  test('must always notify concern for a child, and make a plan with the municipality when both are needed', async () => {
    expect((await rows(kurator)).always).toEqual(expect.arrayContaining(['JA-03', 'JA-06']));
  });

  test('treats and detects on condition, and is not asked to detoxify or to diagnose', async () => {
    const { onCondition, always } = await rows(kurator);
    expect(onCondition).toEqual(expect.arrayContaining(['JA-14', 'JA-18', 'JA-30']));
    for (const other of ['JA-20', 'JA-25', 'JA-26', 'JA-16']) expect([...always, ...onCondition]).not.toContain(other);
  });

  test('is told with whom, and what the police do', async () => {
    const { agreements } = await read(kurator);
    const duty = agreements.flatMap(({ always }) => always).find(({ row }) => row.id === 'JA-06');
    expect(duty?.together.map(({ name }) => name)).toEqual(['Kommunens verksamheter']);
    expect((await rows(kurator)).byOthers).toEqual(['JA-10']);
  });

  test('has agreements that hold on the day', async () => {
    expect((await read(kurator)).agreements.map(({ standing }) => standing)).toEqual(['holds', 'holds']);
  });
});

test('duties of an agreement that has expired are told with reservation, not as duties that hold', async () => {
  const reading = await read({ county: '20', performer: 'primarvard' });
  expect(reading.agreements).toMatchObject([{ standing: 'reserved', status: { code: 'expired' } }]);
  expect(leadText(reading)).toMatch(/^\d+\suppgifter står i avtal som inte säkert gäller\.$/u);
});

test('the same duties held on the last day of the agreement', async () => {
  expect((await read({ county: '20', performer: 'primarvard', on: '2024-06-30' })).agreements).toMatchObject([{ standing: 'holds' }]);
});

test('a role that no agreement names is told so', async () => {
  expect(leadText(await read({ county: '06', role: 'tandvardsyrke' }))).toBe('Avtalen pekar inte ut dig i någon uppgift.');
});

test.each([
  ['place-not-given', { role: 'kurator' }],
  ['unit-or-role-not-given', { county: '06' }],
  ['county-not-found', { county: '01', role: 'kurator' }],
  ['municipality-not-found', { municipality: '0699', role: 'kurator' }],
  ['municipality-not-found', { county: '20', municipality: '0682', role: 'kurator' }],
  ['performer-not-found', { county: '06', performer: 'vardcentral' }],
  ['role-not-found', { county: '06', role: 'doktor' }],
] as const)('refuses with %s', async (code, input) => {
  expect(await ask(input)).toMatchObject({ refused: true, code });
});
