import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { correctionFault } from '../../domain/memberships/correct-turn.ts';
import { turnDays } from '../../domain/memberships/turn.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { lockSubject, onConstraint, useCase } from '../../platform/index.ts';
import { organisationOfParty } from '../organisations/index.ts';
import { insertCorrection, listRegistered, listTurns } from './memberships.sql.ts';
import { concerned, membershipOf, standing, writeTurn } from './note-turn.ts';

/** One turn that the party of whoever asks has noted and not corrected. Refuses `turn-not-found`, and what `readTurn` refuses. */
export const readNotedTurn = useCase({
  permission: 'memberships.correct',
  mode: 'read',
  input: z.strictObject({ slug: Slug, act: z.uuid() }),
  run: async ({ tx, actor, today, input: { slug, act } }) => {
    const found = await standing({ tx, actor }, slug, today);
    if (isRefusal(found)) return found;
    const turn = (await listTurns(tx, slug, found.party)).find((one) => one.act === act && one.corrected === null);
    return turn ? { agreement: found.agreement, turn } : refuse('turn-not-found');
  },
});

/**
 * Says on behalf of a party that a turn it noted was wrong, and why: from then on it counts no more, as if it had never been noted, also for days that have been. With `from` it is noted
 * anew for that day, which may have been, by the same decision. Everyone who was told is told. Refuses `not-your-party`, what `correctionFault` refuses and,
 * of the new day, what `turnFault` refuses.
 */
export const correctTurn = useCase({
  permission: 'memberships.correct',
  mode: 'write',
  input: z.strictObject({ slug: Slug, act: z.uuid(), reason: z.string().trim().min(1).max(1000), from: IsoDate.optional() }),
  run: async (context) => {
    const { tx, actor, today, now, record } = context;
    const { slug, act: corrects, reason, from } = context.input;
    const { kind, id } = membershipOf(slug);
    await lockSubject(tx, kind, id);
    const found = await standing({ tx, actor }, slug, today);
    if (isRefusal(found)) return found;
    const { party, agreement } = found;
    const turn = (await listTurns(tx, slug, party)).find((one) => one.act === corrects);
    const registered = await listRegistered(tx, slug, assignmentOf(actor)?.organisation.id ?? '');
    const noted = turn && { ...turn, isCorrected: turn.corrected !== null };
    const fault = correctionFault(noted, { party, known: turnDays(found.versions, party), registered }, from);
    if (fault || !turn) return fault ?? refuse('turn-not-found');
    // Before anything is written: what is read by the revision is kept by it, and this may be taken back.
    const then = from === undefined ? undefined : await standing({ tx, actor }, slug, Temporal.PlainDate.from(from), turn);
    if (then && isRefusal(then)) return then;
    const params = {
      agreement: slug,
      turn: turn.turn,
      from: turn.from,
      instead: from ?? '',
      by: organisationOfParty(agreement.county, party),
    };
    const act = await record({
      kind: 'memberships.correct',
      subject: membershipOf(slug),
      effectiveOn: Temporal.PlainDate.from(turn.from),
      content: { slug, party, corrects, instead: from ?? null },
      tell: (await concerned(tx, found, today)).map((to) => ({ kind: 'party-turn-corrected', to, params })),
    });
    const twice = await insertCorrection(tx, { act, corrects, slug, party, reason }, now).catch((error: unknown) =>
      onConstraint(error, { membership_corrected_once: refuse('turn-corrected') }),
    );
    if (twice) return twice;
    if (!then || from === undefined) return { act, slug };
    const { turn: what, decided, body, paragraph, registry, note } = turn;
    // It was noted in time: that the right day has been is why it is corrected.
    const day = Temporal.PlainDate.from(from);
    const tried = Temporal.PlainDate.compare(day, today) < 0 ? day : today;
    const anew = await writeTurn({ tx, today: tried, record }, then, { turn: what, from, decided, body, paragraph, registry, note });
    return isRefusal(anew) ? anew : { act: anew.act, slug };
  },
});
