import type { ConsentRows } from '../../../domain/consents/consent.ts';
import { answerersOf, guardianStands, type VoiceStop, voicesOf } from '../../../domain/consents/guardians.ts';
import { type JointAnswer, jointAnswer } from '../../../domain/consents/joint-answer.ts';
import { type ConsentStatus, type DataKind, type Giver, isSameGiver } from '../../../domain/consents/kinds.ts';
import { comesOfAge, type Decider, decidesAt } from '../../../domain/consents/maturity.ts';
import { isBefore } from '../../../domain/consents/period.ts';
import type { Representative } from '../../../domain/consents/representatives.ts';
import { consentStatus } from '../../../domain/consents/status.ts';
import { mayNameSpeakers } from '../../../domain/plans/policy.ts';
import type { UseCaseContext } from '../../../platform/index.ts';
import type { Loaded } from '../../plans/index.ts';
import { contexts } from './sealed.ts';
import { listGuardians, listLogins, listMaturities, listRepresentatives } from './speakers.sql.ts';

const QUESTIONS = ['make-plan', 'lift-secrecy'] as const;
type Question = (typeof QUESTIONS)[number];

/** Who answers for the person, and how the answers of all stand together. */
export type ShownSpeaking = {
  readonly child: boolean;
  /** Why it cannot be said who answers; undefined when it can. */
  readonly stop: VoiceStop | undefined;
  /** Whose yes is needed, each with how they have answered. */
  readonly voices: readonly { readonly givers: readonly Giver[]; readonly answers: Readonly<Record<Question, ConsentStatus>> }[];
  readonly joint: Readonly<Record<Question, JointAnswer>> | undefined;
  /** Those but the person whose answer can be written down now. */
  readonly answerers: readonly Giver[];
  readonly guardians: readonly {
    readonly id: string;
    readonly name: string;
    readonly evidence: string;
    readonly custody: boolean;
    readonly concealed: boolean;
    /** May they log in with a number of their own? */
    readonly logsIn: boolean;
  }[];
  readonly judged: { readonly decides: Decider; readonly on: Temporal.PlainDate } | undefined;
  readonly representatives: readonly (Pick<Representative, 'id' | 'kind' | 'matters' | 'until'> & {
    readonly kinds: readonly DataKind[];
    readonly logsIn: boolean;
    readonly name: string;
    readonly over: boolean;
  })[];
  readonly changes: boolean;
};

type Context = Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'now' | 'keys'>;

/** Who answers for the one a plan is about, for the staff that keep its record and the person. */
export async function showSpeaking({ tx, actor, now, keys }: Context, loaded: Loaded, rows: ConsentRows): Promise<ShownSpeaking> {
  const { subject, row, reach } = loaded;
  const person = row.person_id;
  const voices = voicesOf(subject, 'lift-secrecy', now);
  const said = 'stop' in voices ? [] : voices.voices;
  const statusOf = (kind: Question, giver: Giver) => consentStatus(rows, { plan: row.id, kind, giver }, now);
  const best = (kind: Question, givers: readonly Giver[]) =>
    givers.map((giver) => statusOf(kind, giver)).find((one) => one !== 'not-asked') ?? 'not-asked';
  const joint = (kind: Question) => jointAnswer(rows, { plan: row.id, kind }, said, now);
  const judged = (await listMaturities(tx, person)).at(-1);
  const decides = decidesAt(subject.maturities, now);
  const logins = new Map((await listLogins(tx, person)).map(({ speaker, hash }) => [speaker, hash !== null]));
  const standing = new Map(subject.guardians.map((one) => [one.id, guardianStands(one, now)]));
  return {
    child: subject.born !== undefined && isBefore(now, comesOfAge(subject.born)),
    stop: 'stop' in voices ? voices.stop : undefined,
    voices: said.map((givers) => ({
      givers,
      answers: { 'make-plan': best('make-plan', givers), 'lift-secrecy': best('lift-secrecy', givers) },
    })),
    joint: said.length > 1 ? { 'make-plan': joint('make-plan'), 'lift-secrecy': joint('lift-secrecy') } : undefined,
    answerers: answerersOf(subject, now),
    guardians: (await listGuardians(tx, person)).map(({ id, name_cipher, evidence_cipher }) => ({
      ...{
        id,
        name: keys.decrypt(name_cipher, contexts.guardian(id)),
        evidence: keys.decrypt(evidence_cipher, contexts.guardianEvidence(id)),
        logsIn: logins.get(id) ?? false,
      },
      ...(standing.get(id) ?? { custody: false, concealed: false }),
    })),
    judged: judged && decides ? { decides, on: judged.assessed_at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate() } : undefined,
    representatives: (await listRepresentatives(tx, person)).map(({ id, kind, matters, kinds, until, name_cipher, ended_at }) => ({
      ...{
        id,
        kind,
        matters: [...matters],
        kinds,
        logsIn: logins.get(id) ?? false,
        until,
        name: keys.decrypt(name_cipher, contexts.representative(id)),
      },
      over: ended_at !== null || !isBefore(now, until),
    })),
    changes: mayNameSpeakers(actor, reach),
  };
}

/** What somebody who answers is called; undefined of the person, and of somebody who is not there. */
export function nameOf({ guardians, representatives }: ShownSpeaking, giver: Giver): string | undefined {
  if (giver.as === 'person') return undefined;
  return [...guardians, ...representatives].find(({ id }) => isSameGiver(giver, { as: giver.as, id }))?.name;
}
