import { z } from 'zod';
import { Basis, Slug } from '../../domain/counties/ids.ts';
import { ActorRole, Deadline, ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { conditionsFrom } from '../../domain/drafts/condition-form.ts';
import type { DraftFile, DraftText } from '../../domain/drafts/draft-file.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';
import { saveChecked } from './save-checked.ts';
import type { Seen } from './save-draft.ts';
import { Cited, Lines, SeenInput, TypedConditionsInput, WordsOrNone } from './write-input.ts';

type Row = ResponsibilityRow;
const RowId = ResponsibilityRow.shape.id;
const write = { permission: 'drafts.write', mode: 'write' } as const;
/** How many of a kind a row names at most. */
const MOST = 60;

const none = (text: string) => (text === '' ? undefined : text);

/** Writes one row; `change` gets it as it is, undefined when there is none. */
function saveRow<No extends Refusal = never>(
  context: UseCaseContext<Seen & { readonly row: string }>,
  change: (before: Row | undefined, text: DraftText) => Row | undefined | No,
) {
  const { row: id } = context.input;
  const indexIn = ({ text }: DraftFile) => text.responsibilities.findIndex((one) => one.id === id);
  return saveChecked(context, { place: `row:${id}`, at: (draft) => ['responsibilities', indexIn(draft)] }, (draft): DraftFile | No => {
    const { text } = draft;
    const before = text.responsibilities.find((one) => one.id === id);
    const row = change(before, text);
    if (isRefusal(row)) return row as No;
    const others = text.responsibilities.flatMap((one) => (one.id === id ? (row ?? []) : one));
    return { ...draft, text: { ...text, responsibilities: before || !row ? others : [...others, row] } };
  });
}

/** Changes a row that is there. Refuses `row-not-found`. */
function changeRow(context: UseCaseContext<Seen & { readonly row: string }>, change: (row: Row) => Row) {
  return saveRow(context, (before) => (before ? change(before) : refuse('row-not-found', { row: context.input.row })));
}

/**
 * Writes a row of responsibility: what is done, in plain words, by whom and on which text it rests. What other forms write (conditions, time limits, law)
 * is kept as it is. `begins`: a new row. Refuses `row-taken` when a new row would stand over one that is there, `row-not-found`, `actor-not-found` and
 * `group-not-found` when the matrix has no such actor or heading.
 */
export const writeDraftRow = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    row: RowId,
    begins: z.boolean(),
    group: Slug,
    activity: z.string().trim().min(1).max(300),
    plain: z.string().trim().min(1).max(1000),
    mode: ResponsibilityRow.shape.mode,
    actors: z.array(z.strictObject({ actor: z.string().max(60), role: ActorRole })).max(60),
    cites: Cited,
  }),
  run: (context) => {
    const { row: id, begins, group, activity, plain, mode, actors, cites } = context.input;
    return saveRow(context, (before, text) => {
      const stranger = actors.find(({ actor }) => !Object.hasOwn(text.actors, actor));
      if (stranger) return refuse('actor-not-found', { actor: stranger.actor });
      if (actors.length === 0) return refuse('no-actor', {});
      if (!text.matrix.groups.some((one) => one.id === group)) return refuse('group-not-found', { group });
      if (begins && before) return refuse('row-taken', { row: id });
      if (!begins && !before) return refuse('row-not-found', { row: id });
      return { ...(before ?? emptyRow), id, group, activity, plain, mode, actors, cites };
    });
  },
});

/** What a row says of the rest before anything is said of it. */
const emptyRow = {
  when: {},
  'also-when': [],
  conditions: {},
  always: false,
  'way-forward-rows': [],
  'more-deadlines': [],
  requires: [],
  linked: [],
  law: [],
  warnings: [],
  conflicts: [],
  methods: [],
  certainty: 'source',
  knowledge: [],
} satisfies Partial<Row>;

/** Writes in which situations a row has something to say. Refuses `row-not-found`, `condition-both-ways` and `condition-not-a-number`. */
export const writeRowWhen = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, row: RowId, when: TypedConditionsInput, always: z.enum(['yes', 'no']) }),
  run: async (context) => {
    const when = conditionsFrom('when', (await nationalFile(context.tx, 'situation')).facts, context.input.when);
    if (isRefusal(when)) return when;
    return changeRow(context, (row) => ({ ...row, when, always: context.input.always === 'yes' }));
  },
});

/**
 * Writes what a row takes to hold, in facts and in words, and what is done when it does not. Refuses `row-not-found`, `condition-both-ways` and
 * `condition-not-a-number`.
 */
export const writeRowConditions = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    row: RowId,
    conditions: TypedConditionsInput,
    text: WordsOrNone,
    way: WordsOrNone,
    wayRows: z.array(z.string().max(60)).max(MOST),
    consent: z.enum(['', 'not-required', 'required']),
    requires: Lines,
  }),
  run: async (context) => {
    const { conditions: typed, text, way, wayRows, consent, requires } = context.input;
    const conditions = conditionsFrom('conditions', (await nationalFile(context.tx, 'situation')).facts, typed);
    if (isRefusal(conditions)) return conditions;
    return changeRow(context, (row) => ({
      ...row,
      conditions,
      'conditions-text': none(text),
      'way-forward': none(way),
      'way-forward-rows': wayRows,
      consent: consent === '' ? undefined : consent,
      requires,
    }));
  },
});

/** Writes how soon something is to be done and what that rests on. Refuses `row-not-found`, and `limit-incomplete` when it is not said what it rests on. */
export const writeRowLimits = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    row: RowId,
    value: WordsOrNone,
    basis: Basis.or(z.literal('')),
    strength: Deadline.shape.strength.unwrap().or(z.literal('')),
    catalogue: z.string().max(20),
    more: z.array(z.string().max(20)).max(MOST),
  }),
  run: async (context) => {
    const { value, basis, strength, catalogue, more } = context.input;
    if (value === '' && (basis !== '' || catalogue !== '')) return refuse('limit-incomplete', { field: 'value' });
    if (value !== '' && basis === '') return refuse('limit-incomplete', { field: 'basis' });
    const deadline =
      value === '' || basis === '' ? undefined : { value, basis, strength: strength || ('must' as const), catalogue: none(catalogue) };
    return changeRow(context, (row) => ({ ...row, deadline, 'more-deadlines': more }));
  },
});

/** Writes what a row hangs together with: law, other agreements, warnings and methods. Refuses `row-not-found`. */
export const writeRowGround = useCase({
  ...write,
  input: z.strictObject({
    ...SeenInput,
    row: RowId,
    law: z.array(z.string().trim().min(1).max(120)).max(MOST),
    linked: z.array(Slug).max(MOST),
    warnings: Lines,
    methods: Lines,
    note: WordsOrNone,
  }),
  run: (context) => {
    const { law, linked, warnings, methods, note } = context.input;
    return changeRow(context, (row) => ({ ...row, law, linked, warnings, methods, note: none(note) }));
  },
});

/** Takes a row away. Refuses `row-not-found`. */
export const removeDraftRow = useCase({
  ...write,
  input: z.strictObject({ ...SeenInput, row: RowId }),
  run: (context) => saveRow(context, (before) => (before ? undefined : refuse('row-not-found', { row: context.input.row }))),
});
