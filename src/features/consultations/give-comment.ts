import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import type { RoundAct } from '../../domain/consultations/round.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { anchorAt } from '../../domain/drafts/anchor.ts';
import { mentionsPersonalNumber } from '../../domain/persons/mentions-number.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, type UseCaseContext, useCase } from '../../platform/index.ts';
import { type CommentRow, insertComment } from './comments.sql.ts';
import { lockRound } from './consultations.sql.ts';
import { loadRoundFor, type RoundView } from './load-round.ts';
import { placeOfComment } from './shown.ts';

/** What every view has: the round, the place of what was sent out (`section`, `section.sentence`, empty for the whole), and its words. `key`: see `giveComment`. */
const View = {
  key: z.uuid().optional(),
  round: z.uuid(),
  place: z.string().max(200).default(''),
  text: z.string().trim().min(1).max(8000),
} as const;

/**
 * Gives a view on a place of what was sent out, on behalf of the one asked that somebody speaks for (`receiver`, where they speak for several). Late views are
 * taken and said to be late. Answers its id, the form's `key` where it has one: what is sent twice is one. Refuses `not-asked`, `place-not-found`, `key-taken`
 * for a key of another view (also one's own with other words, which would else be lost), `personal-number-in-text`, and what `loadRoundFor` refuses.
 */
export const giveComment = useCase({
  permission: 'consultations.comment',
  mode: 'write',
  input: z.strictObject({ ...View, receiver: z.string().max(200).optional() }),
  run: async (context) => {
    const { input, today } = context;
    return put(context, 'consultations.comment', ({ own }) => {
      const by = input.receiver === undefined ? own[0] : own.find(({ receiver }) => receiver === input.receiver);
      return by ? { source: 'receiver', receiver: by.receiver, fromWhom: '', cameOn: today.toString() } : refuse('not-asked', {});
    });
  },
});

/**
 * Enters a view that came another way, such as a letter: from whom (an organisation, or that it was a private person, never who), and on which day. It may be
 * from one of those asked. Refuses `came-in-the-future`, `came-before-sent`, `receiver-not-found`, `place-not-found`, `key-taken`,
 * `personal-number-in-text`, and what `loadRoundFor` refuses.
 */
export const enterComment = useCase({
  permission: 'consultations.enter',
  mode: 'write',
  input: z.strictObject({
    ...View,
    fromWhom: z.string().trim().min(1).max(200),
    cameOn: IsoDate,
    receiver: z.string().max(200).optional(),
  }),
  run: async (context) => {
    const { fromWhom, cameOn, receiver } = context.input;
    return put(context, 'consultations.enter', ({ row, receivers }) => {
      if (cameOn > context.today.toString()) return refuse('came-in-the-future', {});
      if (cameOn < row.openedOn) return refuse('came-before-sent', { openedOn: row.openedOn });
      const by = receivers.find((one) => one.receiver === receiver);
      if (receiver !== undefined && !by) return refuse('receiver-not-found', {});
      return { source: 'letter', receiver: by?.receiver ?? null, fromWhom, cameOn };
    });
  },
});

type Author = {
  readonly source: 'receiver' | 'letter';
  readonly receiver: string | null;
  readonly fromWhom: string;
  readonly cameOn: string;
};
/** Is it the same view, sent once more? From whom a letter was, and when it came, is typed; else it follows from who gives the view, and when. */
function isSame(before: CommentRow, { source, receiver, fromWhom, cameOn }: Author, { place, text }: Input, account: string): boolean {
  const letter = source === 'letter' ? { name: fromWhom, cameOn } : {};
  return saysTheSame({ ...before, place: placeOfComment(before) }, { account, source, receiver, place, text, ...letter });
}

type Input = { readonly key?: string | undefined; readonly round: string; readonly place: string; readonly text: string };

async function put<Fault extends Refusal>(context: UseCaseContext<Input>, act: RoundAct, authorOf: (view: RoundView) => Author | Fault) {
  const { tx, actor, now, today, input, record } = context;
  await lockRound(tx, input.round);
  const view = await loadRoundFor(context, input.round, act);
  if (isRefusal(view)) return view;
  const id = input.key ?? newId(now);
  const { account } = getLogin(actor);
  const author = authorOf(view);
  if (isRefusal(author)) return author;
  const before = view.comments.find((one) => one.id === id);
  if (before) return isSame(before, author, input, account) ? { id } : refuse('key-taken');
  if (mentionsPersonalNumber(`${author.fromWhom}\n${input.text}`, today)) return refuse('personal-number-in-text', {});
  const anchor = anchorAt(input.place, view.row.content);
  if (!anchor) return refuse('place-not-found', { place: input.place });
  const { section = null, sentence = null, words } = anchor;
  const { receiver, cameOn } = author;
  const written = await record({
    kind: act,
    subject: { kind: 'consultation', id: input.round },
    content: { comment: id, receiver, cameOn, section, sentence },
  });
  const said = { section, sentence, words, text: input.text };
  return insertComment(tx, { id, act: written, round: input.round, ...author, ...said, account, at: now }).then(
    () => ({ id }),
    (error: unknown) => onConstraint(error, { consultation_comment_pkey: refuse('key-taken') }),
  );
}
