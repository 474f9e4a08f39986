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

/**
 * Plays the one who asks: starts with the place, answers each question from what the case knows, "don't know" to the rest. One who knows
 * of earlier seizures reads under the question of severity that they count as severe, and answers so.
 */
function dialogue(raw: Raw) {
  const { county, municipality } = raw;
  const full = parsed(raw);
  const severity = full.facts.severity;
  const known = { ...raw, ...(severity && severity !== 'unknown' && 'choice' in severity ? { severity: severity.choice } : {}) } as Raw;
  let told: Raw = { ...(county === undefined ? {} : { county }), ...(municipality === undefined ? {} : { municipality }) };
  const asked: string[] = [];
  for (;;) {
    const question = nextQuestion(navigator, parsed(told));
    if (!question) return { asked, answer: answerSituation(navigator, parsed(told)) };
    if (asked.includes(question.fact.id)) throw new Error(`asked twice: ${question.fact.id}`);
    asked.push(question.fact.id);
    told = { ...told, [question.fact.id]: known[question.fact.id] ?? 'unknown' };
  }
}

/** Someone who contradicts themselves is not led by questions: after the first of two answers the other is not asked for. */
const scripted = cases.filter((one) => Object.keys(one.situation).length > 1 && !one.contradict?.length);

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

test('five questions settle more than nine cases of ten just as their full facts do, and leave the rest open rather than wrong', () => {
  const unsettled = scripted.filter((one) => {
    const shown = new Map(dialogue(one.situation).answer.duties.map((duty) => [duty.row.id, duty.result]));
    return one['must-not'].some((row) => shown.has(row)) || Object.entries(one.results).some(([row, result]) => shown.get(row) !== result);
  });
  expect(unsettled.length / scripted.length, unsettled.map((one) => one.id).join(' ')).toBeLessThan(0.1);
});
