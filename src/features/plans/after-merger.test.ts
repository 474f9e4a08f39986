import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { givenLoggedIn, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { ANEBY, DAY, EKSJO, givenRecords, OTHER, TODAY, WORKER } from '../../../tests/given/records-world.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { stableId } from '../../platform/index.ts';
import { mergeOrganisation } from '../organisations/merge-organisation.ts';

const { andBack, app, asked, clock, county, sessionOn } = await givenRecords();
afterAll(() => clock.moveTo(TODAY));

const PLAN = stableId('demo:plan:prepared:06');
const noon = (day: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant();

test('a plan goes on with the unit that leads it when its huvudman goes up into another, and opens for nobody else there', async () => {
  await andBack(async () => {
    const kinds = async (as: string, day: string) => {
      const secret = await sessionOn(day, as);
      const [row] = await asked(
        secret,
        noon(day),
        sql<{ kinds: string[]; leads: boolean }>`select acting_plan_kinds(${PLAN}::uuid) as kinds, leads_plan(${PLAN}::uuid) as leads`,
      );
      return [row?.kinds.length, row?.leads];
    };
    expect(await kinds(WORKER, TODAY)).toEqual([7, true]);
    clock.moveTo(TODAY);
    const merged = await mergeOrganisation(county, { organisation: ANEBY, into: EKSJO, from: DAY });
    expect(isRefusal(merged)).toBe(false);
    expect(await kinds(WORKER, TODAY)).toEqual([7, true]);
    expect(await kinds(WORKER, DAY)).toEqual([7, true]);
    expect(await kinds(OTHER, DAY)).toEqual([0, false]);
    const cookie = await givenLoggedIn(app, WORKER);
    const page = async (path: string) => (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).text();
    expect(await page('/planer')).toContain(`/planer/${PLAN}`);
    const plan = await page(`/planer/${PLAN}`);
    expect(plan).toContain('Eksjö');
    expect((await page(`/planer/${PLAN}/samtycken`)).length).toBeGreaterThan(1000);
    const parties = await asked(
      await sessionOn(DAY, WORKER),
      noon(DAY),
      sql<{ organisation: string }>`select unit_owner_now(unit_id, organisation_id, gone_organisations(acting_today())) as organisation
        from plan_party where plan_id = ${PLAN}::uuid and standing = 'opener'`,
    );
    expect(parties).toEqual([{ organisation: EKSJO }]);
  });
});
