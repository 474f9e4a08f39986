import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isRefusal } from '../refusal.ts';
import { type DisclosureFacts, dutiesToTell, mayDisclose, regimeOf } from './may-disclose.ts';
import { conditions, misuses, regimes, SecrecyRulesFile } from './secrecy-rules-file.ts';

const path = new URL('../../../counties/national/secrecy-rules.yaml', import.meta.url);
const file = SecrecyRulesFile.parse(parse(readFileSync(path, 'utf8')));

function rule(id: string) {
  const found = file.rules.find((one) => one.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}

/** An adult in need of care, about whom nothing else holds: what each case changes is what decides. */
const nothing = Object.fromEntries(conditions.map((condition) => [condition, 'unmet']));
const needed = { ...nothing, 'needed-for-care': 'met' } as const;
const adult = (changes: Partial<DisclosureFacts> = {}): DisclosureFacts => ({
  from: 'health-care',
  to: 'social-services',
  age: 40,
  misuse: [],
  judged: needed,
  ...changes,
});
const outcome = (id: string, facts: DisclosureFacts) => {
  const answer = mayDisclose(rule(id), facts);
  return isRefusal(answer) ? answer.code : answer.met.join(' + ');
};

describe.each([
  ['osl-25-12', 'health-care', 'social-services'],
  ['osl-26-9', 'social-services', 'health-care'],
] as const)('necessary support by %s', (id, from, to) => {
  const told = (changes: Partial<DisclosureFacts>) => outcome(id, adult({ from, to, ...changes }));

  it.each(misuses.map((misuse) => [misuse, ['alcohol', 'narcotics', 'volatile-solvents'].includes(misuse)] as const))(
    'misuse of %s is covered: %s',
    (misuse, covered) => {
      expect(told({ misuse: [misuse] })).toBe(covered ? 'needed-for-care + ongoing-misuse' : 'misuse-not-covered');
    },
  );

  it('gambling beside alcohol is covered for the alcohol', () => {
    expect(told({ misuse: ['gambling', 'alcohol'] })).toBe('needed-for-care + ongoing-misuse');
  });

  it.each([
    ['somebody who is 17', { age: 17 }, 'needed-for-care + under-18'],
    ['somebody who is 18', { age: 18 }, 'condition-not-met'],
    ['somebody in care by LPT or LRV', { judged: { ...needed, 'lpt-lrv-care': 'met' } }, 'needed-for-care + lpt-lrv-care'],
    ['an unborn child', { judged: { ...nothing, 'unborn-child': 'met' } }, 'unborn-child'],
    ['a child for whom nothing is needed', { age: 10, judged: nothing }, 'condition-not-met'],
    ['somebody whose age is not known', { age: undefined }, 'condition-not-known'],
    ['somebody whose misuse is not known', { misuse: undefined }, 'condition-not-known'],
    ['somebody of whom nothing has been judged', { age: 10, judged: {} }, 'condition-not-known'],
    ['a private provider', { to: 'private-care', age: 10 }, 'rule-not-for-receiver'],
    ['the police', { to: 'police', age: 10 }, 'rule-not-for-receiver'],
    ['a private provider’s own record', { from: 'private-care', age: 10 }, 'rule-not-for-sender'],
  ] as const)('%s', (_, changes, expected) => {
    expect(told(changes)).toBe(expected);
  });
});

describe('the other rules', () => {
  const cannot = adult({ judged: { ...needed, 'cannot-consent': 'met' } });

  it('health care may tell private providers too when the person cannot consent, and a no is not that', () => {
    expect(outcome('osl-25-13', { ...cannot, to: 'private-social' })).toBe('needed-for-care + cannot-consent');
    expect(outcome('osl-25-13', adult())).toBe('condition-not-met');
  });

  it('social services have no such rule, which is shown as not found and never used', () => {
    expect(outcome('osl-25-13', { ...cannot, from: 'social-services', to: 'health-care' })).toBe('rule-not-for-sender');
    expect(outcome('cannot-consent-social-services', { ...cannot, from: 'social-services', to: 'health-care' })).toBe('rule-not-found');
    expect(rule('cannot-consent-social-services')).toMatchObject({ certainty: 'unknown', law: [] });
  });

  it('the general clause is never a ground for this secrecy', () => {
    const everything = Object.fromEntries(conditions.map((condition) => [condition, 'met']));
    expect(outcome('osl-10-27', adult({ age: 10, misuse: ['alcohol'], judged: everything }))).toBe('rule-does-not-apply');
  });

  it('the police are told of somebody under 21 by social services alone', () => {
    const risk = { ...nothing, 'risk-of-crime': 'met' } as const;
    const told = (from: DisclosureFacts['from'], age: number) => outcome('osl-10-18-a', adult({ from, to: 'police', age, judged: risk }));
    expect([told('social-services', 20), told('social-services', 21), told('health-care', 20)]).toEqual([
      'under-21 + risk-of-crime',
      'condition-not-met',
      'rule-not-for-sender',
    ]);
  });

  it('never open anything for a sender or a receiver whose secrecy they do not name, whatever holds', () => {
    const everything = Object.fromEntries(conditions.map((condition) => [condition, 'met']));
    const opened = file.rules.flatMap((one) =>
      regimes.flatMap((from) =>
        regimes
          .filter((to) => !isRefusal(mayDisclose(one, { from, to, age: 10, misuse: ['alcohol'], judged: everything })))
          .map((to) => ({ one, from, to })),
      ),
    );
    expect(opened.length).toBeGreaterThan(20);
    expect(opened.filter(({ one, from, to }) => !one.from.includes(from) || !one.to.includes(to) || one.standing !== 'usable')).toEqual([]);
  });

  it('say at once which conditions are not known', () => {
    const answer = mayDisclose(rule('osl-25-13'), adult({ judged: {} }));
    expect(answer).toMatchObject({ code: 'condition-not-known', params: { conditions: ['needed-for-care', 'cannot-consent'] } });
  });
});

describe('the duties to tell', () => {
  it('bind everybody who meets a child, and are about no consent', () => {
    const bound = regimes.filter((regime) =>
      dutiesToTell(file, regime).some(({ id, urgency }) => id === 'orosanmalan' && urgency === 'immediately'),
    );
    expect(bound).toEqual([...regimes]);
  });

  it('name the notice by LVM for health care', () => {
    expect(dutiesToTell(file, 'health-care').map(({ id }) => id)).toContain('lvm-anmalan');
  });
});

describe('under which secrecy a unit works', () => {
  it.each([
    ['primarvard', false, 'health-care'],
    ['primarvard', true, 'private-care'],
    ['kommunal-halso-sjukvard', false, 'health-care'],
    ['individ-familjeomsorg', false, 'social-services'],
    ['individ-familjeomsorg', true, 'private-social'],
    ['familjecentral', false, undefined],
    ['mariamottagning', true, undefined],
  ])('%s, private: %s, is %s', (kind, isPrivate, regime) => {
    expect(regimeOf(file, { kind, isPrivate })).toBe(regime);
  });
});
