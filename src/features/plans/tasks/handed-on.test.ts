import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenKeyRing } from '../../../../tests/given/logged-in.ts';
import { send } from '../../../../tests/given/persons-app.ts';
import { copyOf, PlanCopy } from '../../../domain/plans/plan-copy.ts';
import { VersionContent } from '../../../domain/plans/version-content.ts';
import { clock, givenCalling, html, onwards, owner } from '../calling/given-calling.ts';
import { copyDocument, plainDocument } from '../copies/copy-document.ts';
import { established } from '../following/given-following.ts';
import { contexts } from '../sealed.ts';
import { ask, askForm, CLINICIAN, measureOf, move, psychiatry, taskPath, WORKER } from './given-tasks.ts';

beforeAll(givenCalling);
const ADDICTION = 'behandlare-beroende-06';

const versions = async (plan: string) => {
  const { rows } = await owner(
    sql<{ id: string; content: Buffer }>`select id, content_cipher as content from plan_version where plan_id = ${plan} order by number`,
  );
  return rows.map(({ id, content }) => VersionContent.parse(JSON.parse(givenKeyRing().decrypt(content, contexts.version(id)))));
};
const establish = async (plan: string, reason: string) => {
  const done = await send(`/planer/${plan}/uppratta`, { reason, notAsked: 'Personen ville inte svara' }, WORKER);
  expect(done.status, await done.text()).toBe(303);
  onwards(1);
};

/** An established plan in which the psychiatry has named the right unit for its measure. */
async function handedOn() {
  const { plan } = await established();
  const measure = await measureOf(plan, psychiatry(), 'Ge samtal');
  await establish(plan, 'En insats till');
  const form = askForm();
  expect((await ask(plan, measure, form)).status).toBe(303);
  const one = { plan, measure, task: form.key };
  const right = /<option value="([0-9a-f-]{36})"[^>]*>Beroende/.exec(await html(`${taskPath(one)}/nej`, CLINICIAN))?.[1] ?? '';
  expect((await move(one, 'rejected', CLINICIAN, { seen: '1', reason: '', rightUnit: right })).status).toBe(303);
  onwards(1);
  const { rows } = await owner(sql<{ id: string }>`select id from plan_task where forwarded_from = ${one.task}`);
  return { ...one, next: { ...one, task: rows[0]?.id ?? '' } };
}

test('a measure whose unit named another says on the page which one has been asked, and has it, and no version is changed by that', async () => {
  const { plan, next } = await handedOn();
  const before = await versions(plan);
  expect(await html(`/planer/${plan}`, WORKER)).toMatch(/Enheten har sagt att det hör till Beroende[^<]*som har fått frågan/);
  expect((await move(next, 'accepted', ADDICTION, { reason: '' })).status).toBe(303);
  expect(await html(`/planer/${plan}`, WORKER)).toMatch(/Enheten har sagt att det hör till Beroende[^<]*som har uppdraget nu/);
  expect(await versions(plan)).toEqual(before);
  expect(await html(`/planer/${plan}/historik`, WORKER)).toMatch(/”Ge samtal”\. [^<]* sa att det hör till Beroende/);
});

test('the next version says which unit has taken it on, and so do its copies; one that has only been asked, or said no, is in none', async () => {
  const { plan, next } = await handedOn();
  await send(
    `/planer/${plan}/mal/nytt`,
    { goal: crypto.randomUUID(), seen: '0', sort: 'of-staff', words: 'Gå ut mer', sign: '', horizon: 'short' },
    WORKER,
  );
  await establish(plan, 'Ett mål till');
  expect((await move(next, 'accepted', ADDICTION, { reason: '' })).status).toBe(303);
  await establish(plan, 'Rätt enhet');
  const carried = (await versions(plan)).map(({ measures }) => measures.find(({ what }) => what === 'Ge samtal')?.carriedBy?.unit);
  expect(carried).toEqual([undefined, undefined, undefined, expect.stringContaining('Beroende')]);
  const last = (await versions(plan)).at(-1);
  const head = {
    copy: plan,
    plan,
    kind: 'sip',
    version: 4,
    establishedAt: clock.now().toString(),
    deliveredAt: clock.now().toString(),
  } as const;
  const copy =
    last && copyOf({ ...head, from: { organisation: 'Kommunen', unit: 'Enheten' } }, last, new Map([['measures', { kind: 'own' }]]));
  for (const document of copy ? [copyDocument(copy), plainDocument(copy)] : [])
    expect(JSON.stringify(document)).toMatch(/Uppdraget har Beroende/);
  expect(PlanCopy.safeParse(copy).success).toBe(true);
});
