import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, consentTo, givenCalling, html, onwards, opened, opens, owner, prepared, WORKER } from '../calling/given-calling.ts';

beforeAll(givenCalling);

const UNASKED = 'not-asked';
const answers = (over: Record<string, string> = {}) => ({
  ...{ key: randomUUID(), seen: '0', 'children-at-home': UNASKED, 'suicide-risk': UNASKED, violence: UNASKED, comorbidity: UNASKED },
  ...{ relatives: UNASKED, crisisPlan: UNASKED, plainLanguage: UNASKED, mandate: UNASKED, copyHanded: UNASKED },
  ...over,
});
const note = (plan: string, form: Record<string, string>, as = WORKER) => send(`/planer/${plan}/fragat`, form, as);

describe('what is asked in a plan', () => {
  test('is a question each until somebody has asked, with the law it rests on and the agreements in force that ask the same', async () => {
    const page = await html(`/planer/${await opened()}`, WORKER);
    expect(page).toContain('Fråga rakt ut om personen tänker på att ta sitt liv.');
    expect(page).toMatch(/Fråga om det bor barn i hemmet[^<]*<span class="ov-basis ov-basis--law">Lag<\/span>/);
    expect(page).toMatch(/Även i <a [^>]*href="\/avtal\/jonkoping-missbruk-beroende#suicid\.a1"/);
  });

  test('becomes what to do when the answer is yes, and nothing when it is no', async () => {
    const plan = await opened();
    const sent = await note(plan, answers({ 'children-at-home': 'yes', 'suicide-risk': 'no' }));
    expect(sent.headers.get('location')).toBe(`/planer/${plan}?klart=sparat#fragat`);
    const page = await html(`/planer/${plan}`, WORKER);
    expect(page).toContain('Misstänker du att ett barn far illa gör du genast en orosanmälan.');
    expect(page).not.toContain('Fråga om det bor barn');
    expect(page).not.toContain('Fråga rakt ut');
    expect(page).not.toContain('Gör en krisplan tillsammans');
    expect(page).toContain('Fråga om våld när ingen annan hör på.');
  });

  test('is kept sealed: neither the answer nor the question is in clear text, nor in the act', async () => {
    const plan = await opened();
    await note(plan, answers({ violence: 'yes' }));
    const { rows } = await owner(sql<{
      row: string;
    }>`select encode(words_cipher, 'escape') as row from plan_sheet where plan_id = ${plan}::uuid
      union all select content::text from act where subject_id = ${plan}::uuid and kind = 'plans.note'`);
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toMatch(/violence|yes/);
  });

  test('is noted once however often the form comes, and other answers under the same key are refused', async () => {
    const plan = await opened();
    const form = answers({ comorbidity: 'yes' });
    expect((await note(plan, form)).status).toBe(303);
    expect((await note(plan, form)).status).toBe(303);
    expect((await note(plan, { ...form, comorbidity: 'no' })).status).toBe(409);
    const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_sheet where plan_id = ${plan}::uuid`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('by two at once: the second is told, with their answers still in the form', async () => {
    const plan = await opened();
    await note(plan, answers({ comorbidity: 'yes' }));
    const second = await note(plan, answers({ violence: 'yes' }));
    expect(second.status).toBe(409);
    expect(await second.text()).toMatch(/name="violence"[^>]*value="yes"[^>]*checked|checked[^>]*name="violence"[^>]*value="yes"/);
  });

  test('is not there for a unit that the needs are shut to, nor may it note anything', async () => {
    onwards(1);
    await consentTo(prepared, 'given');
    const other = await opened();
    expect((await note(other, answers(), CLINICIAN)).status).toBe(404);
    expect(await html(`/planer/${other}`, CLINICIAN)).not.toContain('Att fråga och tänka på');
  });

  test('is for a unit that takes part to note when the needs are open to it; the list of what is left is for those who lead', async () => {
    await opens(prepared, ['needs', 'identity']);
    onwards(1);
    expect((await note(prepared, answers({ violence: 'no' }), CLINICIAN)).status).toBe(303);
    const theirs = await html(`/planer/${prepared}`, CLINICIAN);
    expect(theirs).toContain('Ändra vad ni har frågat');
    expect(theirs).not.toContain('Vad en god plan har');
    expect(await html(`/planer/${prepared}`, WORKER)).toContain('Vad en god plan har');
  });
});

describe('what a good plan has', () => {
  test('is listed for the coordinator with what is left first, and counted', async () => {
    const plan = await opened();
    const before = await html(`/planer/${plan}`, WORKER);
    const [, left = '', of = ''] = /(\d+) av (\d+) är kvar/.exec(before) ?? [];
    expect(Number(of)).toBe(15);
    await note(
      plan,
      answers({
        ...{ 'children-at-home': 'no', 'suicide-risk': 'no', violence: 'no', comorbidity: 'no' },
        ...{ relatives: 'none', crisisPlan: 'not-wanted', plainLanguage: 'yes', mandate: 'yes', copyHanded: 'yes' },
      }),
    );
    const after = await html(`/planer/${plan}`, WORKER);
    expect(/(\d+) av (\d+) är kvar/.exec(after)?.[1]).toBe(String(Number(left) - 6));
    expect(after).toContain('Ni har frågat om allt');
  });
});
