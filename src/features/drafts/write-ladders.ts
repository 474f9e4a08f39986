import { z } from 'zod';
import type { Path } from '../../domain/counties/check-fault.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { freeSlug, slugOf } from '../../domain/counties/slug.ts';
import { Ladder, type Terms } from '../../domain/counties/terms.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import { levelled, placedAmong } from '../../domain/drafts/place-among.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { saveChecked } from './save-checked.ts';
import type { Seen } from './save-draft.ts';
import { After } from './write-adoption.ts';
import { Cited, SeenInput, said, Words, WordsOrNone } from './write-input.ts';
import { withTerm } from './write-terms.ts';

type OneLadder = Terms['ladders'][number];
/** Steps by their level, rules by their place from 1. */
const Nth = z.int().min(1).max(100);
const write = { permission: 'drafts.write', mode: 'write' } as const;

/** Changes one ladder, and tries what stands at `at` inside it. Refuses `ladder-not-found`. */
function saveLadder<No extends Refusal = never>(
  context: UseCaseContext<Seen & { readonly ladder: string }>,
  change: (ladder: OneLadder) => OneLadder | No,
  at: () => Path = () => [],
) {
  let index = 0;
  const where = { place: 'term:ladders', at: (): Path => ['terms', 'ladders', index, ...at()] };
  return saveChecked(context, where, (draft): DraftFile | No | Refusal<'ladder-not-found'> => {
    const all = draft.text.terms.ladders ?? [];
    index = all.findIndex(({ id }) => id === context.input.ladder);
    const known = all[index];
    if (!known) return refuse('ladder-not-found', {});
    const changed = change(known);
    return isRefusal(changed) ? changed : withTerm(draft, 'ladders', all.with(index, changed));
  });
}

const StepInput = { who: Words, body: Slug.or(z.literal('')), description: WordsOrNone, cites: Cited };

/** Begins a ladder with its first step. Answers its id. */
export const addLadder = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, title: Words, kind: Ladder.shape.kind, ends: Ladder.shape.ends, ...StepInput }),
  run: async (context) => {
    const { title, kind, ends, who, body, description, cites } = context.input;
    let [id, index] = ['', 0];
    const where = { place: 'term:ladders', at: (): Path => ['terms', 'ladders', index, 'steps', 0] };
    const saved = await saveChecked(context, where, (draft) => {
      const all = draft.text.terms.ladders ?? [];
      index = all.length;
      id = freeSlug(slugOf(title) || kind, (slug) => all.some((one) => one.id === slug));
      const steps = [{ level: 1, who, ...said({ body, description }), cites }];
      return withTerm(draft, 'ladders', [...all, { id, kind, title, steps, ends, rules: [] }]);
    });
    return isRefusal(saved) ? saved : { ...saved, ladder: id };
  },
});

/** Writes what a ladder is called, what it is about and how it ends. Refuses `ladder-not-found`. */
export const writeLadder = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, ladder: Slug, title: Words, kind: Ladder.shape.kind, ends: Ladder.shape.ends }),
  run: (context) => {
    const { title, kind, ends } = context.input;
    return saveLadder(context, (ladder) => ({ ...ladder, title, kind, ends }));
  },
});

/** Takes a ladder away. Refuses `ladder-not-found`. */
export const removeLadder = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, ladder: Slug }),
  run: (context) =>
    saveChecked(context, { place: 'term:ladders', at: () => ['terms', 'ladders'] }, (draft) => {
      const all = draft.text.terms.ladders ?? [];
      const ladders = all.filter(({ id }) => id !== context.input.ladder);
      return ladders.length === all.length ? refuse('ladder-not-found', {}) : withTerm(draft, 'ladders', ladders);
    }),
});

/** Writes a step of a ladder, after another; its number follows from the order. Without `level` a new one. Refuses `ladder-not-found` and `step-not-found`. */
export const writeLadderStep = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, ladder: Slug, level: Nth.optional(), after: After, ...StepInput }),
  run: (context) => {
    const { level, after, who, body, description, cites } = context.input;
    let at = 0;
    const change = (ladder: OneLadder) => {
      const was = ladder.steps.findIndex((step) => step.level === level);
      if (level !== undefined && was < 0) return refuse('step-not-found', {});
      const written = { level: 0, who, ...said({ body, description }), cites };
      const placed = placedAmong(ladder.steps, written, { was: was < 0 ? undefined : was, after });
      at = placed.indexOf(written);
      return { ...ladder, steps: levelled(placed) };
    };
    return saveLadder(context, change, () => ['steps', at]);
  },
});

/** Takes a step of a ladder away. Refuses `ladder-not-found`, `step-not-found`, and `only-step` when it is the only one. */
export const removeLadderStep = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, ladder: Slug, level: Nth }),
  run: (context) =>
    saveLadder(context, (ladder) => {
      const steps = ladder.steps.filter(({ level }) => level !== context.input.level);
      if (steps.length === ladder.steps.length) return refuse('step-not-found', {});
      return steps.length === 0 ? refuse('only-step', {}) : { ...ladder, steps: levelled(steps) };
    }),
});

/** Writes a rule that holds on every step of a ladder. Without `rule` a new one. Refuses `ladder-not-found` and `ladder-rule-not-found`. */
export const writeLadderRule = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, ladder: Slug, rule: Nth.optional(), text: Words, cites: Cited }),
  run: (context) => {
    const { rule, text, cites } = context.input;
    let at = 0;
    const change = (ladder: OneLadder) => {
      at = rule === undefined ? ladder.rules.length : rule - 1;
      if (rule !== undefined && !ladder.rules[at]) return refuse('ladder-rule-not-found', {});
      return { ...ladder, rules: rule === undefined ? [...ladder.rules, { text, cites }] : ladder.rules.with(at, { text, cites }) };
    };
    return saveLadder(context, change, () => ['rules', at]);
  },
});

/** Takes a rule of a ladder away. Refuses `ladder-not-found` and `ladder-rule-not-found`. */
export const removeLadderRule = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, ladder: Slug, rule: Nth }),
  run: (context) =>
    saveLadder(context, (ladder) => {
      const rules = ladder.rules.filter((_, index) => index !== context.input.rule - 1);
      return rules.length === ladder.rules.length ? refuse('ladder-rule-not-found', {}) : { ...ladder, rules };
    }),
});
