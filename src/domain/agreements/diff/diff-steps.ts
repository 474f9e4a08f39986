import type { Terms } from '../../counties/terms.ts';
import { byId } from './by-id.ts';
import { type About, type Change, changed, type Stated } from './change.ts';
import { day, deciders, period, stated, text } from './stated.ts';
import { type Both, touchesParties } from './touching.ts';

type Step = Terms['adoption'][number];
type Cadence = Terms['cadences'][number];
type Cited = { readonly cites: readonly string[] };

/** What changed in the steps of adoption and in what recurs. Descriptions are wording. */
export function diffSteps(both: Both): Change[] {
  return [...diffAdoption(both), ...diffCadences(both)];
}

function about(both: Both, from: Cited | undefined, to: Cited | undefined, what: string, label: string, bodies: readonly string[]): About {
  return { what, label, cites: { from: from?.cites ?? [], to: to?.cites ?? [] }, touches: touchesParties(both, bodies) };
}

function diffAdoption(both: Both): Change[] {
  const [from, to] = [both.from.terms.adoption, both.to.terms.adoption];
  const steps = byId(from, to).flatMap(([was, is]) => {
    const shown = is ?? was;
    const all = about(both, was, is, shown?.id ?? '', shown?.description ?? '', [...(was?.by ?? []), ...(is?.by ?? [])]);
    return [
      ...changed('adoption-step', all, stated(was?.step, text), stated(is?.step, text)),
      ...(was && is ? changed('adoption-by', all, deciders(was.by), deciders(is.by)) : []),
    ];
  });
  const shared = (own: readonly Step[], other: readonly Step[]) => own.filter(({ id }) => other.some((one) => one.id === id));
  const order = (own: readonly Step[]): Stated => ({ as: 'texts', texts: own.map(({ id }) => id) });
  const [before, now] = [shared(from, to), shared(to, from)];
  const cites = { from: before.flatMap((one) => one.cites), to: now.flatMap((one) => one.cites) };
  const all: About = {
    what: '',
    label: '',
    cites,
    touches: touchesParties(
      both,
      now.flatMap(({ by }) => by),
    ),
  };
  return [...steps, ...changed('adoption-order', all, order(before), order(now)).map((one) => inWords(one, before, now))];
}

/** The order of steps, told by what they are described as. */
function inWords(change: Change, from: readonly Step[], to: readonly Step[]): Change {
  const words = (steps: readonly Step[]): Stated => ({ as: 'texts', texts: steps.map(({ description }) => description) });
  return { ...change, from: words(from), to: words(to) };
}

function diffCadences(both: Both): Change[] {
  return byId(both.from.terms.cadences, both.to.terms.cadences).flatMap(([was, is]) => {
    const shown = is ?? was;
    const all = about(both, was, is, shown?.id ?? '', shown?.kind ?? '', [...(was?.by ?? []), ...(is?.by ?? [])]);
    if (!was || !is || was.of !== is.of || was.kind !== is.kind) return changed('cadence', all, stated(was, cadence), stated(is, cadence));
    return [
      ...changed('cadence-every', all, stated(was.every, period), stated(is.every, period)),
      ...changed('cadence-strength', all, strength(was), strength(is)),
      ...changed('cadence-by', all, deciders(was.by), deciders(is.by)),
      ...changed('cadence-starts', all, day(was.starts), day(is.starts)),
    ];
  });
}

function cadence({ of, kind, every, strength: must }: Cadence): Stated {
  return { as: 'cadence', cadence: { of, kind, every, strength: must } };
}

function strength({ strength: must }: Cadence): Stated {
  return { as: 'strength', strength: must };
}
