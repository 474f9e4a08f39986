import { sql } from 'kysely';
import { expect } from 'vitest';
import { stableId } from '../../src/platform/index.ts';
import { givenApp } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';

export const REGION = 'registrator-region-06';
export const TOWN = 'registrator-aneby-06';
export const COLLEAGUE = 'mas-aneby-06';
export const WORKER = 'handlaggare-aneby-06';
export const STRATEGY = 'strategigrupp-06';
export const DALARNA = 'registrator-avesta-20';
export const COUNCIL = 'politiker-20';
export const FAR = 'registrator-region-20';
const OTHERS = ['politiker-06', 'politiker-avesta-20', 'strategigrupp-aneby-06', 'strategigrupp-20'];
const accounts = [REGION, TOWN, COLLEAGUE, WORKER, STRATEGY, DALARNA, COUNCIL, FAR, ...OTHERS];

export const OF_REGION = stableId('demo:change:region:06');
export const OF_TOWN = stableId('demo:change:municipality:06');
export const LACK = stableId('demo:lack:20');
export const LATER = stableId('demo:lack:later:20');
export const change = {
  title: 'Mottagningen flyttar',
  what: 'Ny adress.',
  services: 'Mottagningen',
  affects: 'Alla.',
  from: '2027-02-01',
  rows: ['jonkoping-missbruk-beroende#JA-01'],
};
export const lack = {
  agreement: 'dalarna-missbruk-beroende-2021',
  about: ['region'],
  rows: ['DAL-01'],
  title: 'Brist',
  what: 'Sedan i augusti.',
};
export const followUp = {
  cadence: 'uppfoljning-vartannat-ar',
  on: '2026-11-20',
  from: '2026-01-01',
  to: '2026-10-31',
  about: 'Hela avtalet.',
  outcome: 'Det håller.',
  ledTo: 'nothing',
  documented: 'RJL 2026/1',
  tookPart: 'Strategigruppen.',
};
export const FOLLOW_UPS = '/agreements/jonkoping-psykiatriska-tillstand/follow-ups';

export type Answered = { readonly status: number; readonly code: string | undefined; readonly id: string | undefined };

/** Everybody who acts in the rooms where parties tell each other, logged in, and what they send and read. */
export async function givenTelling() {
  const app = await givenApp({ login: true });
  const cookies = new Map<string, string>();
  for (const account of accounts) cookies.set(account, await givenLoggedIn(app, account));

  /** Sends to the API, as an account or as nobody. */
  async function send(path: string, json: unknown, as?: string): Promise<Answered> {
    const headers = { 'content-type': 'application/json', ...(as ? { cookie: cookies.get(as) ?? '' } : {}) };
    const body = typeof json === 'string' ? json : JSON.stringify(json);
    const answer = await app.request(`/api/v1${path}`, { method: 'POST', headers, body });
    const said = (await answer.json()) as { code?: string; id?: string; act?: string };
    return { status: answer.status, code: said.code, id: said.id ?? said.act };
  }

  /** A page or an answer as an account reads it. */
  async function pageOf(path: string, as: string): Promise<string> {
    const answer = await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies.get(as) ?? '' } });
    expect(answer.status).toBe(200);
    return answer.text();
  }
  return { send, pageOf };
}

/** Everything that is written in these rooms. */
async function written(): Promise<unknown> {
  return (await givenDatabase()).asOwner(async (tx) => {
    const { rows } =
      await sql`select (select count(*) from planned_change) as changes, (select count(*) from planned_change_wording) as wordings,
      (select count(*) from planned_change_reply) as replies, (select count(*) from non_compliance) as lacks,
      (select count(*) from non_compliance_reply) as answers, (select count(*) from follow_up) as follow_ups,
      (select count(*) from agreement_act) as agreement_acts, (select count(*) from act) as acts, (select count(*) from outbox) as told`.execute(
        tx,
      );
    return rows[0];
  });
}

/** That nothing of what is tried is written. */
export async function writesNothing<T>(attempt: () => Promise<T>): Promise<T> {
  const before = await written();
  const answer = await attempt();
  expect(await written()).toEqual(before);
  return answer;
}
