import { beforeAll, describe, expect, it } from 'vitest';
import { givenApp } from '../../../tests/given/app.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { Terms } from '../../domain/counties/terms.ts';
import { conditionBody, termsBody } from './api-term-answers.ts';
import { ConditionBody, TermsBody } from './api-term-schemas.ts';

const DALARNA = 'dalarna-missbruk-beroende-2021';
const JONKOPING = 'jonkoping-missbruk-beroende';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp();
});

async function termsOf(slug: string) {
  return TermsBody.parse(await (await app.request(`/api/v1/agreements/${slug}/terms`)).json());
}

/** Everything under a key, however deep. */
function everything(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((inner) => everything(inner, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [inner] : everything(inner, key)));
}

describe('GET /agreements/{slug}/terms', () => {
  it('gives validity and extension with the conditions they hang on', async () => {
    const { terms } = await termsOf(DALARNA);
    expect(terms.validity).toMatchObject({ from: '2021-07-01', to: '2024-06-30' });
    expect(terms.extension).toMatchObject({ months: 12, times: 1 });
    expect(terms.extension?.requires).toContain('no-successor');
  });

  it('names the bodies that decide, and spells "all municipalities" out', async () => {
    const { terms } = await termsOf(JONKOPING);
    expect(terms.parties).toMatchObject({ region: '06', allMunicipalities: true });
    expect(terms.parties.municipalities).toHaveLength(13);
    expect(terms.adoption[0]?.by).toEqual([{ kind: 'body', body: { id: 'reko', name: 'ReKo' }, seat: null }]);
    const [ladder] = terms.ladders;
    expect(ladder?.steps.map(({ level, body }) => [level, body?.id ?? null])).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, 'strategigrupp-psykiatri-missbruk'],
      [5, 'reko'],
    ]);
    expect(terms.target.conditions).toEqual([{ fact: 'age', condition: { min: 18 } }]);
  });

  it.each([DALARNA, JONKOPING, 'jonkoping-psykiatriska-tillstand'])(
    '%s: cites for every term a sentence that the text of that version has',
    async (slug) => {
      const answer = await termsOf(slug);
      type Text = { version: string; sections: { id: string; heading: string; url: string; sentences: { id: string; url: string }[] }[] };
      const text = (await (await app.request(`/api/v1/agreements/${slug}/text?version=${answer.version}`)).json()) as Text;
      const places = new Map(
        text.sections.flatMap(({ id, url, sentences }) => [[id, url] as const, ...sentences.map((one) => [one.id, one.url] as const)]),
      );
      type Citation = { agreement: string; version: string; section: string; sentence: string | null; url: string };
      const citations = everything(answer.terms, 'citations').flat() as Citation[];
      expect(citations.length).toBeGreaterThan(10);
      for (const { agreement, version, section, sentence, url } of citations) {
        expect([agreement, version]).toEqual([slug, text.version]);
        expect(url).toBe(places.get(sentence === null ? section : `${section}.${sentence}`));
      }
    },
  );

  it('leads to a page that has the sentence', async () => {
    const [citation] = (await termsOf(DALARNA)).terms.validity.citations;
    const [address = '', id = ''] = (citation?.url ?? '').split('#');
    expect(await (await app.request(address)).text()).toContain(`id="${id}"`);
  });

  it('refuses a version that is not held', async () => {
    const answer = await app.request(`/api/v1/agreements/${DALARNA}/terms?version=3.1`);
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { code: 'version-not-found', errors: [{ pointer: 'query:/version' }] },
    ]);
  });
});

describe('termsBody', () => {
  const cites = ['a.a1'];
  const secret = 'never answered';
  const terms = {
    parties: { region: true, municipalities: ['9901'], cites, secret },
    target: {
      description: 'Alla.',
      'applies-instead': [{ agreement: 'b', text: 'B.', secret }],
      vulnerable: [],
      certainty: 'source',
      cites,
      secret,
    },
    validity: { from: '2024-01-01', cites, secret },
    extension: { months: 12, times: 1, requires: ['no-successor'], cites, secret },
    adoption: [{ id: 'a', step: 'sign', by: ['each-party', 'rad.chair', 'rad'], description: 'A.', cites, secret }],
    cadences: [
      {
        id: 'c',
        of: 'agreement',
        kind: 'revision',
        every: 'P1Y',
        strength: 'must',
        by: [],
        starts: '2024-01-01',
        description: 'C.',
        cites,
        secret,
      },
    ],
    ladders: [
      {
        id: 'l',
        kind: 'deviation',
        title: 'L',
        steps: [{ level: 1, who: 'Ni', cites, secret }],
        ends: 'body',
        rules: [{ text: 'R.', cites, secret }],
        secret,
      },
    ],
    'duty-to-inform': { who: 'A', to: 'B', about: 'C', cites, secret },
    'local-agreements': {
      per: 'district',
      responsible: ['rad'],
      purpose: 'P.',
      parts: [{ id: 'p', heading: 'P', guidance: [], cites, secret }],
      cites,
      secret,
    },
    termination: { allowed: true, notice: ['rad'], cites, secret },
    'minor-amendment': { by: ['rad'], 'may-not-touch': ['pengar'], cites, secret },
  };
  const sections = [{ id: 'a', heading: 'A', sentences: { a1: 'A.' }, deepening: [], sections: [] }];
  const agreement = { slug: 'x', version: { label: '1 a', from: '2024-01-01' }, sections, terms } as unknown as AgreementFile;
  const county = {
    code: '99',
    municipalities: [{ code: '9901', name: 'Norrälva' }],
    bodies: [{ id: 'rad', name: 'Rådet', seats: [{ id: 'chair', title: 'Ordförande' }] }],
  } as unknown as CountyFile;
  const answer = termsBody({ agreement, on: '2026-11-22' }, county);

  it('answers every kind of term that an agreement may have, in the documented form', () => {
    const camel = (key: string) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    expect(Object.keys(answer.terms).toSorted()).toEqual(Object.keys(Terms.shape).map(camel).toSorted());
    expect(Object.values(answer.terms)).not.toContain(null);
    expect(() => TermsBody.parse(answer)).not.toThrow();
  });

  it('never answers a field that the document does not have', () => {
    expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it('says who decides: each party, a seat by its title, a body by its name', () => {
    const body = { id: 'rad', name: 'Rådet' };
    expect(answer.terms.adoption[0]?.by).toEqual([
      { kind: 'each-party', body: null, seat: null },
      { kind: 'seat', body, seat: { id: 'chair', name: 'Ordförande' } },
      { kind: 'body', body, seat: null },
    ]);
  });

  it('leads to the version, however it is labelled', () => {
    expect(answer.terms.validity.citations[0]?.url).toBe('/avtal/x?version=1%20a#a.a1');
  });

  it('keeps each form of condition', () => {
    for (const condition of [{ any: ['a'] }, { min: 1 }, { min: 1, max: 2 }, { max: 2 }, { is: false }]) {
      expect(conditionBody(condition)).toEqual(condition);
      expect(ConditionBody.parse(conditionBody(condition))).toEqual(condition);
    }
  });
});
