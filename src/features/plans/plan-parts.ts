import type { SheetRow } from './checks/sheets.sql.ts';
import type { DutyRow, GoalRow, MeasureRow } from './contents/contents.sql.ts';
import type { AssessmentRow, InitiativeRow, PartyRow, TextRow } from './plans.sql.ts';

/** What a plan says, as far as it is open to who acts. Null where that kind of data is shut: it says nothing of whether there is anything. */
export type PlanParts = {
  readonly parties: readonly PartyRow[] | null;
  readonly initiatives: readonly InitiativeRow[] | null;
  readonly assessments: readonly AssessmentRow[] | null;
  readonly texts: readonly TextRow[];
  readonly goals: readonly GoalRow[] | null;
  readonly measures: readonly MeasureRow[] | null;
  readonly duties: readonly DutyRow[] | null;
  readonly sheets: readonly SheetRow[] | null;
  readonly closed: boolean;
};

/** A row as JSON has it: days and moments as text, what is sealed in hexadecimal. */
type Json<Row> = {
  readonly [Name in keyof Row]: Exclude<Row[Name], null> extends Temporal.PlainDate | Temporal.Instant | Buffer
    ? string | Extract<Row[Name], null>
    : Row[Name];
};
export type JsonParts = {
  readonly [Name in keyof PlanParts]: PlanParts[Name] extends readonly (infer Row)[] | null
    ? readonly Json<Row>[] | Extract<PlanParts[Name], null>
    : PlanParts[Name];
};
/** What a plan says of itself, without what has been asked in meetings and for its kind. */
export type CoreParts = Omit<PlanParts, 'sheets'>;

/** What a plan says, of what the database answers as JSON. */
export function partsOf(parts: Pick<JsonParts, keyof CoreParts>): CoreParts {
  return {
    parties: parts.parties?.map((one) => ({ ...one, added_at: moment(one.added_at) })) ?? null,
    initiatives:
      parts.initiatives?.map((one) => ({
        ...one,
        on_day: day(one.on_day),
        reason_cipher: bytes(one.reason_cipher),
        at: moment(one.at),
      })) ?? null,
    assessments:
      parts.assessments?.map((one) => ({
        ...one,
        reason_cipher: one.reason_cipher === null ? null : bytes(one.reason_cipher),
        at: moment(one.at),
      })) ?? null,
    texts: parts.texts.map((one) => ({ ...one, cipher: bytes(one.cipher), at: moment(one.at) })),
    goals: parts.goals?.map((one) => ({ ...one, cipher: bytes(one.cipher), at: moment(one.at) })) ?? null,
    measures:
      parts.measures?.map((one) => ({
        ...one,
        ...{ starts: day(one.starts), target: day(one.target), cipher: bytes(one.cipher), at: moment(one.at) },
      })) ?? null,
    duties:
      parts.duties?.map((one) => ({
        ...one,
        day: one.day === null ? null : day(one.day),
        reason_cipher: one.reason_cipher === null ? null : bytes(one.reason_cipher),
        at: moment(one.at),
      })) ?? null,
    closed: parts.closed,
  };
}

const day = (text: string) => Temporal.PlainDate.from(text);
const moment = (text: string) => Temporal.Instant.from(text);
/** What the database writes as `\x…`. */
const bytes = (hex: string) => Buffer.from(hex.slice(2), 'hex');

/** The sheets of a plan, of what the database answers as JSON. */
export function sheetsOf(sheets: JsonParts['sheets']): PlanParts['sheets'] {
  return sheets?.map((one) => ({ ...one, cipher: bytes(one.cipher), at: moment(one.at) })) ?? null;
}
