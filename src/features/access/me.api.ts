import { createRoute, z } from '@hono/zod-openapi';
import { assignmentOf, assuranceLevels, loginOf } from '../../domain/access/actor.ts';
import { abilitiesOf, CONDITIONS } from '../../domain/access/permissions.ts';
import { type Role, roleNames } from '../../domain/access/roles.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, LOGIN, orNull, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { readOwnAssignments } from './choose-assignment.ts';
import { refusals } from './texts.ts';

const OwnAssignment = z
  .strictObject({
    id: z.uuid(),
    role: z.enum(roleNames as [Role, ...Role[]]),
    organisation: z.string(),
    unit: z.string().nullable(),
    body: z.string().nullable(),
    county: z.string(),
    until: z.iso.date().nullable(),
  })
  .openapi('OwnAssignment', { description: 'Ett uppdrag som du har i dag. `until` är sista dagen, och null är ett öppet slut.' });

const Me = z
  .strictObject({
    kind: z.enum(['staff', 'individual']),
    name: z.string(),
    assurance: z.enum(assuranceLevels),
    loggedInAt: z.string(),
    actsAs: orNull(z.uuid()),
    assignments: z.array(OwnAssignment),
    abilities: z.array(z.strictObject({ permission: z.string(), condition: z.enum(CONDITIONS) })),
  })
  .openapi('Me', {
    description:
      'Vem du är inloggad som. `actsAs` är `id` för det uppdrag du handlar i, eller null om du inte har valt. `abilities` är vad du får försöka göra och på vilket villkor: det prövas sedan för varje uppgift. `loggedInAt` är en tidpunkt enligt ISO 8601.',
  });

/** Who the caller is logged in as. */
export const meApi = apiRouter();

meApi.openapi(
  createRoute({
    method: 'get',
    path: '/me',
    tags: ['access'],
    security: LOGIN,
    summary: 'Vem du är, i vilket uppdrag, och vad du får göra',
    responses: { ...jsonAnswer(Me, 'Du, som systemet ser dig'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const { actor } = c.var;
    const login = loginOf(actor);
    const own = await readOwnAssignments(scopeOf(c), {});
    if (isRefusal(own)) return problem(c, own, refusals);
    if (!login || actor.kind === 'public') return problem(c, refuse('not-logged-in'));
    const me: z.output<typeof Me> = {
      kind: actor.kind,
      name: login.name,
      assurance: login.assurance,
      loggedInAt: login.authenticatedAt.toString(),
      actsAs: assignmentOf(actor)?.id ?? null,
      assignments: own.map(({ id, role, organisation_name, unit_name, body, county_code, until }) => ({
        id,
        role,
        organisation: organisation_name,
        unit: unit_name,
        body,
        county: county_code,
        until: until?.toString() ?? null,
      })),
      abilities: abilitiesOf(actor),
    };
    return c.json(me, 200);
  },
);
