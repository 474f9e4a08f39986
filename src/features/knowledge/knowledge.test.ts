import { describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { listKnowledge } from './list-knowledge.ts';
import { readKnowledge } from './read-knowledge.ts';

const PAGE = 'regionala-samverkansoverenskommelser';
const scope = async () => ({ runtime: { database: await givenDatabase(), clock: givenClock() }, actor: PUBLIC });

async function list(input: Parameters<typeof listKnowledge>[1]) {
  const found = await listKnowledge(await scope(), input);
  if (isRefusal(found)) return expect.fail(found.code);
  return Object.fromEntries(
    found.agreements.map(({ agreement, fits, rows }) => [agreement.slug, { fits, rows: rows.map(({ row }) => row.id) }]),
  );
}

describe('knowledge, agreements and duties by one choice', () => {
  test('a kurator sees duties for a kurator; what always holds stays', async () => {
    const all = (await list({ county: '20' }))['dalarna-missbruk-beroende-2021'];
    const somatic = (await list({ county: '20', filter: { performer: 'somatisk-oppenvard' } }))['dalarna-missbruk-beroende-2021'];
    expect(all?.rows).toHaveLength(14);
    expect(somatic).toEqual({ fits: true, rows: ['DAL-01', 'DAL-13', 'DAL-14'] });
  });

  test('an agreement for adults does not fit a child, and its duties that always hold are not hidden', async () => {
    expect((await list({ filter: { ageGroup: 'barn' } }))['jonkoping-missbruk-beroende']).toEqual({
      fits: false,
      rows: ['JA-03', 'JA-06', 'JA-07', 'JA-08'],
    });
  });

  test('by severity, simple detoxification goes when it is severe', async () => {
    const rows = (await list({ filter: { severity: 'svar' } }))['jonkoping-missbruk-beroende']?.rows;
    expect(rows).toContain('JA-27');
    expect(rows).not.toContain('JA-25');
  });

  test('by condition, agreements on another condition do not fit', async () => {
    const found = await list({ filter: { condition: 'missbruk-beroende' } });
    expect(
      Object.entries(found)
        .filter(([, { fits }]) => !fits)
        .map(([slug]) => slug),
    ).toEqual(['jonkoping-psykiatriska-tillstand']);
  });

  test.each([
    ['tag-not-found', { filter: { role: 'doktor' } }],
    ['county-not-found', { county: '01' }],
  ] as const)('refuses with %s', async (code, input) => {
    expect(await listKnowledge(await scope(), input)).toMatchObject({ refused: true, code });
  });
});

describe('a page of knowledge support', () => {
  test('leads back to every agreement, section and row that points to it', async () => {
    const found = await readKnowledge(await scope(), { id: PAGE });
    if (isRefusal(found)) return expect.fail(found.code);
    const back = found.pointing.map(({ agreement, sections, rows }) => [agreement.slug, sections.length > 0, rows.map(({ id }) => id)]);
    expect(back).toEqual([
      ['jonkoping-missbruk-beroende', true, ['JA-02']],
      ['jonkoping-psykiatriska-tillstand', true, ['JP-J11', 'JP-R04', 'JP-R06']],
      ['dalarna-missbruk-beroende-2021', true, ['DAL-02', 'DAL-09', 'DAL-11']],
    ]);
  });

  test('refuses a page that is not there', async () => {
    expect(await readKnowledge(await scope(), { id: 'x' })).toMatchObject({ refused: true, code: 'knowledge-not-found' });
  });
});
