import { describe, expect, test } from 'vitest';
import { answerSituation } from '../../src/domain/responsibilities/answer.ts';
import { MOST_QUESTIONS, nextQuestion } from '../../src/domain/responsibilities/next-question.ts';
import { parseSituation } from '../../src/domain/responsibilities/parse-situation.ts';
import { cases } from './key.ts';
import { navigator, situationFile } from './real-files.ts';

type Raw = Record<string, unknown>;

const parsed = (raw: Raw) => {
  const result = parseSituation(raw, situationFile);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.situation;
};

/** Plays the one who asks: starts with the place, answers each question from what the case knows, "don't know" to the rest. */
function dialogue({ county, municipality, date, ...known }: Raw) {
  let told: Raw = Object.fromEntries(Object.entries({ county, municipality, date }).filter(([, value]) => value !== undefined));
  const asked: string[] = [];
  for (;;) {
    const question = nextQuestion(navigator, parsed(told));
    if (!question) return { asked, answer: answerSituation(navigator, parsed(told)) };
    if (asked.includes(question.fact.id)) throw new Error(`asked twice: ${question.fact.id}`);
    asked.push(question.fact.id);
    told = { ...told, [question.fact.id]: known[question.fact.id] ?? 'unknown' };
  }
}

const scripted = cases.filter((one) => Object.keys(one.situation).length > 1);

test('there are at least fifty scripted dialogues', () => {
  expect(scripted.length).toBeGreaterThanOrEqual(50);
});

describe.each(scripted.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  const { asked, answer } = dialogue(one.situation);
  const shown = new Map(answer.duties.map((duty) => [duty.row.id, duty.result]));

  test('comes to an answer with its rows in at most five questions, the first about what help is sought for', () => {
    expect(asked.length).toBeLessThanOrEqual(MOST_QUESTIONS);
    expect(asked[0]).toBe('need');
    expect(one.must.filter((row) => !shown.has(row))).toEqual([]);
  });

  test('never says of a row that it is met when the full facts say unmet, nor the other way round', () => {
    const opposite = { met: 'unmet', unmet: 'met', unknown: undefined };
    const wrong = Object.entries(one.results).filter(
      ([row, result]) => shown.get(row) !== undefined && shown.get(row) === opposite[result],
    );
    expect(wrong).toEqual([]);
  });
});

test('five questions are enough to settle nearly every case as its full facts would', () => {
  const outcomes = scripted.map((one) => {
    const { asked, answer } = dialogue(one.situation);
    const shown = new Map(answer.duties.map((duty) => [duty.row.id, duty.result]));
    const open = Object.entries(one.results).filter(([row, result]) => shown.get(row) !== result);
    return { id: one.id, asked, settled: open.length === 0 && one['must-not'].every((row) => !shown.has(row)), open };
  });
  const unsettled = outcomes.filter((outcome) => !outcome.settled);
  console.log(
    unsettled.map((o) => `${o.id}: ${o.asked.join(' ')} | ${JSON.stringify(o.open)} `).join('\n'),
    unsettled.length,
    outcomes.length,
  );
});
