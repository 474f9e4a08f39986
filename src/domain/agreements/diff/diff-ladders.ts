import type { Terms } from '../../counties/terms.ts';
import { byId } from './by-id.ts';
import { type About, type Change, changed } from './change.ts';
import { number, sameWords, stated, text } from './stated.ts';
import { type Both, touchesParties } from './touching.ts';
import { normal } from './words.ts';

type Ladder = Terms['ladders'][number];

/** What changed in the ladders: steps by body, else by who, else by level. */
export function diffLadders(both: Both): Change[] {
  return byId(both.from.terms.ladders, both.to.terms.ladders).flatMap(([was, is]) => {
    const shown = is ?? was;
    const all: About = {
      what: shown?.id ?? '',
      label: shown?.title ?? '',
      cites: { from: citesOf(was), to: citesOf(is) },
      touches: touchesParties(both, bodiesOf(was, is)),
    };
    if (!was || !is) return changed('ladder', all, stated(was?.title, text), stated(is?.title, text));
    return [
      ...matchSteps(was, is).flatMap(([a, b]) => diffLadderStep(all, a, b)),
      ...changed('ladder-ends', all, text(was.ends), text(is.ends)),
      ...diffRules(all, was.rules, is.rules),
    ];
  });
}

function citesOf(ladder: Ladder | undefined): string[] {
  return [...new Set(ladder?.steps.flatMap(({ cites }) => cites) ?? [])];
}

function bodiesOf(...ladders: readonly (Ladder | undefined)[]): string[] {
  return ladders.flatMap((ladder) => ladder?.steps.flatMap(({ body }) => (body ? [body] : [])) ?? []);
}

type LadderStep = Ladder['steps'][number];

function matchSteps(from: Ladder, to: Ladder): [LadderStep | undefined, LadderStep | undefined][] {
  const left = [...from.steps];
  const right = [...to.steps];
  const pairs: [LadderStep | undefined, LadderStep | undefined][] = [];
  const keys = [
    ({ body }: LadderStep) => body,
    ({ body, who }: LadderStep) => (body ? undefined : normal(who)),
    ({ level }: LadderStep) => level,
  ];
  for (const keyOf of keys) {
    for (const step of [...left]) {
      const key = keyOf(step);
      const other = right.find((one) => key !== undefined && keyOf(one) === key);
      if (!other) continue;
      pairs.push([step, other]);
      left.splice(left.indexOf(step), 1);
      right.splice(right.indexOf(other), 1);
    }
  }
  return [
    ...pairs,
    ...right.map((one): [undefined, LadderStep] => [undefined, one]),
    ...left.map((one): [LadderStep, undefined] => [one, undefined]),
  ];
}

function diffLadderStep(ladder: About, was: LadderStep | undefined, is: LadderStep | undefined): Change[] {
  const bodies = [was?.body, is?.body].flatMap((body) => (body ? [body] : []));
  const all: About = {
    ...ladder,
    what: `${ladder.what}/${(is ?? was)?.level}`,
    label: is?.who ?? was?.who ?? '',
    cites: { from: was?.cites ?? [], to: is?.cites ?? [] },
    touches: { ...ladder.touches, bodies },
  };
  const who = was && is && was.body && was.body === is.body ? { from: null, to: null } : sameWords(was?.who, is?.who);
  return [
    ...changed('ladder-step', all, who.from, who.to),
    ...(was && is ? changed('ladder-level', all, number(was.level), number(is.level)) : []),
  ];
}

function diffRules(ladder: About, from: Ladder['rules'], to: Ladder['rules']): Change[] {
  const lacking = (own: Ladder['rules'], other: Ladder['rules']) =>
    own.filter((rule) => !other.some((one) => normal(rule.text) === normal(one.text)));
  const rule =
    (kind: 'from' | 'to') =>
    (one: Ladder['rules'][number]): Change => ({
      kind: 'ladder-rule',
      ...ladder,
      cites: { from: [], to: [], [kind]: one.cites },
      from: kind === 'from' ? text(one.text) : null,
      to: kind === 'to' ? text(one.text) : null,
    });
  return [...lacking(from, to).map(rule('from')), ...lacking(to, from).map(rule('to'))];
}
