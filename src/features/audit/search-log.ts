import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { listUnitsEver } from './facts.sql.ts';
import { listLog } from './log.sql.ts';
import { conditionOf, LogSearch } from './log-search.ts';
import { reviewLook, showLooks } from './shown-look.ts';

/** So many rows a page. */
export const PAGE = 50;

/**
 * Rows of the log of one's own huvudman, the latest first, a page at a time. `older`: the key to go on from. Looking is itself logged, with whom the
 * rows were about. Refuses as `conditionOf`.
 */
export const searchLog = useCase({
  permission: 'audit.search',
  mode: 'read',
  input: z.strictObject({ ...LogSearch.shape, before: z.uuid().optional(), limit: z.int().min(1).max(200).default(PAGE) }),
  run: async (context) => {
    const asked = await conditionOf(context);
    if (isRefusal(asked)) return asked;
    const { tx, actor, input } = context;
    const found = await listLog(tx, asked.condition, { before: input.before, most: input.limit + 1 });
    const rows = await showLooks(tx, actor, found.slice(0, input.limit));
    return {
      organisation: asked.organisation,
      searched: asked.condition.persons,
      rows,
      older: found.length > input.limit ? rows.at(-1)?.id : undefined,
    };
  },
  audit: (_, answer) => reviewLook(answer, { kind: 'audit-log', id: null }),
});

/** The most rows of one export. */
export const MOST_EXPORTED = 5_000;

/** The same rows, all that fit: `more` says that there are others. Refuses as `conditionOf`. */
export const exportLog = useCase({
  permission: 'audit.export',
  mode: 'read',
  input: LogSearch,
  run: async (context) => {
    const asked = await conditionOf(context);
    if (isRefusal(asked)) return asked;
    const found = await listLog(context.tx, asked.condition, { most: MOST_EXPORTED + 1 });
    const rows = await showLooks(context.tx, context.actor, found.slice(0, MOST_EXPORTED));
    return { organisation: asked.organisation, searched: asked.condition.persons, rows, more: found.length > MOST_EXPORTED };
  },
  audit: (_, answer) => reviewLook(answer, { kind: 'audit-export', id: null }),
});

/** What the search form can choose among: the units of one's own huvudman. */
export const readSearchForm = useCase({
  permission: 'audit.search',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => {
    const organisation = assignmentOf(actor)?.organisation;
    return { organisation: organisation?.name ?? '', units: organisation ? await listUnitsEver(tx, organisation.id) : [] };
  },
  // Names of units: nothing about any person. Whoever was refused was there nevertheless.
  audit: (_, answer) => (answer ? [] : reviewLook(undefined, { kind: 'audit-log', id: null })),
});
