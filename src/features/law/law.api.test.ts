import { beforeAll, describe, expect, it } from 'vitest';
import { givenApp } from '../../../tests/given/app.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp();
});

async function get<T>(path: string): Promise<{ status: number; body: T; link: string | null }> {
  const answer = await app.request(`/api/v1/law${path}`);
  return { status: answer.status, body: (await answer.json()) as T, link: answer.headers.get('link') };
}

async function parse(sent: Record<string, unknown>) {
  const answer = await app.request('/api/v1/law/parse', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
  return { status: answer.status, body: (await answer.json()) as Parsed };
}

type Resolution = {
  status: string;
  label: string;
  since: string | null;
  by: string | null;
  reason: string | null;
  counterparts: { label: string; certainty: string }[];
  provisions: { provision: string | null; status: string }[];
};
type Citation = { text: string; start: number; end: number; resolution: Resolution };
type Parsed = { on: string; writtenOn: string; asOf: string; citations: Citation[]; errors?: { pointer: string }[] };
type Statute = { sfs: string; id: string; status: string; repealedFrom: string | null; replacedBy: string | null; provisions: unknown };
type Page = { total: number; items: { key: string; agreement: { slug: string }; resolution: Resolution }[]; next: string | null };

describe('GET /law/statutes', () => {
  it('lists every law with its dates, and how it stands on the day', async () => {
    const { body } = await get<{ items: Statute[] }>('/statutes?on=2025-07-01');
    const of = (sfs: string) => body.items.find((item) => item.sfs === sfs);
    expect(of('2001:453')).toMatchObject({ id: '2001-453', status: 'repealed', repealedFrom: '2025-07-01', replacedBy: '2025:400' });
    expect(of('2025:400')).toMatchObject({ status: 'in-force', repealedFrom: null });
    const before = await get<{ items: Statute[] }>('/statutes?on=2025-06-30');
    expect(before.body.items.find(({ sfs }) => sfs === '2001:453')?.status).toBe('in-force');
    expect(before.body.items.find(({ sfs }) => sfs === '2025:400')?.status).toBe('not-yet');
  });

  it('never says how many provisions a law has when they are not read', async () => {
    const { body } = await get<{ items: Statute[] }>('/statutes');
    expect(body.items.find(({ sfs }) => sfs === '1982:763')?.provisions).toBeNull();
  });
});

describe('GET /law/statutes/{sfs}', () => {
  it('gives the provisions, and what those of an earlier law became here', async () => {
    const { body } = await get<{ provisions: string[]; predecessors: { from: { sfs: string } }[] }>('/statutes/2025-400');
    expect(body.provisions).toContain('7:2');
    expect(body.predecessors.map(({ from }) => from.sfs)).toContain('2001:453');
  });

  it('takes the number as it is printed too', async () => {
    expect((await get<Statute>('/statutes/2025:400')).body).toEqual((await get<Statute>('/statutes/2025-400')).body);
  });

  it('refuses a law that is not read here, and what is no number', async () => {
    expect(await get('/statutes/1999-1')).toMatchObject({ status: 404, body: { code: 'statute-not-found' } });
    expect(await get('/statutes/sol')).toMatchObject({ status: 422, body: { errors: [{ pointer: 'path:/sfs' }] } });
  });
});

describe('GET /law/citations', () => {
  it('gives the same citations page by page, by the links, as all at once', async () => {
    const all = (await get<Page>('/citations?limit=200')).body;
    expect(all.items.length).toBeGreaterThan(20);
    expect(all).toMatchObject({ total: all.items.length, next: null });
    const keys: string[] = [];
    for (let path: string | undefined = '/citations?limit=7'; path; ) {
      const { body, link }: { body: Page; link: string | null } = await get<Page>(path);
      expect(body.total).toBe(all.total);
      keys.push(...body.items.map(({ key }) => key));
      path = link?.match(/^<\/api\/v1\/law(.+)>; rel="next"$/)?.[1];
      expect(path === undefined).toBe(body.next === null);
    }
    expect(keys).toEqual(all.items.map(({ key }) => key));
  });

  it('keeps to every filter that is given', async () => {
    const { body } = await get<Page>('/citations?county=06&status=repealed&statute=2001:453&limit=200');
    expect(body.items.length).toBeGreaterThan(0);
    for (const { agreement, resolution } of body.items) {
      expect(agreement.slug).toMatch(/^jonkoping-/);
      expect(resolution.status).toBe('repealed');
    }
  });

  it('answers for the day that is asked about', async () => {
    const stale = async (on: string) => (await get<Page>(`/citations?status=repealed&on=${on}`)).body.total;
    expect(await stale('2025-07-01')).toBeGreaterThan(await stale('2025-06-30'));
  });

  it('points at every fault at once', async () => {
    const { status, body } = await get<Parsed>('/citations?on=i-dag&limit=0&county=6&okand=1&after=x');
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      'query:/after',
      'query:/county',
      'query:/limit',
      'query:/okand',
      'query:/on',
    ]);
  });
});

describe('POST /law/parse', () => {
  const text = 'Enligt 5 kap. 9 a § SoL (2001:453) och 16 kap. 3 § HSL gäller … 99 kap. 1 § SoL (2025:400).';

  it('finds every citation at its place, with what it comes to', async () => {
    const { status, body } = await parse({ text, on: '2026-11-22' });
    expect(status).toBe(200);
    expect(body.citations.map(({ start, end }) => text.slice(start, end))).toEqual(body.citations.map((one) => one.text));
    expect(body.citations.map(({ resolution }) => resolution.status)).toEqual(['repealed', 'in-force', 'not-found']);
    expect(body.citations[0]?.resolution).toMatchObject({ since: '2025-07-01', by: '2025:400', label: 'Upphävd' });
    expect(body.citations[0]?.resolution.counterparts[0]).toMatchObject({ label: 'SoL 7 kap. 2 §', certainty: 'derived' });
  });

  it('reads a law without number as the one of the day the text was written', async () => {
    const statuses = async (writtenOn: string) =>
      (await parse({ text: '5 kap. 9 a § SoL', on: '2026-11-22', writtenOn })).body.citations.map(({ resolution }) => resolution.status);
    expect(await statuses('2021-07-01')).toEqual(['repealed']);
  });

  it('finds nothing in a text without citations', async () => {
    expect((await parse({ text: '' })).body.citations).toEqual([]);
    expect((await parse({ text: 'Vi ses klockan 14.' })).body.citations).toEqual([]);
  });

  it('points at every fault at once', async () => {
    const { status, body } = await parse({ text: 5, on: '2026-02-30', writtenOn: null, mer: true });
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['#/text', '#/on', '#/writtenOn', '#/mer']);
  });
});
