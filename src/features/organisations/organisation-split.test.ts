import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { everythingIn } from '../../../tests/given/register-state.ts';
import { getLogin } from '../../domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { giveAssignment, openAccount, readAccounts } from '../access/index.ts';
import { municipalityId } from './ensure-organisations.ts';
import { givenRegister } from './given-register.ts';
import { mergeOrganisation } from './merge-organisation.ts';
import { moveUnit } from './move-unit.ts';
import { openOrganisation } from './open-organisation.ts';
import { readOrganisationHistory } from './read-organisation-history.ts';
import { readSeats } from './read-organisations.ts';
import { readUnit } from './read-units.ts';
import { seatMember } from './seat-member.ts';
import { splitOrganisation } from './split-organisation.ts';

const { app, runtime, clock, town, county, givenUnit } = await givenRegister();
const everything = () => everythingIn(runtime);
const on = '2027-01-01';
const before = '2026-12-31';

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as T;
}

const opened = async (name: string, from = '2026-11-01') =>
  done(await openOrganisation(county, { county: '06', kind: 'private-provider', name, from })).id;

let nth = 0;
/** A provider with two units, somebody in each, somebody in both, somebody over all, and a seat. */
async function givenWhole(name: string) {
  const organisation = await opened(name);
  const from = '2026-11-22';
  const units: string[] = [];
  for (const side of ['norr', 'söder']) {
    const unit = await givenUnit(`${name} ${side}`);
    done(await moveUnit(county, { unit, to: organisation, from }));
    units.push(unit);
  }
  const [north = '', south = ''] = units;
  const person = async (who: string) =>
    done(await openAccount(county, { organisation, name: `${who} ${name}`, hsaId: `SE2321000000-S${++nth}` })).id;
  const [inNorth, inSouth, inBoth, above] = [await person('Norra'), await person('Södra'), await person('Båda'), await person('Högsta')];
  const give = async (account: string, unit: string) =>
    done(await giveAssignment(county, { account, organisation, from, role: 'participant', unit }));
  await give(inNorth, north);
  await give(inSouth, south);
  await give(inBoth, north);
  await give(inBoth, south);
  done(await giveAssignment(county, { account: above, organisation, from, role: 'system-administrator' }));
  const seat = {
    county: '06',
    body: 'strategigrupp-aldre',
    position: 'member',
    organisation,
    holder: `Södra ${name}`,
    account: inSouth,
  } as const;
  const held = done(await seatMember(county, { ...seat, from })).id;
  const [a, b] = [await opened(`${name} A`, on), await opened(`${name} B`, on)];
  const units2 = [
    { id: north, to: a },
    { id: south, to: b },
  ];
  const asked = { organisation, units: units2, seats: [{ id: held, to: b }], rest: a, from: on };
  return { organisation, north, south, inNorth, inSouth, inBoth, above, seat: held, a, b, asked };
}

type Asked = Awaited<ReturnType<typeof givenWhole>>['asked'];
/** Divides it as somebody does who has read what becomes of it. */
async function divided(asked: Asked) {
  const shown = await splitOrganisation(county, asked);
  if (!isRefusal(shown)) throw new Error('done without being shown');
  expect(shown.code).toBe('division-to-confirm');
  return done(await splitOrganisation(county, { ...asked, confirmed: String(shown.params.stamp) }));
}

const historyOf = async (id: string, day: string) => done(await readOrganisationHistory(county, { id, on: day }));
const namesOf = async (id: string, day: string) => (await historyOf(id, day)).is.map(({ name }) => name).toSorted();
const assignmentsAt = async (organisation: string) =>
  done(await readAccounts(county, { organisation }))
    .assignments.map(({ account_id, role, unit_id, from_day }) => [account_id, role, unit_id ?? '', from_day].join(' '))
    .toSorted();

describe('an organisation that is divided', () => {
  test('goes on as the act says from that day, and is itself before: units, assignments, accounts and seats', async () => {
    const one = await givenWhole('Hela');
    expect(await divided(one.asked)).toEqual({ id: one.organisation, into: [one.a, one.b].toSorted(), records: [] });
    for (const [unit, to] of [
      [one.north, one.a],
      [one.south, one.b],
    ] as const) {
      expect(done(await readUnit(county, { id: unit, on: before })).was?.organisation).toBe(one.organisation);
      expect(done(await readUnit(county, { id: unit, on })).was?.organisation).toBe(to);
    }
    expect(await assignmentsAt(one.a)).toEqual(
      [
        `${one.inNorth} participant ${one.north} ${on}`,
        `${one.inBoth} participant ${one.north} ${on}`,
        `${one.above} system-administrator  ${on}`,
      ].toSorted(),
    );
    expect(await assignmentsAt(one.b)).toEqual(
      [`${one.inSouth} participant ${one.south} ${on}`, `${one.inBoth} participant ${one.south} ${on}`].toSorted(),
    );
    const { seats } = done(await readSeats(county, { county: '06', on }));
    expect(seats.filter(({ holder }) => holder === 'Södra Hela')).toMatchObject([{ organisation: one.b, account: one.inSouth }]);
    const staffOf = async (scope: Scope, organisation: string) =>
      done(await readAccounts(scope, { organisation }))
        .staff.map(({ id }) => id)
        .toSorted();
    const all = [one.inNorth, one.inSouth, one.inBoth, one.above].toSorted();
    expect([await staffOf(county, one.organisation), await staffOf(county, one.b)]).toEqual([all, []]);
    clock.moveTo(on);
    const later: Scope = { runtime, actor: await givenActor(app, runtime, 'forvaltare-lanet-06') };
    expect(await staffOf(later, one.a)).toEqual([one.inNorth, one.inBoth, one.above].toSorted());
    expect(await staffOf(later, one.b)).toEqual([one.inSouth]);
    expect(await staffOf(later, one.organisation)).toEqual([]);
    // Whoever has it from the day is its to see to; the other has no say.
    const given = (organisation: string) =>
      giveAssignment(later, { account: one.inSouth, organisation, role: 'log-reviewer', from: '2027-02-01' });
    expect(isRefusal(await given(one.a))).toBe(true);
    expect(isRefusal(await given(one.b))).toBe(false);
    clock.moveTo('2026-11-22');
  });

  test('is answered for by all its parts, whichever of them and whichever day one asks for', async () => {
    const one = await givenWhole('Delad');
    await divided(one.asked);
    expect([await namesOf(one.organisation, before), await namesOf(one.organisation, on)]).toEqual([['Delad'], ['Delad A', 'Delad B']]);
    expect([await namesOf(one.a, before), await namesOf(one.a, on)]).toEqual([['Delad'], ['Delad A']]);
    const told = (await (await app.request(`${TEST_ORIGIN}/api/v1/organisations/${one.organisation}?on=${on}`)).json()) as object;
    expect(told).toMatchObject({
      exists: false,
      steps: [
        { on, how: 'split' },
        { on, how: 'split' },
      ],
    });
    const page = await (await app.request(`${TEST_ORIGIN}/organisationer/${one.organisation}?datum=${on}`)).text();
    for (const part of [one.a, one.b]) expect(page).toContain(`/organisationer/${part}?`);
    expect(page).toContain('delades, och en del blev');
  });

  test('goes on through what its parts go up into later', async () => {
    const one = await givenWhole('Vidare');
    await divided(one.asked);
    const into = await opened('Vidare C');
    done(await mergeOrganisation(county, { organisation: one.b, into, from: '2027-06-01' }));
    expect(await namesOf(one.organisation, '2027-06-01')).toEqual(['Vidare A', 'Vidare C']);
    clock.moveTo('2027-06-01');
    const later: Scope = { runtime, actor: await givenActor(app, runtime, 'forvaltare-lanet-06') };
    const { staff } = done(await readAccounts(later, { organisation: into }));
    expect(staff.map(({ id, organisation_id }) => [id, organisation_id])).toEqual([[one.inSouth, into]]);
    clock.moveTo('2026-11-22');
  });

  test('is refused, and nothing has changed, while anything has no place, goes wrong or has not been shown', async () => {
    const one = await givenWhole('Tveksam');
    const state = await everything();
    const split = (but: Partial<Asked>, scope = county) => splitOrganisation(scope, { ...one.asked, ...but });
    const code = async (but: Partial<Asked>, scope = county) => {
      const answer = await split(but, scope);
      return isRefusal(answer) ? answer.code : 'done';
    };
    const [first] = one.asked.units;
    expect(await split({ units: first ? [first] : [] })).toMatchObject({ code: 'units-go-nowhere', params: { names: ['Tveksam söder'] } });
    expect(await split({ seats: [] })).toMatchObject({ code: 'seats-go-nowhere', params: { names: ['Södra Tveksam'] } });
    const all = { units: one.asked.units.map(({ id }) => ({ id, to: one.a })), seats: [{ id: one.seat, to: one.a }] };
    expect(await code(all)).toBe('division-needs-two');
    expect(await code({ units: [...one.asked.units, { id: one.a, to: one.a }] })).toBe('unit-not-found');
    expect(await code({ rest: one.organisation })).toBe('organisation-into-itself');
    expect(await code({ rest: municipalityId('0604') })).toBe('organisation-of-other-kind');
    expect(await code({ from: '2026-12-01' })).toBe('organisation-not-open');
    expect(await code({ from: '2026-11-10' })).not.toBe('done');
    expect(await code({}, town)).toBe('forbidden');
    expect(await code({ organisation: municipalityId('0604') })).not.toBe('done');
    expect(await code({})).toBe('division-to-confirm');
    expect(await splitOrganisation(county, { ...one.asked, confirmed: 'other' })).toMatchObject({ code: 'division-to-confirm' });
    expect(await everything()).toBe(state);
  });

  test('lets nobody move an account but the county, to a part of what the account was of, on the day', async () => {
    const one = await givenWhole('Muren');
    await divided(one.asked);
    const fresh = done(await openAccount(county, { organisation: one.organisation, name: 'Sen', hsaId: `SE2321000000-S${++nth}` })).id;
    const moved = (scope: Scope, account: string, to: string, day: string) =>
      runtime.database
        .transaction('write', async (tx) => {
          const { secret } = getLogin(scope.actor);
          await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
            tx,
          );
          await sql`insert into account_move (account_id, from_date, organisation_id) values (${account}, ${day}::date, ${to})`.execute(tx);
          throw new Error('taken back');
        })
        .catch((error: Error) => error.message);
    const wall = /row-level security/;
    expect(await moved(county, fresh, one.b, on)).toBe('taken back');
    expect(await moved(town, fresh, one.b, on)).toMatch(wall);
    expect(await moved(county, fresh, one.b, '2027-01-02')).toMatch(wall);
    expect(await moved(county, fresh, municipalityId('0604'), on)).toMatch(wall);
    const [other] = done(await readAccounts(town, { organisation: municipalityId('0604') })).staff;
    expect(await moved(county, other?.id ?? '', one.b, on)).toMatch(wall);
  });

  test('is divided from a form that lists what needs a place, and shows what becomes of it first', async () => {
    const one = await givenWhole('Formad');
    const cookie = await givenLoggedIn(app, 'forvaltare-lanet-06');
    const path = `/organisation/andra/${one.organisation}/dela`;
    const page = await (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).text();
    for (const id of [`unit-${one.north}`, `unit-${one.south}`, `seat-${one.seat}`]) expect(page).toContain(`name="${id}"`);
    const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const form = { seen, from: on, rest: one.a, [`unit-${one.north}`]: one.a, [`seat-${one.seat}`]: one.b };
    expect(page).toContain('>Formad A</option>');
    const missing = await post(app, path, form, cookie);
    expect([missing.status, await missing.text()]).toEqual([422, expect.stringContaining('Välj vem som tar över Formad söder.')]);
    const whole = { ...form, [`unit-${one.south}`]: one.b };
    const shown = await post(app, path, whole, cookie);
    const preview = await shown.text();
    expect([shown.status, preview]).toEqual([200, expect.stringContaining('Inget är sparat än')]);
    expect(preview).not.toContain('error-summary');
    expect(preview).toContain('<h2>Formad B</h2>');
    expect(preview).toContain('3 konton');
    expect((await historyOf(one.organisation, on)).name).toBe('Formad');
    const confirmed = /name="confirmed" value="([^"]+)"/.exec(preview)?.[1] ?? '';
    const sent = await post(app, path, { ...whole, confirmed }, cookie);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/organisationer/${one.organisation}?datum=${on}`]);
    expect((await historyOf(one.organisation, on)).name).toBeUndefined();
  });
});
