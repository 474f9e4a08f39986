import type { Permission } from '../access/permissions.ts';
import type { Terms } from '../counties/terms.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * The joint bodies that are to hear in writing that an agreement is not kept, by its own words; empty when it has no such order.
 * Source: Dalarna RÖK 2021, Tvist, regional: a party may not terminate the agreement, but may point out in writing that it is not kept.
 */
export function noticeBodies({ termination }: Pick<Terms, 'termination'>): string[] {
  return (termination?.notice ?? []).filter((by) => by !== 'each-party').map((by) => by.split('.')[0] ?? by);
}

/** How a body stands to what was pointed out to it. */
export const bodyStates = ['sent', 'received', 'answered'] as const;
export type BodyState = (typeof bodyStates)[number];

/** Where it is as a whole: some body has not answered, all have, or the party has taken it back. Never stored. */
export const noticeStates = ['open', 'answered', 'withdrawn'] as const;
export type NoticeState = (typeof noticeStates)[number];

/**
 * Which act is allowed in which state, and where it is a body's, how the body may stand. A body that answers has received. What every body has answered is
 * not taken back: it has been tried.
 */
export const noticeActs = {
  'non-compliance.receive': { by: 'body', in: ['open'], body: ['sent'] },
  'non-compliance.answer': { by: 'body', in: ['open'], body: ['sent', 'received'] },
  'non-compliance.withdraw': { by: 'party', in: ['open'], body: undefined },
} as const satisfies Partial<
  Record<
    Permission,
    { readonly by: 'body' | 'party'; readonly in: readonly NoticeState[]; readonly body: readonly BodyState[] | undefined }
  >
>;
export type NoticeAct = keyof typeof noticeActs;
export const noticeActNames = Object.keys(noticeActs) as NoticeAct[];

export type BodyReply = { readonly body: string; readonly kind: 'received' | 'answered' };
export type NoticeProcess = { readonly state: NoticeState; readonly bodies: ReadonlyMap<string, BodyState> };

/** Folds what the bodies have said, in whichever order it comes. */
export function noticeProcessOf(bodies: readonly string[], replies: readonly BodyReply[], withdrawn: boolean): NoticeProcess {
  const states = new Map(
    bodies.map((body): [string, BodyState] => {
      const said = new Set(replies.filter((reply) => reply.body === body).map(({ kind }) => kind));
      return [body, said.has('answered') ? 'answered' : said.has('received') ? 'received' : 'sent'];
    }),
  );
  const isAnswered = [...states.values()].every((state) => state === 'answered');
  return { state: withdrawn ? 'withdrawn' : isAnswered ? 'answered' : 'open', bodies: states };
}

/**
 * What speaks against an act: `lack-not-in-state` (params: state, act); for a body's also `not-asked-body` when it did not go there, and `body-not-in-state`
 * (params: state, act). Undefined when nothing does.
 */
export function noticeFault(
  process: NoticeProcess,
  act: NoticeAct,
  body?: string,
): Refusal<'lack-not-in-state' | 'body-not-in-state' | 'not-asked-body'> | undefined {
  const rule = noticeActs[act];
  if (!(rule.in as readonly NoticeState[]).includes(process.state)) return refuse('lack-not-in-state', { state: process.state, act });
  if (rule.body === undefined) return undefined;
  const state = process.bodies.get(body ?? '');
  if (state === undefined) return refuse('not-asked-body', {});
  return (rule.body as readonly BodyState[]).includes(state) ? undefined : refuse('body-not-in-state', { state, act });
}
