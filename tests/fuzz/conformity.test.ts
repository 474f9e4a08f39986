import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiDocument, apiRefusals } from '../../src/api.ts';
import { bodyOf, exampleAddress, parametersOf } from '../../src/features/api-docs/index.ts';
import { projectRoot } from '../../src/platform/config/index.ts';
import { operationsOf } from '../../src/platform/index.ts';
import { givenApp } from '../given/app.ts';
import { faultsAgainst, schemaName } from './json-schema.ts';
import { LOGIN_OPERATIONS } from './login-operations.ts';
import { cookieFor, givenLogins, type Logins, takesLogin } from './sessions.ts';

const document = apiDocument();
const operations = operationsOf(document).map((found) => ({ ...found, name: `${found.method} ${found.path}` }));

let app: Awaited<ReturnType<typeof givenApp>>;
let logins: Logins;
beforeAll(async () => {
  app = await givenApp({ login: true });
  logins = await givenLogins(app);
});

function answerOf(found: (typeof operations)[number]) {
  const media = found.operation.responses?.[200]?.content?.['application/json'];
  if (!media?.schema) throw new Error(`${found.name} has no 200 answer`);
  return media;
}

/** Where a schema lets in whatever it is given: an object without closed fields, or no type at all. Examples are not schemas. */
function openPlaces(schema: unknown, at: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((inner, index) => openPlaces(inner, `${at}/${index}`));
  if (typeof schema !== 'object' || schema === null) return [];
  if (Object.keys(schema).length === 0) return [at];
  const fields = schema as Record<string, unknown>;
  const { type, additionalProperties: others } = fields;
  const open = type === 'object' && (others === undefined || others === true || isEmpty(others));
  const inside = Object.entries(fields).filter(
    ([key]) => !['example', 'default', 'required', 'enum', 'additionalProperties'].includes(key),
  );
  const ofOthers = typeof others === 'object' && !isEmpty(others) ? openPlaces(others, `${at}/*`) : [];
  return [
    ...(open ? [at] : []),
    ...ofOthers,
    ...inside.flatMap(([key, inner]) => (isEmpty(inner) && key === 'properties' ? [] : openPlaces(inner, `${at}/${key}`))),
  ];
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

describe('docs/openapi.json', () => {
  it('is what the code says today: node --import ./scripts/tsx-hooks.mjs scripts/generate-openapi.ts', () => {
    expect(readFileSync(join(projectRoot, 'docs', 'openapi.json'), 'utf8')).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  it('is what the API serves', async () => {
    const served = await app.request('/api/v1/openapi.json');
    expect(served.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await served.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('gives examples of forms that fit them', () => {
    const shown = Object.entries(document.components?.schemas ?? {}).filter(([, schema]) => 'example' in schema);
    expect(shown.length).toBeGreaterThan(15);
    const faults = shown.flatMap(([name, schema]) => faultsAgainst(document, schema, 'example' in schema && schema.example, name));
    expect(faults).toEqual([]);
  });

  it('says of every answer exactly what it may hold: no record that anything fits in', () => {
    const { Situation: _, ...schemas } = document.components?.schemas ?? {};
    expect(openPlaces(schemas, '#')).toEqual([]);
    expect(openPlaces({ a: { type: 'object', additionalProperties: {} }, b: [{}], c: { type: 'object', properties: {} } }, '#')).toEqual([
      '#/a',
      '#/b/0',
      '#/c',
    ]);
  });

  it('has the same form for every list: how many there are, one page, where the next is', () => {
    const lists = operations.filter(({ operation }) =>
      parametersOf({ operation } as (typeof operations)[number]).some(({ name }) => name === 'limit'),
    );
    expect(lists.map(({ path }) => path)).toEqual(expect.arrayContaining(['/counties', '/counties/{code}/bodies', '/law/statutes']));
    for (const found of operations) {
      const { schema } = answerOf(found);
      const named = '$ref' in schema ? document.components?.schemas?.[schemaName(schema.$ref)] : schema;
      const fields = Object.keys((named && 'properties' in named && named.properties) || {});
      if (!lists.includes(found)) expect(fields, found.name).not.toContain('items');
      else expect(fields, found.name).toEqual(expect.arrayContaining(['items', 'total', 'next']));
    }
  });

  it('has no named form that null fits: where null may stand, the place says so', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    expect(schemas.filter(([, schema]) => faultsAgainst(document, schema, null).length === 0).map(([name]) => name)).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('"allOf"');
  });

  it('refers only to what it holds', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.filter((name) => document.components?.schemas?.[name] === undefined)).toEqual([]);
  });

  it('speaks Swedish to the person who reads it', () => {
    const said = [...JSON.stringify(document).matchAll(/"(?:summary|description)":"((?:[^"\\\\]|\\\\.)*)"/g)].map(([, text]) => text ?? '');
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((text) => /(?<!\p{L})(the|of|and|with|which|whether|what|default|this)(?!\p{L})/iu.test(text))).toEqual([]);
  });

  it('names every operation once, with a tag it introduces and a summary', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = document.tags?.map(({ name }) => name);
    for (const { name, operation } of operations) {
      expect(tags, name).toContain(operation.tags?.[0]);
      expect(operation.summary, name).toMatch(/^[A-ZÅÄÖ]/);
    }
  });

  it('says of every operation about persons, the log, work and notices that it takes a login, and answers it with 401 and 403', () => {
    const closed = operations.filter(takesLogin);
    expect(closed.map(({ name }) => name).sort()).toEqual(LOGIN_OPERATIONS.toSorted());
    for (const { name, operation } of closed) {
      expect(operation.security, name).toEqual([{ session: [] }, ...(name === 'get /events' ? [{ system: [] }] : [])]);
      expect(Object.keys(operation.responses ?? {}), name).toEqual(expect.arrayContaining(['401', '403']));
    }
    for (const { name, operation } of operations.filter((found) => !takesLogin(found)))
      expect(Object.keys(operation.responses ?? {}), name).not.toContain('401');
    expect(document.components?.securitySchemes?.session).toMatchObject({ type: 'apiKey', in: 'cookie', name: '__Host-session' });
    expect(document.components?.securitySchemes?.system).toMatchObject({ type: 'http', scheme: 'bearer' });
  });

  it('lists every code a problem may have', () => {
    const problem = document.components?.schemas?.Problem;
    const codes = problem && 'properties' in problem && problem.properties?.code;
    expect(codes).toEqual({ type: 'string', enum: Object.keys(apiRefusals).sort() });
  });
});

describe.each(operations)('$name', (found) => {
  it('gives an example of every parameter that must be there, of the body and of the answer, each fitting its schema', () => {
    for (const { name, required, schema, example } of parametersOf(found)) {
      if (required) expect(example, name).toBeDefined();
      if (example !== undefined) expect(faultsAgainst(document, schema, example), name).toEqual([]);
    }
    const body = bodyOf(document, found);
    if (body) expect(faultsAgainst(document, body.schema, body.example)).toEqual([]);
    const { schema, example } = answerOf(found);
    expect(example).toBeDefined();
    expect(faultsAgainst(document, schema, example)).toEqual([]);
  });

  it('answers its example as documented, on real data', async () => {
    const body = bodyOf(document, found)?.example;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json', ...cookieFor(logins, found) };
    const answer = await app.request(exampleAddress(document, found), { method: found.method.toUpperCase(), headers, ...sent });
    expect(answer.status).toBe(200);
    expect(faultsAgainst(document, answerOf(found).schema, await answer.json())).toEqual([]);
  });
});

describe.each(operations.filter(({ method }) => method === 'get'))('$name', (found) => {
  it('answers as documented for every county, municipality and agreement', async () => {
    const headers = cookieFor(logins, found);
    for (const address of await addressesOnRealData(found)) {
      const answer = await app.request(address, { headers });
      expect(answer.status, address).toBe(200);
      expect(faultsAgainst(document, answerOf(found).schema, await answer.json()), address).toEqual([]);
    }
  });
});

/** Those of the values that a parameter takes: a county and a municipality both go by their code. */
function fitting(values: readonly string[], schema: unknown): string[] {
  return values.filter((value) => faultsAgainst(document, schema, value).length === 0);
}

const DAYS = ['1990-01-01', '2021-07-01', '2024-07-01', '2026-11-22', '2199-12-31'];

/** The address of a reading operation for everything in the register, on days long before and long after, where it takes a day. */
async function addressesOnRealData(found: (typeof operations)[number]): Promise<string[]> {
  const list = async (path: string): Promise<Record<string, string>[]> =>
    ((await (await app.request(`/api/v1${path}`)).json()) as { items: Record<string, string>[] }).items;
  const known = async (path: string, key: string) => (await list(path)).map((item) => item[key] ?? '');
  const values: Record<string, string[]> = {
    slug: await known('/agreements', 'slug'),
    code: [...(await known('/counties', 'code')), ...(await known('/municipalities', 'code'))],
    sfs: await known('/law/statutes', 'id'),
  };
  const inPath = parametersOf(found).filter((parameter) => parameter.in === 'path');
  const example = exampleAddress(document, found);
  const agreements = await list('/agreements');
  const namesVersion = parametersOf(found).filter(({ name }) => ['label', 'from', 'to'].includes(name));
  // A version is named as that agreement has it, instead of as in the example.
  const withOwnVersion = (address: string) => {
    const version = agreements.find(({ slug }) => address.includes(`/agreements/${slug}/`))?.version;
    return version === undefined
      ? address
      : namesVersion.reduce((to, { example: shown }) => to.replaceAll(String(shown), version), address);
  };
  const addresses = inPath
    .reduce<string[]>(
      (all, { name, schema, example: shown }) =>
        all.flatMap((address) =>
          fitting(values[name] ?? [String(shown)], schema).map((value) => address.replace(`/${String(shown)}`, `/${value}`)),
        ),
      [example],
    )
    .map(withOwnVersion);
  if (!parametersOf(found).some(({ name }) => name === 'on')) return addresses;
  return addresses.flatMap((address) => DAYS.map((day) => `${address}${address.includes('?') ? '&' : '?'}on=${day}`));
}
