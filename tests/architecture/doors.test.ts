import { beforeAll, describe, expect, test } from 'vitest';
import { nameOf } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { commandRights, visits } from './door-visits.ts';
import { type Door, doorNames, givenDoors, observeDoors } from './observe-doors.ts';
import { permissionsDocument, permissionsFile } from './permissions-document.ts';
import { read } from './project-files.ts';

let doors: Door[] = [];
beforeAll(async () => {
  doors = await observeDoors();
});

describe('every door', () => {
  test('has a row in door-visits.ts, and no row is left of a door that is gone', async () => {
    expect(Object.keys(visits).sort()).toEqual(doorNames(await givenDoors()).sort());
  });

  test('answers the visits fully, so that what it asks for is all seen', () => {
    const failing = doors.filter(
      ({ answers }) => answers.length === 0 || answers.some(({ status, refused }) => status >= (refused ? 500 : 400)),
    );
    expect(failing).toEqual([]);
  });

  test('asks a policy before it opens a transaction', () => {
    expect(doors.filter(({ unasked }) => unasked)).toEqual([]);
  });

  test('stands in docs/permissions.md with what it asks for (npm run generate)', () => {
    expect(read(permissionsFile)).toBe(permissionsDocument(doors));
  });
});

test('every command says what it may do', () => {
  expect(Object.keys(commandRights).sort()).toEqual(commands.map(nameOf).sort());
});

test('the public may do only what the pinned list says', () => {
  const pinned = [
    'access.log-in',
    'agreements.read',
    'consultations.read',
    'counties.read',
    'documents.read',
    'documents.verify',
    'knowledge.read',
    'law.read',
    'organisations.read',
    'responsibilities.read',
    'search.read',
  ];
  expect([...new Set(doors.flatMap(({ publicAsks }) => publicAsks))].filter((permission) => !pinned.includes(permission))).toEqual([]);
});
