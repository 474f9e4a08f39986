import { z } from 'zod';
import { type DataKind, dataKinds } from '../consents/kinds.ts';
import { PLAN_KINDS } from './plan-kinds.ts';
import type { Ground } from './reach.ts';
import {
  type VersionContent,
  VersionDuties,
  VersionGoal,
  VersionIdentity,
  VersionMeasure,
  VersionText,
  VersionUnit,
} from './version-content.ts';

/** The name and number of the structured form of a copy. A change that a reader must know of is a new number. */
export const COPY_FORMAT = 'overens-plan-copy';
export const COPY_FORMAT_VERSION = 1;

const { overall, coordinator, followUp, participation } = VersionDuties.shape;
const Duties = z.strictObject({
  overall: overall.unwrap().strict().optional(),
  coordinator: coordinator.unwrap().strict().optional(),
  followUp,
  participation: participation.unwrap().strict().optional(),
});

const place = z.strictObject({ organisation: z.string(), unit: z.string() });

/** A part of the plan: shared with the receiver, and on what ground; or not, and then nothing is said of whether there is anything in it. */
const CopyPart = z.strictObject({
  kind: z.enum(dataKinds),
  shared: z.boolean(),
  ground: z.enum(['own', 'individual', 'guardian', 'representative', 'consent', 'rule']).optional(),
  groundId: z.string().optional(),
});

/** A copy of an established version as data: what the file of a receiver says, and nothing else. Moments are ISO instants, days ISO days. */
export const PlanCopy = z.strictObject({
  format: z.literal(COPY_FORMAT),
  formatVersion: z.literal(COPY_FORMAT_VERSION),
  copy: z.uuid(),
  plan: z.uuid(),
  kind: z.enum(PLAN_KINDS),
  version: z.int().min(1),
  establishedAt: z.string(),
  deliveredAt: z.string(),
  /** Whom to ask about what is not shared: the unit that the plan was opened by. */
  from: place,
  /** The unit that receives it; absent of the person's own copy. */
  to: place.optional(),
  parts: z.array(CopyPart),
  identity: VersionIdentity.strict().optional(),
  units: z.array(VersionUnit.strict()).optional(),
  texts: z.array(VersionText.strict()),
  goals: z.array(VersionGoal.strict()).optional(),
  measures: z.array(VersionMeasure.strict()).optional(),
  duties: Duties.optional(),
});
export type PlanCopy = z.output<typeof PlanCopy>;

export type CopyHead = Pick<PlanCopy, 'copy' | 'plan' | 'kind' | 'version' | 'establishedAt' | 'deliveredAt' | 'from' | 'to'>;

/**
 * The copy of a version for one receiver: the kinds of data that they have a ground for at this moment, and the names alone of the rest. Undefined when they have a
 * ground for nothing: then no copy is made.
 */
export function copyOf(head: CopyHead, version: VersionContent, grounds: ReadonlyMap<DataKind, Ground>): PlanCopy | undefined {
  if (grounds.size === 0) return undefined;
  const has = (kind: DataKind) => grounds.has(kind);
  return {
    format: COPY_FORMAT,
    formatVersion: COPY_FORMAT_VERSION,
    ...head,
    parts: dataKinds.map((kind) => partOf(kind, grounds.get(kind))),
    ...(has('identity') && version.identity ? { identity: version.identity } : {}),
    ...(has('meeting') ? { units: version.units } : {}),
    texts: version.texts.filter(({ dataKind }) => has(dataKind)),
    ...(has('goals') ? { goals: version.goals } : {}),
    ...(has('measures') ? { measures: version.measures, duties: version.duties } : {}),
  };
}

function partOf(kind: DataKind, ground: Ground | undefined): PlanCopy['parts'][number] {
  if (!ground) return { kind, shared: false };
  return { kind, shared: true, ground: ground.kind, ...('id' in ground ? { groundId: ground.id } : {}) };
}

/** Where a copy is: ordered and not made yet; withheld for want of any ground; delivered; opened by the receiver; annulled; or its contents deleted by its receiver's rule. */
export const COPY_STATES = ['ordered', 'withheld', 'delivered', 'received', 'annulled', 'thinned'] as const;
export type CopyState = (typeof COPY_STATES)[number];

export type CopyFacts = {
  readonly outcome: 'delivered' | 'withheld' | null;
  readonly received: boolean;
  readonly annulled: boolean;
  readonly thinned: boolean;
};

/** The state of a copy, worked out of what has happened to it. */
export function copyStateOf({ outcome, received, annulled, thinned }: CopyFacts): CopyState {
  if (thinned) return 'thinned';
  if (annulled) return 'annulled';
  if (outcome === null) return 'ordered';
  if (outcome === 'withheld') return 'withheld';
  return received ? 'received' : 'delivered';
}

/** May another be sent of the same version to the same receiver? When nothing was sent, or what was sent is annulled. */
export function maySendAgain(state: CopyState): boolean {
  return state === 'withheld' || state === 'annulled';
}

/** Why a copy is annulled. */
export const ANNULMENTS = ['wrong-receiver', 'wrong-content'] as const;
export type Annulment = (typeof ANNULMENTS)[number];

/** Parts of the preparation that go into no version: what is said before a meeting about the meeting, and what the person wants nobody told. */
export const LEFT_OUT_OF_VERSIONS: ReadonlySet<string> = new Set([
  'questions',
  'wanted-there',
  'not-wanted-there',
  'not-to-be-said',
  'place-or-video',
  'adaptations',
  'interpreter',
  'purpose-of-meeting',
]);
