import type { Subject } from '../../domain/consents/guardians.ts';
import { periodsOf } from '../../domain/consents/turns.ts';
import type { SpeakersRow } from './speakers-row.ts';

/** Whom nobody has noted as a child answers for themselves. A plan on the record of somebody whose number tells that they are a child notes it. */
const GROWN = Temporal.PlainDate.from('1900-01-01');

/** Whom a plan is about, as the rules of consent take it. */
export function subjectOf(speakers: SpeakersRow | undefined): Subject {
  const moment = (text: string) => Temporal.Instant.from(text);
  const { born = null, guardians = [], maturities = [], representatives = [] } = speakers ?? {};
  return {
    born: born === null ? GROWN : Temporal.PlainDate.from(born),
    guardians: guardians.map(({ id, turns }) => {
      const of = (sort: (typeof turns)[number]['of']) =>
        periodsOf(turns.filter((turn) => turn.of === sort).map(({ begins, at }) => ({ begins, at: moment(at) })));
      return { id, custody: of('custody'), concealed: of('concealed') };
    }),
    maturities: maturities.map(({ decides, assessedAt }) => ({ decides, assessedAt: moment(assessedAt) })),
    representatives: representatives.map(({ from, until, endedAt, matters, ...one }) => ({
      ...one,
      matters: [...matters],
      from: moment(from),
      until: moment(until),
      endedAt: endedAt === null ? undefined : moment(endedAt),
    })),
  };
}
