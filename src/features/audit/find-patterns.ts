import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { findOddPatterns, type LookFacts, type Oddness, type StaffLook } from '../../domain/audit/odd-patterns.ts';
import { ODD_THRESHOLDS } from '../../domain/audit/odd-thresholds.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { listLooksAtNamesInUnit, listPersonFacts, listRelations } from './facts.sql.ts';
import { type LogRow, listStaffLooks } from './log.sql.ts';
import { momentsOf } from './period.ts';
import { personsOf, reviewLook, type ShownLook, showLooks } from './shown-look.ts';

/** The most looks gone through at a time, and the most shown on a page. */
const MOST_LOOKS = 5_000;
const MOST_SHOWN = 100;

export type OddRow = ShownLook & { readonly why: readonly Oddness[] };

/**
 * Looks of a period that are worth a question, with why. At most 5,000 looks are gone through at a time, the latest first: `gone` is how many they were,
 * `since` the moment of the earliest, and `older` the key to go on from when there are more. `odd`: how many were found, of which 100 are shown,
 * those after the first `skip`. Many persons in short time are counted among the looks gone through together. Refuses `forbidden`, `period-order`, `period-long`.
 */
export const findPatterns = useCase({
  permission: 'audit.find-patterns',
  mode: 'read',
  input: z.strictObject({ from: IsoDate, to: IsoDate, before: z.uuid().optional(), skip: z.int().min(0).max(MOST_LOOKS).default(0) }),
  run: async ({ tx, actor, input }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('forbidden', { permission: 'audit.find-patterns' });
    const moments = momentsOf(input);
    if (isRefusal(moments)) return moments;
    const looks = await listStaffLooks(tx, moments, { before: input.before, most: MOST_LOOKS + 1 });
    const gone = looks.slice(0, MOST_LOOKS);
    const factsOf = await knownOf(tx, gone);
    const odd = findOddPatterns(gone.map(staffLook), ({ row }) => factsOf(row), ODD_THRESHOLDS);
    const shown = odd.slice(input.skip, input.skip + MOST_SHOWN);
    const rows = await showLooks(
      tx,
      actor,
      shown.map(({ row }) => row.row),
    );
    return {
      organisation,
      thresholds: ODD_THRESHOLDS,
      gone: gone.length,
      since: gone.at(-1)?.at,
      older: looks.length > MOST_LOOKS ? gone.at(-1)?.id : undefined,
      skipped: input.skip,
      odd: odd.length,
      rows: rows.map((row, nth): OddRow => ({ ...row, why: shown[nth]?.why ?? [] })),
    };
  },
  audit: (_, answer) => reviewLook(answer, { kind: 'audit-patterns', id: null }),
});

function staffLook(row: LogRow): StaffLook & { readonly row: LogRow } {
  const { id, at, account, account_name, person, protected_identity } = row;
  return {
    id,
    at,
    account: account ?? '',
    accountName: account_name ?? undefined,
    person: person ?? undefined,
    protectedIdentity: protected_identity,
    row,
  };
}

/** What is known of whom each look was at; undefined for records of other huvudmen but for the relation. */
async function knownOf(tx: Tx, rows: readonly LogRow[]): Promise<(row: LogRow) => LookFacts> {
  const [persons, relations, colleagues] = await Promise.all([
    listPersonFacts(tx, personsOf(rows)),
    listRelations(tx, rows),
    listLooksAtNamesInUnit(tx, rows),
  ]);
  return ({ id, person }) => {
    const known = person === null ? undefined : persons.get(person);
    return { personName: known?.name, staff: known?.staff ?? 'unknown', nameInUnit: colleagues.has(id), related: relations.get(id) };
  };
}
