import { describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import {
  answerFault,
  answersOpen,
  callingFault,
  PRESENCES,
  SUMMONS_ANSWERS,
  type SummonsAnswer,
  type SummonsFacts,
  summonsState,
  summonsView,
} from './summons.ts';

const facts = (over: Partial<SummonsFacts> = {}): SummonsFacts => ({
  ...{ as: 'summons', outside: false, seen: false, answer: undefined, presence: undefined },
  ...over,
});

describe('where a summons is', () => {
  test.each([
    [{}, 'sent'],
    [{ seen: true }, 'received'],
    [{ answer: 'yes' }, 'accepted'],
    [{ answer: 'substitute' }, 'accepted'],
    [{ answer: 'other-time', seen: true }, 'time-asked'],
    [{ answer: 'wrong-receiver' }, 'forwarded'],
    [{ answer: 'no', as: 'invitation' }, 'declined'],
    [{ answer: 'yes', presence: 'absent' }, 'absent'],
    [{ presence: 'present' }, 'attended'],
    [{ answer: 'no', presence: 'by-phone' }, 'attended'],
    [{ presence: 'by-video' }, 'attended'],
    [{ answer: 'wrong-receiver', presence: 'absent' }, 'forwarded'],
  ] satisfies [Partial<SummonsFacts>, string][])('%o is %s', (over, state) => {
    expect(summonsState(facts(over))).toBe(state);
  });
});

/** What can be answered in each state, and by whom: every other pair is refused. */
const OPEN: readonly [string, Partial<SummonsFacts>, readonly SummonsAnswer[]][] = [
  ['a summons that was sent', {}, ['yes', 'other-time', 'substitute', 'wrong-receiver']],
  ['a summons that was seen', { seen: true }, ['yes', 'other-time', 'substitute', 'wrong-receiver']],
  ['a summons that was accepted', { answer: 'yes' }, ['yes', 'other-time', 'substitute', 'wrong-receiver']],
  ['a summons with another time asked', { answer: 'other-time' }, ['yes', 'other-time', 'substitute', 'wrong-receiver']],
  ['a summons that was forwarded', { answer: 'wrong-receiver' }, []],
  ['a summons to who came', { presence: 'present' }, []],
  ['a summons to who did not come', { answer: 'yes', presence: 'absent' }, []],
  ['an invitation', { as: 'invitation' }, ['yes', 'other-time', 'substitute', 'wrong-receiver', 'no']],
  ['an invitation that was declined', { as: 'invitation', answer: 'no' }, ['yes', 'other-time', 'substitute', 'wrong-receiver', 'no']],
  ['an invitation to somebody from outside', { as: 'invitation', outside: true }, ['yes', 'other-time', 'substitute', 'no']],
];

describe('what is answered', () => {
  test.each(OPEN)('%s', (_, over, open) => {
    const now = facts(over);
    expect(answersOpen(now)).toEqual(open);
    for (const answer of SUMMONS_ANSWERS) {
      const fault = answerFault(now, { answer, text: 'Torsdag passar', rightUnit: 'u2' });
      expect(fault === undefined).toBe(open.includes(answer));
    }
  });

  test('a huvudman that is summoned never declines', () => {
    for (const over of [{}, { seen: true }, { answer: 'yes' }, { answer: 'other-time' }] as const) {
      const fault = answerFault(facts(over), { answer: 'no', text: 'Vi hinner inte', rightUnit: undefined });
      expect(fault?.code).toBe('summons-is-duty');
    }
  });

  test('whoever was called by mistake names the right unit, or comes', () => {
    expect(answerFault(facts(), { answer: 'wrong-receiver', text: '', rightUnit: undefined })?.code).toBe('right-unit-missing');
    expect(answerFault(facts(), { answer: 'wrong-receiver', text: '', rightUnit: 'u2' })).toBeUndefined();
  });

  test.each(['other-time', 'substitute', 'no'] as const)('%s is said in words', (answer) => {
    const invited = facts({ as: 'invitation' });
    expect(answerFault(invited, { answer, text: ' ', rightUnit: undefined })?.code).toBe('answer-words-missing');
    expect(isRefusal(answerFault(invited, { answer, text: 'Efter lunch', rightUnit: undefined }))).toBe(false);
  });

  test('nothing is answered once it is known who came', () => {
    for (const presence of PRESENCES) expect(answersOpen(facts({ as: 'invitation', presence }))).toEqual([]);
  });
});

describe('calling', () => {
  const today = Temporal.PlainDate.from('2026-11-22');
  const whole = { agreed: true, called: 1, sides: new Set(['region', 'municipality'] as const), replyBy: today, today };

  test('takes a yes from the person, somebody to call, both huvudmen, and a day to answer that has not passed', () => {
    expect(callingFault(whole)).toBeUndefined();
    expect(callingFault({ ...whole, agreed: false })?.code).toBe('person-not-asked');
    expect(callingFault({ ...whole, called: 0 })?.code).toBe('nobody-called');
    expect(callingFault({ ...whole, sides: new Set(['municipality'] as const) })).toMatchObject({
      code: 'huvudman-not-called',
      params: { side: 'region' },
    });
    expect(callingFault({ ...whole, sides: new Set(['region'] as const) })?.params).toEqual({ side: 'municipality' });
    expect(callingFault({ ...whole, replyBy: today.subtract({ days: 1 }) })?.code).toBe('reply-by-past');
  });

  test('never opens more of the plan than consent or law does', () => {
    expect(summonsView(new Set())).toEqual({ meeting: false, identity: false });
    expect(summonsView(new Set(['needs', 'goals'] as const))).toEqual({ meeting: false, identity: false });
    expect(summonsView(new Set(['meeting'] as const))).toEqual({ meeting: true, identity: false });
    expect(summonsView(new Map([['identity', 'consent']] as const))).toEqual({ meeting: false, identity: true });
  });
});
