import { beforeAll, describe, expect, test } from 'vitest';
import { demoIndividuals } from '../../src/features/demo/individuals.ts';
import { regionId } from '../../src/features/organisations/index.ts';
import { stableId } from '../../src/platform/index.ts';
import { givenWalk, type Walk } from './plan-walk.ts';
import { closes, delivers, establishes, followsUp, handsOver, tells, works, writes } from './plan-walk-carrying.ts';
import { type Adult, agreesAndPrepares, assesses, type Child, calls, lets, meets, opens, type Way } from './plan-walk-making.ts';

const COUNTIES = [
  { county: '06', town: 'aneby', place: '0604' },
  { county: '20', town: 'avesta', place: '2084' },
] as const;

/** Invented children, with numbers of the series that Skatteverket keeps for tests. */
const younger: Child = {
  ...{ kind: 'child', name: 'Tuva Skissmark', number: '201503129809', guardians: ['Dag Skissmark', 'Iris Utkaster'] },
  decides: /^Vårdnadshavarna svarar/,
};
const older: Child = {
  ...{ kind: 'child', name: 'Viggo Fiktell', number: '201001249802', guardians: ['Greta Fiktell'] },
  decides: /^Barnet och vårdnadshavarna svarar/,
};
const adult = (record: string, asksThemselves: boolean): Adult => ({ kind: 'adult', account: 'enskild-1', record, asksThemselves });

/** Two ways in each county, so that every two of county, who leads and whose plan it is are tried together; all of them with PLAN_WALKS=8. */
function waysIn({ county, town, place }: (typeof COUNTIES)[number]): (readonly [string, Way])[] {
  const region = { unit: /Beroendemottagningen/, owner: /^\s*Region/, account: `behandlare-beroende-${county}` };
  const social = { unit: /vuxenenhet/, owner: /kommun/, account: `handlaggare-${town}-${county}` };
  const between = (leads: typeof region, other: typeof region) => ({
    ...{ county, place, leads: leads.account, leadsUnit: leads.unit, leadsOwner: leads.owner },
    ...{ other: other.account, otherUnit: other.unit, otherOwner: other.owner },
  });
  const byRegion = {
    ...between(region, social),
    ...{ wrong: `boendestod-${town}-${county}`, wrongUnit: /Boendestödet/, manager: `enhetschef-region-${county}` },
  };
  const byMunicipality = {
    ...between(social, region),
    ...{ wrong: `behandlare-psykiatri-${county}`, wrongUnit: /Psykiatriska/, manager: `enhetschef-${town}-${county}` },
  };
  const known = stableId(`demo:person:${county}:enskild-1:${regionId(county)}`);
  const ways: (readonly [string, Way])[] = [
    ['a child, led by the region', { ...byRegion, person: younger }],
    ['an adult, led by the municipality', { ...byMunicipality, person: adult('', true) }],
    ['an adult, led by the region', { ...byRegion, person: adult(known, false) }],
    ['a child, led by the municipality', { ...byMunicipality, person: older }],
  ];
  if (process.env.PLAN_WALKS === '8') return ways;
  return county === '06' ? ways.slice(0, 2) : ways.slice(2);
}

const secrets = [
  ...demoIndividuals.flatMap(({ name, number }) => [name, number, number.slice(2)]),
  ...[younger, older].flatMap(({ name, number, guardians }) => [name, number, number.slice(2), ...guardians]),
];

describe.each(COUNTIES)('in county $county', (county) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await givenWalk(secrets);
  });

  // At every page: axe, one heading over all, a title, no link that leads nowhere, and nobody's name or words in titles and addresses.
  test.each(waysIn(county))('the plan of %s goes all the way from the first who saw the need to its end', async (_, way) => {
    const before = walk.pages();
    const going = await opens(walk, way);
    await assesses(going);
    await agreesAndPrepares(going);
    await lets(going, {
      ...{ scopes: way.otherUnit, kinds: ['identity', 'meeting', 'needs', 'goals', 'measures', 'follow-up'] },
      ...{ purposes: ['planning', 'carrying-out', 'following-up'], shutTo: way.otherUnit, shut: ['crisis'] },
    });
    await calls(going);
    await meets(going);
    await writes(going);
    await establishes(going);
    await delivers(going);
    await works(going);
    await followsUp(going);
    await handsOver(going);
    await tells(going);
    await closes(going);
    expect(walk.pages() - before).toBeGreaterThan(100);
  });
});
