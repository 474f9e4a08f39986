import { z } from 'zod';
import { useCase } from '../../platform/index.ts';
import { countOwnLooks, type LogRow, listAboutMe } from './log.sql.ts';
import { listOwnRecords, type OwnRecord } from './own-records.sql.ts';

/** So many rows on a page, and in a file. */
export const EXTRACT_PAGE = 200;
export const EXTRACT_MOST = 5_000;

/** A look as the one looked at is told of it: where and in what role, never the name of who. */
export type ExtractRow = Pick<LogRow, 'id' | 'at' | 'role' | 'unit_name' | 'organisation_name' | 'act' | 'outcome' | 'purpose'> & {
  readonly actorKind: LogRow['actor_kind'];
};

/** The looks at what one huvudman has written down; each answers for its own log. */
export type ExtractGroup = { readonly owner: OwnRecord['owner']; readonly rows: readonly ExtractRow[] };

/**
 * Who has looked at the data of the one who asks, by the huvudman that answers for it: the latest first, in each. Their own visits are counted, not
 * listed. `older`: the key to go on from. Names of staff, addresses and ids do not leave the database's rows.
 */
export const readOwnExtract = useCase({
  permission: 'audit.read-own-extract',
  mode: 'read',
  input: z.strictObject({ before: z.uuid().optional(), most: z.int().min(1).max(EXTRACT_MOST).default(EXTRACT_PAGE) }),
  run: async ({ tx, input }) => {
    const records = await listOwnRecords(tx);
    const [found, own] = await Promise.all([listAboutMe(tx, { before: input.before, most: input.most + 1 }), countOwnLooks(tx)]);
    const rows = found.slice(0, input.most);
    const ownerOf = new Map(records.map(({ person, owner }) => [person, owner]));
    const byOwner = Map.groupBy(rows, ({ person }) => ownerOf.get(person ?? '')?.id ?? '');
    const owners = [...new Map(records.map(({ owner }) => [owner.id, owner])).values()];
    const all = owners.map((owner): ExtractGroup => ({ owner, rows: (byOwner.get(owner.id) ?? []).map(extractRow) }));
    const older = found.length > input.most ? rows.at(-1)?.id : undefined;
    // Of a huvudman without rows here nothing is said while there are other pages: its rows may be there.
    const groups = input.before === undefined && older === undefined ? all : all.filter((group) => group.rows.length > 0);
    return { groups, own, older, records };
  },
  audit: (_, answer) =>
    (answer ? answer.records : [REFUSED]).map(({ person, owner }) => ({
      person,
      owner: owner?.id ?? null,
      record: { kind: 'audit-extract', id: null },
      purpose: { kind: 'own', share: null },
    })),
});

/** Who was refused asked for nobody's records that can be named. */
const REFUSED = { person: null, owner: null };

function extractRow({ id, at, role, unit_name, organisation_name, act, outcome, purpose, actor_kind }: LogRow): ExtractRow {
  return { id, at, role, unit_name, organisation_name, act, outcome, purpose, actorKind: actor_kind };
}
