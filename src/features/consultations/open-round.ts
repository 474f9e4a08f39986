import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { lastDayFault } from '../../domain/consultations/round.ts';
import { sentText } from '../../domain/consultations/sent-text.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { participationLevels } from '../../domain/drafts/draft-file.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, type Tx, useCase } from '../../platform/index.ts';
import { findRevision, hashOf, loadDraftFor, lockDraft } from '../drafts/index.ts';
import { askable } from './askable.ts';
import { findKeyedRound, insertReceiver, insertRound, type OpenedRound } from './consultations.sql.ts';
import { tellReceivers } from './tell-receivers.ts';

/** The most that are asked at once: more than any county has units. */
const MOST_RECEIVERS = 2000;

/**
 * Opens a round of consultation on a working copy that is being written: the text as it stands is frozen, all of it or the chosen sections, and those asked
 * are told. Answers its id, the form's `key` where it has one: what is sent twice opens one. Refuses `receiver-not-found`, `nobody-asked` (for a round that
 * is not public), `section-not-found`, `key-taken` for a key of another round (also one's own that was about something else), what `lastDayFault` says, and what `loadDraftFor` refuses.
 */
export const openRound = useCase({
  permission: 'consultations.open',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid().optional(),
    draft: z.uuid(),
    lastDay: IsoDate,
    level: z.enum(participationLevels),
    isPublic: z.boolean(),
    asks: z.string().trim().max(4000).default(''),
    sections: z.array(z.string().max(200)).max(1000).default([]),
    receivers: z.array(z.string().max(200)).max(MOST_RECEIVERS).default([]),
  }),
  run: async (context) => {
    const { tx, actor, today, now, input, record } = context;
    const { key, lastDay, level, isPublic, asks } = input;
    await lockDraft(tx, input.draft);
    const view = await loadDraftFor(context, input.draft, 'drafts.write');
    if (isRefusal(view)) return view;
    const id = key ?? newId(now);
    const before = await findKeyedRound(tx, id);
    const account = getLogin(actor).account;
    if (before) return (await isSame(tx, before, input, account)) ? { id } : refuse('key-taken');
    const { row, draft, number } = view;
    const known = new Set(sectionsOf(draft.text.sections).map(({ section }) => section.id));
    const strange = input.sections.find((one) => !known.has(one));
    if (strange !== undefined) return refuse('section-not-found', { section: strange });
    const late = lastDayFault(lastDay, today);
    if (late) return late;
    const all = new Map((await askable(tx, row.county, today)).map((one) => [one.receiver as string, one]));
    const wanted = [...new Set(input.receivers)];
    const receivers = wanted.flatMap((one) => all.get(one) ?? []);
    if (receivers.length < wanted.length) return refuse('receiver-not-found', {});
    if (receivers.length === 0 && !isPublic) return refuse('nobody-asked', {});
    const { slug, county, kind, label, municipalities } = row;
    const round = {
      id,
      draft: row.id,
      county,
      slug,
      label,
      kind,
      municipalities,
      revision: number,
      hash: hashOf(draft.text),
      level,
      asks,
      lastDay,
      isPublic,
    };
    const sent = { ...round, content: sentText(draft.text, input.sections) };
    const taken = await insertRound(tx, sent, { account, at: now }).then(
      () => undefined,
      (error: unknown) => onConstraint(error, { consultation_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    for (const receiver of receivers) await insertReceiver(tx, id, receiver);
    const told = { county, receivers, params: { consultation: id, to: lastDay } };
    await record({
      kind: 'consultations.open',
      subject: { kind: 'consultation', id },
      content: { draft: row.id, revision: number, hash: round.hash, level, lastDay, public: isPublic, receivers: wanted },
      tell: await tellReceivers(tx, 'consultation-opened', told, today),
    });
    return { id };
  },
});

type Asked = Pick<OpenedRound, 'draft' | 'lastDay' | 'level' | 'isPublic' | 'asks' | 'receivers'> & {
  readonly sections: readonly string[];
};

/** Was this round opened by the same person with the same form, sent once more? Which sections were chosen is known by the text that was sent out. */
async function isSame(tx: Tx, before: OpenedRound, { sections, receivers, ...typed }: Asked, openedBy: string): Promise<boolean> {
  const { draft, lastDay, level, isPublic, asks } = typed;
  const text = (await findRevision(tx, before.draft, before.revision))?.content.text;
  const content = text && sentText(text, sections);
  return saysTheSame(before, { openedBy, draft, lastDay, level, isPublic, asks, content, receivers: [...new Set(receivers)].toSorted() });
}
