import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ANEBY,
  app,
  asOwner,
  clock,
  cookies,
  EKSJO,
  givenLogWorld,
  givenLook,
  inAneby,
  NUMBER,
  OTHER_REVIEWER,
  protectedInAneby,
  REGION,
  REGION_REVIEWER,
  REVIEWER,
  rowsOf,
  search,
  send,
  staff,
} from '../../../tests/given/log-world.ts';
import { givenLoggedIn } from '../../../tests/given/logged-in.ts';
import { stableId } from '../../platform/index.ts';

const DAY = '2026-12-01';
const BEFORE = '2026-11-30';
const reviewers = [REVIEWER, OTHER_REVIEWER, REGION_REVIEWER];
const step = stableId('test:log-after-merger');

/** What became of the first municipality, from the day; nothing when it is not said. */
async function became(...parts: readonly { how: 'merge' | 'split'; to: string }[]) {
  await asOwner(sql`delete from succession where from_id = ${ANEBY} and of = 'organisation'`);
  await asOwner(sql`delete from person_move`);
  for (const [nth, { how, to }] of parts.entries())
    await asOwner(sql`insert into succession (id, on_date, how, of, from_id, to_id)
      values (${stableId(`${step}:${nth}`)}, ${DAY}::date, ${how}, 'organisation', ${ANEBY}, ${to})`);
}

/** What a reviewer finds of the first municipality's log on a day. */
async function seenOn(day: string, as: string, form: Record<string, string> = {}) {
  clock.moveTo(day);
  cookies[as] = await givenLoggedIn(app, as);
  return search({ person: NUMBER, ...form }, as);
}

beforeAll(async () => {
  await givenLogWorld();
  // By its own staff at its own record, and refused: the log knows no owner.
  const look = { outcome: 'refused', code: 'person-not-found', ownerOrganisation: null, purpose: null } as const;
  await givenLook({ at: '2026-11-15T10:00:00Z', ...(await staff('regional-clinician', REGION)), organisation: REGION, ...look });
});
afterAll(async () => {
  await became();
  clock.moveTo('2026-11-23');
});

describe('the log of an organisation that has gone up into another', () => {
  test('is read by the reviewer of that one from the day, with the names of its records, and not the day before', async () => {
    await became();
    const own = rowsOf(await seenOn(BEFORE, OTHER_REVIEWER));
    const [{ name } = { name: '' }] = await asOwner(sql<{ name: string }>`select name from person where id = ${inAneby}`);
    await became({ how: 'merge', to: EKSJO });
    const before = await seenOn(BEFORE, OTHER_REVIEWER);
    expect(rowsOf(before)).toBe(own);
    expect(before).not.toContain('Aneby');
    const after = await seenOn(DAY, OTHER_REVIEWER);
    const all = rowsOf(await seenOn(DAY, REVIEWER));
    expect(all).toBeGreaterThan(2);
    expect(rowsOf(after)).toBe(own + all);
    expect(after).toContain(name);
  });

  test('is read by nobody else than those who did before', async () => {
    await became();
    const was = [rowsOf(await seenOn(DAY, REGION_REVIEWER)), rowsOf(await seenOn(DAY, REVIEWER))];
    await became({ how: 'merge', to: EKSJO });
    expect([rowsOf(await seenOn(DAY, REGION_REVIEWER)), rowsOf(await seenOn(DAY, REVIEWER))]).toEqual(was);
  });

  test('is never read by the parts of one that has been divided', async () => {
    await became();
    const was = [];
    for (const who of reviewers) was.push(rowsOf(await seenOn(DAY, who)));
    await became({ how: 'split', to: EKSJO }, { how: 'split', to: stableId('municipality:0617') });
    const is = [];
    for (const who of reviewers) is.push(rowsOf(await seenOn(DAY, who)));
    expect(is).toEqual(was);
  });

  test('is read, of one that has been divided, by the part that got a record: what was done with that one, from the day, and nothing else', async () => {
    await became({ how: 'split', to: EKSJO }, { how: 'split', to: stableId('municipality:0617') });
    const [before, without] = [rowsOf(await seenOn(BEFORE, OTHER_REVIEWER)), rowsOf(await seenOn(DAY, OTHER_REVIEWER))];
    const others = rowsOf(await seenOn(DAY, REGION_REVIEWER));
    await asOwner(sql`insert into person_move (person_id, from_date, organisation_id) values (${inAneby}, ${DAY}::date, ${EKSJO}),
      (${protectedInAneby}, ${DAY}::date, ${stableId('municipality:0617')})`);
    const about = (await asOwner(sql`select from audit_event where person_id = ${inAneby} and at < ${DAY}::date`)).length;
    expect(about).toBeGreaterThan(2);
    expect(rowsOf(await seenOn(BEFORE, OTHER_REVIEWER))).toBe(before);
    expect(rowsOf(await seenOn(DAY, OTHER_REVIEWER))).toBe(without + about);
    expect(rowsOf(await seenOn(DAY, REGION_REVIEWER))).toBe(others);
    const [{ name } = { name: '' }] = await asOwner(sql<{ name: string }>`select name from person where id = ${protectedInAneby}`);
    expect(await search({}, OTHER_REVIEWER)).not.toContain(name);
  });

  test('is drawn from with its own, and never judged by whoever made the look, who may have come along', async () => {
    await became({ how: 'merge', to: EKSJO });
    const reviewer = await staff('log-reviewer', EKSJO);
    const before = { account: reviewer.account, assignment: reviewer.assignment, unit: null, organisation: ANEBY };
    const own = await givenLook({ at: '2026-11-14T10:00:00Z', ...before });
    const other = await givenLook({ at: '2026-11-14T11:00:00Z' });
    clock.moveTo(DAY);
    cookies[OTHER_REVIEWER] = await givenLoggedIn(app, OTHER_REVIEWER);
    const id = crypto.randomUUID();
    const drawn = { fran: '2026-11-14', till: '2026-11-14', antal: '4', ur: 'all', nyckel: id };
    expect((await send('/logg/urval', drawn, OTHER_REVIEWER)).status).toBe(303);
    const rows = await asOwner(sql<{ event_id: string }>`select event_id from audit_sample_row where sample_id = ${id}`);
    expect(rows.map(({ event_id }) => event_id).toSorted()).toEqual([own, other].toSorted());
    const judged = async (rad: string) =>
      (await send(`/logg/urval/${id}`, { rad, bedomning: 'justified', skal: 'Rätt enhet.' }, OTHER_REVIEWER)).status;
    expect([await judged(own), await judged(other)]).toEqual([403, 303]);
  });
});
