import { expect, test } from 'vitest';
import { contradictionsIn } from './contradictions.ts';
import { situationFile } from './given.ts';
import { parseSituation } from './parse-situation.ts';
import { parseSituationParams, situationToParams } from './situation-params.ts';

function situation(raw: Record<string, unknown>) {
  const parsed = parseSituation({ county: '06', ...raw }, situationFile);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.situation;
}

const SEIZURES = { need: ['withdrawal'], risk: ['seizures'] };
const of = (raw: Record<string, unknown>) => contradictionsIn(situation(raw), situationFile);

test('says which answer another took the place of, and what was counted with', () => {
  expect(of({ ...SEIZURES, severity: 'mild' })).toEqual([
    {
      id: 'seizures-are-severe',
      told: [
        { fact: 'need', value: { set: ['withdrawal'] } },
        { fact: 'risk', value: { set: ['seizures'] } },
        { fact: 'severity', value: { choice: 'mild' } },
      ],
      counted: [{ fact: 'severity', value: { choice: 'severe' } }],
      because: 'b',
    },
  ]);
});

test('finds nothing in answers that agree, in "don\'t know", or in what was not asked', () => {
  for (const severity of [{ severity: 'severe' }, { severity: 'unknown' }, {}]) expect(of({ ...SEIZURES, ...severity })).toEqual([]);
});

test('tells of listed answers that do not go together, and that both were counted with', () => {
  const [found] = of({ need: ['withdrawal'], substance: ['none'] });
  expect(found).toMatchObject({ id: 'withdrawal-from-nothing', counted: [] });
  expect(found?.told.map(({ fact }) => fact)).toEqual(['need', 'substance']);
});

test('lists nothing where an answer says that both may be', () => {
  const contradictory = situationFile.contradictory.map((one) => ({ ...one, unless: { psychiatric: { is: true } } }));
  const found = (raw: Record<string, unknown>) => contradictionsIn(situation(raw), { ...situationFile, contradictory });
  expect(found({ need: ['withdrawal'], substance: ['none'], psychiatric: true })).toEqual([]);
  expect(found({ need: ['withdrawal'], substance: ['none'] })).toEqual([]);
  expect(found({ need: ['withdrawal'], substance: ['none'], psychiatric: false })).toHaveLength(1);
});

test('an answer whose place was taken stays in the address, so that the contradiction is told on every page', () => {
  const before = situation({ ...SEIZURES, severity: 'mild' });
  const params = situationToParams(before, situationFile);
  expect(params).toContainEqual(['svarighetsgrad', 'p-mild']);
  const read = parseSituationParams(params, situationFile);
  expect(read).toEqual({ ok: true, situation: before });
});
