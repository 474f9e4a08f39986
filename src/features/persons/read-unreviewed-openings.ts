import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { listUnreviewedOpenings } from './emergency.sql.ts';

/**
 * Emergency openings by staff of one's own huvudman that have no verdict, and that somebody else made: ids and moments, the oldest first. Nothing about
 * whom they concern is read, so that it is no look at a person.
 */
export const readUnreviewedOpenings = useCase({
  permission: 'persons.review-emergency',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    const account = loginOf(actor)?.account;
    return organisation && account ? listUnreviewedOpenings(tx, { organisation, account }) : refuse('forbidden');
  },
  audit: () => [],
});
