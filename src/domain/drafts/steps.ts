import type { z } from 'zod';
import type { AdoptionStep, adoptionSteps, Terms } from '../counties/terms.ts';

/** The kinds of steps by which a text is decided, in the order that they are taken. */
export const stepKinds = ['recommend', 'adopt', 'establish', 'sign'] as const satisfies readonly (typeof adoptionSteps)[number][];
export type StepKind = (typeof stepKinds)[number];

/** What a step of a decision asks for: a decision, or a signature. */
const asks = (kind: StepKind): Step['asks'] => (kind === 'sign' ? 'signature' : 'decision');

/**
 * Who takes a step, as one word: `party:region` and `party:<municipality code>` each in its own deciding body, `body:<id>` a joint body, and
 * `seat:<body>.<seat>` whoever holds that seat.
 */
export type Decider = `party:${string}` | `body:${string}` | `seat:${string}`;

/** One step of the way to a decision, with everyone who must take it. */
export type Step = {
  readonly id: string;
  readonly kind: StepKind;
  readonly asks: 'decision' | 'signature';
  readonly deciders: readonly Decider[];
};

type Ground = {
  readonly terms: { readonly adoption?: Terms['adoption'] | undefined; readonly 'minor-amendment'?: Terms['minor-amendment'] };
  readonly class: 'major' | 'minor';
  /** The codes of the municipalities that are parties. */
  readonly municipalities: readonly string[];
};

/**
 * The steps to a decision, in order, from the agreement's own words: those of its adoption, or for a minor amendment the one of whoever may decide it.
 * What comes before a decision (mandate, drafting, consultation) is no step here. Empty when the agreement does not say.
 */
export function stepsOf({ terms, class: size, municipalities }: Ground): Step[] {
  if (size === 'minor') {
    const by = terms['minor-amendment']?.by ?? [];
    return by.length === 0
      ? []
      : [{ id: 'minor', kind: 'establish', asks: 'decision', deciders: by.flatMap((one) => decidersOf(one, municipalities)) }];
  }
  return (terms.adoption ?? []).flatMap((step) => (isDeciding(step) ? [stepOf(step, municipalities)] : []));
}

type Deciding = z.infer<typeof AdoptionStep> & { readonly step: StepKind };

function isDeciding(step: z.infer<typeof AdoptionStep>): step is Deciding {
  return (stepKinds as readonly string[]).includes(step.step);
}

function stepOf(step: Deciding, municipalities: readonly string[]): Step {
  const deciders = step.by.flatMap((by) => decidersOf(by, municipalities));
  return { id: step.id, kind: step.step, asks: asks(step.step), deciders };
}

function decidersOf(by: string, municipalities: readonly string[]): Decider[] {
  if (by === 'each-party') return ['party:region', ...municipalities.map((code) => `party:${code}` as const)];
  return [by.includes('.') ? `seat:${by}` : `body:${by}`];
}
