import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { isRole } from '../../domain/access/roles.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { assignmentRoleTexts } from '../../ui/index.ts';
import type { WaitingProvider } from './provider.ts';
import { workTexts as texts } from './texts.ts';
import { listEndingAssignments } from './waiting.sql.ts';

/** So long before an assignment ends, whoever administers it is told. */
const AHEAD = { days: 30 };

/** Assignments at one's own organisation that end within thirty days and are not followed by another, for its administrator. */
const readEndingAssignments = useCase({
  permission: 'work.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const assignment = assignmentOf(actor);
    if (assignment?.role !== 'system-administrator') return [];
    return listEndingAssignments(tx, assignment.organisation.id, { today, until: today.add(AHEAD) });
  },
});

export const endingAssignments: WaitingProvider = async (scope) => {
  const ending = await readEndingAssignments(scope, {});
  if (isRefusal(ending)) return [];
  return ending.map(({ name, role, account_id, last }) => ({
    kind: 'ending-assignment',
    title: texts.endingAssignment(name, isRole(role) ? assignmentRoleTexts[role] : role),
    href: `/organisation/personer/${account_id}/uppdrag`,
    due: last,
    basis: 'routine' as const,
  }));
};
