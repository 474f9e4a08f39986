import { beforeAll, describe, expect, test } from 'vitest';
import {
  change,
  DALARNA,
  FAR,
  FOLLOW_UPS,
  followUp,
  givenTelling,
  LACK,
  lack,
  OF_REGION,
  OF_TOWN,
  REGION,
  STRATEGY,
  TOWN,
  WORKER,
  writesNothing,
} from './inform-given.ts';

let send: Awaited<ReturnType<typeof givenTelling>>['send'];
beforeAll(async () => {
  ({ send } = await givenTelling());
});

describe('who may not', () => {
  const changeOf = `/planned-changes/${OF_REGION}`;
  const townChange = `/planned-changes/${OF_TOWN}`;
  const attempts: [what: string, path: string, json: object, as: string | undefined, status: number][] = [
    ['announce without a login', '/planned-changes', change, undefined, 401],
    ['announce as a case worker', '/planned-changes', change, WORKER, 403],
    ['announce for rows of another county', '/planned-changes', change, FAR, 422],
    ['acknowledge without a login', `${townChange}/acknowledgement`, { wording: 1 }, undefined, 401],
    ['acknowledge one’s own change', `${townChange}/acknowledgement`, { wording: 1 }, TOWN, 403],
    ['acknowledge a change of another county', `${changeOf}/acknowledgement`, { wording: 1 }, FAR, 404],
    ['object without a login', `${changeOf}/objection`, { wording: 1, reason: 'Nej.' }, undefined, 401],
    ['object as a case worker', `${changeOf}/objection`, { wording: 1, reason: 'Nej.' }, WORKER, 403],
    ['object to one’s own change', `${changeOf}/objection`, { wording: 1, reason: 'Nej.' }, REGION, 403],
    ['object in another county', `${changeOf}/objection`, { wording: 1, reason: 'Nej.' }, FAR, 404],
    ['object to a wording that is not', `${changeOf}/objection`, { wording: 2, reason: 'Nej.' }, TOWN, 409],
    ['object without a reason', `${changeOf}/objection`, { wording: 1, reason: '  ' }, TOWN, 422],
    ['answer for the one that announced', `${changeOf}/answer`, { wording: 1, party: '0604', answer: 'Jo.' }, TOWN, 403],
    ['answer what nobody objected', `${changeOf}/answer`, { wording: 1, party: '0686', answer: 'Jo.' }, REGION, 409],
    ['answer oneself', `${changeOf}/answer`, { wording: 1, party: 'region', answer: 'Jo.' }, REGION, 409],
    ['answer a party that is none', `${changeOf}/answer`, { wording: 1, party: '0000', answer: 'Jo.' }, REGION, 409],
    ['answer somebody who is no party at all', `${changeOf}/answer`, { wording: 1, party: 'alla', answer: 'Jo.' }, REGION, 422],
    ['call off what another announced', `${changeOf}/withdrawal`, { wording: 1 }, TOWN, 403],
    ['call off in another county', `${changeOf}/withdrawal`, { wording: 1 }, FAR, 404],
    ['point out without a login', '/non-compliance', lack, undefined, 401],
    ['point out as a case worker', '/non-compliance', lack, WORKER, 403],
    ['point out in another county', '/non-compliance', lack, TOWN, 403],
    ['point out what one does oneself', '/non-compliance', { ...lack, about: ['2084'] }, DALARNA, 422],
    ['point out a party of another county', '/non-compliance', { ...lack, about: ['0604'] }, DALARNA, 422],
    ['point out a row that is not', '/non-compliance', { ...lack, rows: ['DAL-99'] }, DALARNA, 422],
    ['point out nothing', '/non-compliance', { ...lack, rows: [] }, DALARNA, 422],
    [
      'point out where the agreement has no order',
      '/non-compliance',
      { ...lack, agreement: 'jonkoping-missbruk-beroende', about: ['0686'] },
      TOWN,
      422,
    ],
    ['receive as the party', `/non-compliance/${LACK}/receipt`, {}, DALARNA, 403],
    ['receive in another county', `/non-compliance/${LACK}/receipt`, {}, 'politiker-06', 404],
    ['answer as the party', `/non-compliance/${LACK}/answer`, { answer: 'Vi tycker.' }, DALARNA, 403],
    ['take back what another pointed out', `/non-compliance/${LACK}/withdrawal`, {}, FAR, 403],
    ['follow up without a login', FOLLOW_UPS, followUp, undefined, 401],
    ['follow up as a case worker', FOLLOW_UPS, followUp, WORKER, 403],
    ['follow up in another county', FOLLOW_UPS, followUp, 'politiker-20', 403],
    ['follow up a term that is not', FOLLOW_UPS, { ...followUp, cadence: 'aldrig' }, STRATEGY, 404],
  ];

  test.each(attempts)('%s is refused, and nothing is written', async (_what, path, json, as, status) => {
    const answer = await writesNothing(() => send(path, json, as));
    expect([answer.status, answer.code !== undefined]).toEqual([status, true]);
  });
});

describe('days that cannot be', () => {
  const never = [
    '2027-02-29',
    '2027-02-30',
    '2027-13-01',
    '0000-01-01',
    '1799-12-31',
    '2200-01-01',
    '12027-01-01',
    '2027-1-1',
    '',
    'i morgon',
    '2027-01-01T00:00',
  ];

  test.each([...never, '2026-11-21', '1800-01-01'])('a change is not announced from %s', async (from) => {
    expect((await writesNothing(() => send('/planned-changes', { ...change, from }, REGION))).status).toBe(422);
  });

  test('a change that begins today is announced, since it is told before the day is over', async () => {
    expect((await send('/planned-changes', { ...change, from: '2026-11-22' }, REGION)).status).toBe(200);
  });

  const wrong: [field: 'on' | 'from' | 'to', day: string][] = [
    ...never.flatMap((day) => (['on', 'from', 'to'] as const).map((field): ['on' | 'from' | 'to', string] => [field, day])),
    ['on', '2026-11-23'],
    ['on', '2025-09-29'],
    ['from', '2026-11-01'],
    ['to', '2026-11-21'],
    ['to', '2025-12-31'],
  ];
  test.each(wrong)('nothing is followed up with %s %s', async (field, day) => {
    expect((await writesNothing(() => send(FOLLOW_UPS, { ...followUp, [field]: day }, STRATEGY))).status).toBe(422);
  });
});
