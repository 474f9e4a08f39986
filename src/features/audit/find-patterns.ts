import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { findOddPatterns, type LookFacts, type Oddness, type StaffLook } from '../../domain/audit/odd-patterns.ts';
import { ODD_THRESHOLDS } from '../../domain/audit/odd-thresholds.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { listPersonFacts, listRelations } from './facts.sql.ts';
import { type LogRow, listStaffLooks } from './log.sql.ts';
import { momentsOf } from './period.ts';
import { personsOf, reviewLook, type ShownLook, showLooks } from './shown-look.ts';

/** The longest period, the most looks gone through, and the most shown. */
const MOST_DAYS = 31;
const MOST_LOOKS = 5_000;
const MOST_SHOWN = 100;

export type OddRow = ShownLook & { readonly why: readonly Oddness[] };

/**
 * Looks of a period that are worth a question, with why. `gone`: how many looks were gone through; `all` is false when there were more than that.
 * `odd`: how many were found, of which at most 100 are shown. Refuses `forbidden`, `period-order`, `period-long`.
 */
export const findPatterns = useCase({
  permission: 'audit.find-patterns',
  mode: 'read',
  input: z.strictObject({ from: IsoDate, to: IsoDate }),
  run: async ({ tx, actor, input }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('forbidden', { permission: 'audit.find-patterns' });
    const moments = momentsOf(input, MOST_DAYS);
    if (isRefusal(moments)) return moments;
    const looks = await listStaffLooks(tx, moments, MOST_LOOKS + 1);
    const gone = looks.slice(0, MOST_LOOKS);
    const factsOf = await knownOf(tx, gone);
    const odd = findOddPatterns(gone.map(staffLook), ({ row }) => factsOf(row), ODD_THRESHOLDS);
    const shown = odd.slice(0, MOST_SHOWN);
    const rows = await showLooks(
      tx,
      actor,
      shown.map(({ row }) => row.row),
    );
    return {
      organisation,
      thresholds: ODD_THRESHOLDS,
      gone: gone.length,
      all: looks.length <= MOST_LOOKS,
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
  const [persons, relations] = await Promise.all([listPersonFacts(tx, personsOf(rows)), listRelations(tx, rows)]);
  return ({ id, person }) => {
    const known = person === null ? undefined : persons.get(person);
    return { personName: known?.name, staff: known?.staff ?? 'unknown', related: relations.get(id) };
  };
}
