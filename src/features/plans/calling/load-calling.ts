import type { Calling } from '../../../domain/plans/calling.ts';
import { mayAnswerSummons, mayReadKind } from '../../../domain/plans/policy.ts';
import {
  answersOpen,
  type Presence,
  type SummonsAnswer,
  type SummonsFacts,
  type SummonsState,
  summonsState,
} from '../../../domain/plans/summons.ts';
import { openText } from '../../persons/index.ts';
import type { Asking, Loaded } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { listCallings, listSummonses, type SummonsRow } from './calling.sql.ts';
import { listMeetings, listOwnAttendance, type MeetingRow } from './meetings.sql.ts';

export type ShownMeeting = {
  /** The row that holds, and which meeting it is of. */
  readonly id: string;
  readonly meeting: string;
  readonly turn: MeetingRow['turn'];
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly how: MeetingRow['how'];
  readonly where: string | undefined;
  /** How many times it has been moved. */
  readonly moved: number;
  /** Of a meeting that was held: how the person and the unit that leads were there. */
  readonly attendance: readonly {
    readonly who: 'individual' | 'leader';
    readonly presence: Presence;
    readonly reason: string | undefined;
  }[];
};

export type ShownSummons = {
  readonly id: string;
  readonly calledAs: Calling['as'];
  readonly ground: SummonsRow['ground'];
  /** Undefined of somebody from outside. */
  readonly unit: { readonly id: string; readonly name: string; readonly organisation: string } | undefined;
  readonly from: { readonly unit: string; readonly organisation: string };
  readonly replyBy: Temporal.PlainDate;
  readonly sentAt: Temporal.Instant;
  readonly state: SummonsState;
  readonly answer: SummonsAnswer | undefined;
  readonly answeredAt: Temporal.Instant | undefined;
  readonly rightUnit: string | undefined;
  readonly presence: Presence | undefined;
  /** Who it is, of somebody from outside, what they are asked to bring, and what they say; undefined where the meeting is shut to the reader, or nothing is said. */
  readonly name: string | undefined;
  readonly contribution: string | undefined;
  readonly said: string | undefined;
  readonly absence: string | undefined;
  /** Is it a unit of the reader that is called? */
  readonly own: boolean;
  /** What the reader can answer for it now; empty when it is not theirs to answer. */
  readonly answers: readonly SummonsAnswer[];
};

/** The meetings of a plan and those called to it, for its reader. */
export type ShownCalling = {
  /** Undefined where the meeting is shut to the reader: it says nothing of whether one is set. */
  readonly meetings: readonly ShownMeeting[] | undefined;
  readonly told: { readonly purpose: string; readonly goal: string | undefined; readonly questions: string } | undefined;
  readonly summonses: readonly ShownSummons[];
};

/** The meeting that is set and has neither been held nor called off; undefined when there is none. */
export function openMeetingOf<Row extends Pick<MeetingRow, 'meeting' | 'turn'>>(rows: readonly Row[]): Row | undefined {
  const last = rows.at(-1);
  return last?.turn === 'set' ? last : undefined;
}

/** All that the reader may know of meetings and of who is called. A unit that is called without more reads that it is, by whom and by when to answer. */
export async function loadCalling({ tx, actor, keys }: Asking, { row, reach, standing }: Loaded): Promise<ShownCalling> {
  const open = mayReadKind(reach, 'meeting');
  const rows = open ? await listMeetings(tx, row.id) : [];
  const attendance = open ? await listOwnAttendance(tx, row.id) : [];
  const [told] = open ? await listCallings(tx, row.id) : [];
  const meetings = [...Map.groupBy(rows, ({ meeting }) => meeting).values()].flatMap((turns): ShownMeeting[] => {
    const last = turns.at(-1);
    if (!last) return [];
    const { id, meeting, turn, starts_at: startsAt, minutes, how, where_cipher } = last;
    const there = attendance.flatMap((one) =>
      one.held === id && one.who !== 'called'
        ? [{ who: one.who, presence: one.presence, reason: openText(keys, one.reason_cipher, contexts.attendance(one.id)) }]
        : [],
    );
    const moved = turns.filter(({ turn: each }) => each === 'set').length - 1;
    return [
      { id, meeting, turn, startsAt, minutes, how, where: openText(keys, where_cipher, contexts.meeting(id)), moved, attendance: there },
    ];
  });
  return {
    meetings: open ? meetings : undefined,
    told: told && {
      purpose: keys.decrypt(told.purpose_cipher, contexts.purpose(told.id)),
      goal: openText(keys, told.goal_cipher, contexts.longTerm(told.id)),
      questions: keys.decrypt(told.questions_cipher, contexts.questions(told.id)),
    },
    summonses: (await listSummonses(tx, row.id))
      .filter((one) => open || (one.unit !== null && standing.units.includes(one.unit)))
      .map(shown),
  };

  function shown(one: SummonsRow): ShownSummons {
    const facts = factsOf(one);
    const mayAnswer = mayAnswerSummons(actor, reach, one.unit ?? undefined, standing.units);
    return {
      ...{ id: one.id, calledAs: one.calledAs, ground: one.ground, replyBy: one.reply_by, sentAt: one.sent_at },
      unit: one.unit === null ? undefined : { id: one.unit, name: one.unit_name ?? '', organisation: one.organisation_name ?? '' },
      from: { unit: one.from_unit_name, organisation: one.from_organisation_name },
      state: summonsState(facts),
      answer: facts.answer,
      answeredAt: one.answered_at ?? undefined,
      rightUnit: one.right_unit_name ?? undefined,
      presence: facts.presence,
      name: openText(keys, one.name_cipher, contexts.outside(one.id)),
      contribution: openText(keys, one.contribution_cipher, contexts.contribution(one.id)),
      said: one.answer_id === null ? undefined : openText(keys, one.answer_cipher, contexts.answer(one.answer_id)),
      absence: one.attendance === null ? undefined : openText(keys, one.absent_cipher, contexts.attendance(one.attendance)),
      own: one.unit !== null && standing.units.includes(one.unit) && !reach.leads,
      answers: mayAnswer ? answersOpen(facts) : [],
    };
  }
}

/** What the rules of answering ask about one that is called. */
export function factsOf({ calledAs, unit, seen, answer, presence }: SummonsRow): SummonsFacts {
  return { as: calledAs, outside: unit === null, seen, answer: answer ?? undefined, presence: presence ?? undefined };
}
