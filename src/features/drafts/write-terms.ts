import { z } from 'zod';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { DecidedBy, ExtensionTerm, LocalAgreementsTerm, type Terms } from '../../domain/counties/terms.ts';
import { conditionsFrom } from '../../domain/drafts/condition-form.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import { extensionFrom } from '../../domain/drafts/extension-form.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';
import { saveChecked } from './save-checked.ts';
import type { Seen } from './save-draft.ts';
import { Cited, Lines, SeenInput, said, TypedConditionsInput, Words, WordsOrNone } from './write-input.ts';

type Name = keyof Terms;

/** The same draft with one term as `change` makes it, or without it. */
export function withTerm<N extends Name>({ text, ...rest }: DraftFile, name: N, term: Terms[N] | undefined): DraftFile {
  const { [name]: _, ...others } = text.terms;
  return { ...rest, text: { ...text, terms: term === undefined ? others : { ...text.terms, [name]: term } } };
}

/** Writes one term whole. */
export function saveTerm<N extends Name, No extends Refusal = never>(
  context: UseCaseContext<Seen>,
  name: N,
  change: (before: DraftFile['text']['terms'][N], draft: DraftFile) => Terms[N] | No,
) {
  return saveChecked(context, { place: `term:${name}`, at: () => ['terms', name] }, (draft): DraftFile | No => {
    const term = change(draft.text.terms[name], draft);
    return isRefusal(term) ? term : withTerm(draft, name, term);
  });
}

const write = { permission: 'drafts.write', mode: 'write' } as const;

/** Writes from when to when the agreement is valid, and the text that says so. A note that is not named is kept. Refuses `ends-before-it-begins`. */
export const writeDraftValidity = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, from: IsoDate, to: IsoDate.optional(), note: WordsOrNone.optional(), cites: Cited }),
  run: (context) => {
    const { from, to, note, cites } = context.input;
    if (to !== undefined && to < from) return Promise.resolve(refuse('ends-before-it-begins', {}));
    return saveTerm(context, 'validity', (before) => ({ from, ...said({ to, note: note ?? before?.note }), cites }));
  },
});

const Instead = z.array(z.strictObject({ agreement: Slug, text: Words })).max(12);

/** Writes whom the agreement is for, in words and by age, and where those outside turn. Refuses `condition-not-a-number`. */
export const writeDraftTarget = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    description: Words,
    conditions: TypedConditionsInput,
    'applies-instead': Instead,
    vulnerable: Lines,
    note: WordsOrNone,
    cites: Cited,
  }),
  run: async (context) => {
    const { description, conditions: typed, vulnerable, note, cites } = context.input;
    const age = (await nationalFile(context.tx, 'situation')).facts.filter(({ id }) => id === 'age');
    const ages = conditionsFrom('conditions', age, typed);
    if (isRefusal(ages)) return ages;
    return saveTerm(context, 'target', (before) => {
      const { age: _, ...others } = before?.conditions ?? {};
      const conditions = { ...others, ...ages };
      return {
        ...before,
        certainty: before?.certainty ?? 'source',
        description,
        ...(Object.keys(conditions).length > 0 ? { conditions } : { conditions: undefined }),
        'applies-instead': context.input['applies-instead'],
        vulnerable,
        note: note === '' ? undefined : note,
        cites,
      };
    });
  },
});

/** Writes which situations the agreement has something to say about. Refuses `target-missing`, `condition-both-ways` and `condition-not-a-number`. */
export const writeDraftSituations = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, when: TypedConditionsInput }),
  run: async (context) => {
    const when = conditionsFrom('when', (await nationalFile(context.tx, 'situation')).facts, context.input.when);
    if (isRefusal(when)) return when;
    return saveTerm(context, 'target', (before) => {
      if (!before) return refuse('target-missing', {});
      return { ...before, when: Object.keys(when).length > 0 ? when : undefined };
    });
  },
});

/** Writes what of a situation, beside the age, has to hold for whoever is inside. Refuses `target-missing`, `condition-both-ways` and `condition-not-a-number`. */
export const writeDraftInside = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, conditions: TypedConditionsInput }),
  run: async (context) => {
    const facts = (await nationalFile(context.tx, 'situation')).facts.filter(({ id }) => id !== 'age');
    const typed = conditionsFrom('conditions', facts, context.input.conditions);
    if (isRefusal(typed)) return typed;
    return saveTerm(context, 'target', (before) => {
      if (!before) return refuse('target-missing', {});
      const { age } = before.conditions ?? {};
      const conditions = { ...(age ? { age } : {}), ...typed };
      return { ...before, conditions: Object.keys(conditions).length > 0 ? conditions : undefined };
    });
  },
});

/** Writes how the agreement is extended by itself, and what has to hold then. Refuses `number-out-of-range`. */
export const writeDraftExtension = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    months: z.string().max(20),
    times: z.string().max(20),
    requires: ExtensionTerm.shape.requires,
    cites: Cited,
  }),
  run: (context) => {
    const { months, times, requires, cites } = context.input;
    const extension = extensionFrom({ months, times, requires });
    if (isRefusal(extension)) return Promise.resolve(extension);
    return saveTerm(context, 'extension', () => ({ ...extension, cites }));
  },
});

/** Writes who tells whom of changes in their own services. */
export const writeDraftDutyToInform = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, who: Words, to: Words, about: Words, cites: Cited }),
  run: (context) => {
    const { who, to, about, cites } = context.input;
    return saveTerm(context, 'duty-to-inform', () => ({ who, to, about, cites }));
  },
});

/** Writes whether a party may give notice while the agreement applies, what to do instead, and who is told. */
export const writeDraftTermination = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    allowed: z.enum(['yes', 'no']),
    instead: WordsOrNone,
    notice: z.array(DecidedBy).max(30),
    cites: Cited,
  }),
  run: (context) => {
    const { allowed, instead, notice, cites } = context.input;
    return saveTerm(context, 'termination', () => ({ allowed: allowed === 'yes', ...said({ instead }), notice, cites }));
  },
});

/** Writes who may decide on minor amendments, and what those may never touch. */
export const writeDraftMinorAmendment = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, by: z.array(DecidedBy).min(1).max(30), 'may-not-touch': Lines.min(1), cites: Cited }),
  run: (context) => {
    const { by, 'may-not-touch': fenced, cites } = context.input;
    return saveTerm(context, 'minor-amendment', () => ({ by, 'may-not-touch': fenced, cites }));
  },
});

/** Writes which local agreements there are to be under this one, and who sees to it. Their parts are kept as they are. */
export const writeDraftLocalAgreements = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    per: LocalAgreementsTerm.shape.per,
    responsible: z.array(DecidedBy).min(1).max(30),
    purpose: Words,
    cites: Cited,
  }),
  run: (context) => {
    const { per, responsible, purpose, cites } = context.input;
    return saveTerm(context, 'local-agreements', (before) => ({ per, responsible, purpose, parts: before?.parts ?? [], cites }));
  },
});

/** The terms that an agreement can be without. */
export const optionalTerms = ['extension', 'duty-to-inform', 'local-agreements', 'termination', 'minor-amendment'] as const;

/** Takes a term away that an agreement can be without. Refuses `term-not-found`. */
export const removeDraftTerm = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, term: z.enum(optionalTerms) }),
  run: (context) => {
    const { term } = context.input;
    return saveChecked(context, { place: `term:${term}`, at: () => ['terms', term] }, (draft) =>
      draft.text.terms[term] === undefined ? refuse('term-not-found', { term }) : withTerm(draft, term, undefined),
    );
  },
});
