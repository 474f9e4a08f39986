import { createRoute, z } from '@hono/zod-openapi';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { personBody, personsFoundBody } from './api-answers.ts';
import { NewPerson, PersonBody, PersonSearchBody, PersonsFound, RegisteredPerson } from './api-schemas.ts';
import { findPersons } from './find-persons.ts';
import { readAnyPerson } from './read-person.ts';
import { registerPerson } from './register-person.ts';
import { refusals } from './texts-refusals.ts';

const tags = ['persons'];

/** Persons, for staff whose unit works with them. What somebody is looked for by is never in an address. */
export const personsApi = apiRouter();

personsApi.openapi(
  createRoute({
    method: 'post',
    path: '/persons/search',
    tags,
    security: LOGIN,
    summary: 'Sök bland de personer som din enhet arbetar med',
    request: { body: jsonBody(PersonSearchBody) },
    responses: { ...jsonAnswer(PersonsFound, 'De som stämmer och som du får se'), ...problemAnswers(401, 403, 413, 415) },
  }),
  async (c) => {
    const found = await findPersons(scopeOf(c), c.req.valid('json'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(personsFoundBody(found), 200);
  },
);

personsApi.openapi(
  createRoute({
    method: 'get',
    path: '/persons/{id}',
    tags,
    security: LOGIN,
    summary: 'En person som din enhet arbetar med',
    description: 'Har personen skyddad identitet får en granskare hos er veta att du har läst uppgifterna.',
    request: { params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: 'ed746a47-405a-820e-b33c-14f6468ed900' }) }) },
    responses: { ...jsonAnswer(PersonBody, 'Personen, så långt du får se'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readAnyPerson(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(personBody(found), 200);
  },
);

personsApi.openapi(
  createRoute({
    method: 'post',
    path: '/persons',
    tags,
    security: LOGIN,
    summary: 'Lägg upp en person som din enhet börjar arbeta med',
    request: { body: jsonBody(NewPerson) },
    responses: { ...jsonAnswer(RegisteredPerson, 'Personen har ett ärende hos din enhet'), ...problemAnswers(401, 403, 409, 413, 415) },
  }),
  async (c) => {
    const { number = '', interpreter = null, address = '', whereabouts = '', name, caseNumber } = c.req.valid('json');
    const made = await registerPerson(scopeOf(c), { name, number, interpreter, caseNumber, address, whereabouts });
    return isRefusal(made) ? problem(c, made, refusals) : c.json({ id: made.id, existing: made.existing }, 200);
  },
);
