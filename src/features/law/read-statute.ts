import { z } from 'zod';
import { IsoDate } from '../../domain/counties/ids.ts';
import type { LawFile } from '../../domain/counties/national-files.ts';
import { type ResolutionStatus, resolveCitation } from '../../domain/law/resolve-citation.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';

type Statute = LawFile['statutes'][number];
type Successor = LawFile['successors'][number];

/** An act with how it stands on a day. */
export type StatuteOn = { readonly statute: Statute; readonly status: ResolutionStatus };

/** An act with its provisions' fate: what they became, and what its own came from. */
export type StatuteReading = StatuteOn & {
  readonly law: LawFile;
  readonly on: string;
  readonly successors: readonly Successor[];
  readonly predecessors: readonly Successor[];
};

/** Every act that is read here, oldest first, with how it stands on `on` (default today). */
export const listStatutes = useCase({
  permission: 'law.read',
  mode: 'read',
  input: z.strictObject({ on: IsoDate.optional() }),
  run: async ({ tx, today, input }): Promise<{ law: LawFile; on: string; statutes: StatuteOn[] }> => {
    const law = await nationalFile(tx, 'law');
    const on = input.on ?? today.toString();
    return { law, on, statutes: law.statutes.map((statute) => ({ statute, status: statusOf(statute, law, on) })).toSorted(byNumber) };
  },
});

/** One act by its number (`2025:400`). Refuses `statute-not-found`. */
export const readStatute = useCase({
  permission: 'law.read',
  mode: 'read',
  input: z.strictObject({ sfs: z.string().max(40), on: IsoDate.optional() }),
  run: async ({ tx, today, input }): Promise<StatuteReading | Refusal<'statute-not-found'>> => {
    const law = await nationalFile(tx, 'law');
    const statute = law.statutes.find(({ sfs }) => sfs === input.sfs);
    if (!statute) return refuse('statute-not-found', { sfs: input.sfs });
    const on = input.on ?? today.toString();
    return {
      law,
      on,
      statute,
      status: statusOf(statute, law, on),
      successors: law.successors.filter(({ old }) => old.sfs === statute.sfs),
      predecessors: law.successors.filter((one) => one.new.some(({ sfs }) => sfs === statute.sfs)),
    };
  },
});

function statusOf({ sfs }: Statute, law: LawFile, on: string): ResolutionStatus {
  return resolveCitation({ source: { kind: 'number', series: 'SFS', number: sfs }, provisions: [] }, law, Temporal.PlainDate.from(on))
    .status;
}

function byNumber({ statute: a }: StatuteOn, { statute: b }: StatuteOn): number {
  return byStatuteNumber(a.sfs, b.sfs);
}

/** The order of two acts by year, then number: `2001:453`, or as in addresses `2001-453`. */
export function byStatuteNumber(a: string, b: string): number {
  const [yearA = 0, numberA = 0] = a.split(/[-:]/).map(Number);
  const [yearB = 0, numberB = 0] = b.split(/[-:]/).map(Number);
  return yearA - yearB || numberA - numberB;
}
