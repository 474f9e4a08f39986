import { beforeAll, describe, expect, it } from 'vitest';
import { givenApp } from '../../../tests/given/app.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp();
});

type Contact = { unit: string; municipality: string | null; performers: string[]; confirmed: string; stale: boolean };
type Duty = { row: string; note: string | null; contacts: Contact[]; citations: { agreement: string; version: string; section: string }[] };
type Row = Omit<Duty, 'row'> & { id: string; actors: { performers: string[] }[] };

async function dutiesOf(path: string): Promise<Duty[]> {
  const { agreements } = (await (await app.request(`/api/v1${path}`)).json()) as {
    agreements: Record<'always' | 'onCondition' | 'byOthers', Duty[]>[];
  };
  return agreements.flatMap(({ always, onCondition, byOthers }) => [...always, ...onCondition, ...byOthers]);
}

async function navigatorDuties(situation: object): Promise<Duty[]> {
  const headers = { 'content-type': 'application/json' };
  const answer = await app.request('/api/v1/navigator', { method: 'POST', headers, body: JSON.stringify(situation) });
  return ((await answer.json()) as { duties: Duty[] }).duties;
}

describe('GET /counties/{code}/roles/{role}/duties', () => {
  it('carries the contacts and notes that the navigator has for the same duty at the same place', async () => {
    const duties = await dutiesOf('/counties/20/roles/lakare/duties?municipality=2021');
    const navigated = new Map((await navigatorDuties({ municipality: '2021' })).map((duty) => [duty.row, duty]));
    const both = duties.filter(({ row }) => navigated.has(row));
    expect(both.length).toBeGreaterThan(10);
    for (const { row, contacts, note, citations } of both) {
      expect({ row, contacts, note, citations }).toMatchObject({ contacts: navigated.get(row)?.contacts, note: navigated.get(row)?.note });
      expect(citations).toEqual(navigated.get(row)?.citations);
    }
    expect(both.some(({ contacts }) => contacts.some(({ stale }) => stale))).toBe(true);
  });

  it('has no contact of another municipality', async () => {
    const duties = await dutiesOf('/counties/20/roles/lakare/duties?municipality=2021');
    const places = duties.flatMap(({ contacts }) => contacts.map(({ municipality }) => municipality));
    expect(places.filter((place) => place !== null && place !== '2021')).toEqual([]);
    const whole = await dutiesOf('/counties/20/roles/lakare/duties');
    expect(whole.flatMap(({ contacts }) => contacts.map(({ municipality }) => municipality)).filter((place) => place !== null)).toEqual([]);
  });
});

describe('GET /comparison', () => {
  it('carries note, contacts and citations with version on every row', async () => {
    type Side = { rows: Row[]; elsewhere: Row[] };
    const { activities } = (await (await app.request('/api/v1/comparison')).json()) as { activities: { left: Side; right: Side }[] };
    const rows = activities.flatMap(({ left, right }) => [...left.rows, ...right.rows, ...left.elsewhere, ...right.elsewhere]);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.some(({ note }) => note !== null)).toBe(true);
    for (const { citations, contacts } of rows) {
      expect(citations.length).toBeGreaterThan(0);
      for (const { version } of citations) expect(version).not.toBe('');
      expect(contacts.filter(({ municipality }) => municipality !== null)).toEqual([]);
    }
  });
});
