import fc from 'fast-check';
import { bodyOf, parametersOf } from '../../src/features/api-docs/index.ts';
import type { ApiDocument, DescribedOperation } from '../../src/platform/index.ts';
import { brokenBody, brokenEncoding, hostileJson, hostileText, strangeHeaders, wrongMediaType } from './hostile.ts';
import { faultsAgainst } from './json-schema.ts';
import { cookieFor, type Logins, takesLogin } from './sessions.ts';
import { valid } from './values.ts';

/** A request and what must become of it. `fits`: the document allows it. `faulty`: it does not. `either`: the document alone cannot tell. */
export type Sent = {
  readonly found: DescribedOperation;
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
  /** Sent with the cookie of a login. */
  readonly loggedIn: boolean;
  readonly must: 'fits' | 'faulty' | 'either';
};

type Draft = { path: Record<string, unknown>; query: [string, unknown][]; json: unknown };
/** Real values of parameters by name, so that many requests find something. */
export type Real = Readonly<Record<string, readonly unknown[]>>;

const OTHER_METHODS = ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST', 'GET', 'PROPFIND', 'SEARCH'];

/** Requests to any operation of the document: half as it says, half bent somewhere. */
export function requests(
  document: ApiDocument,
  operations: readonly DescribedOperation[],
  real: Real,
  bodies: Real,
  logins: Logins = new Map(),
): fc.Arbitrary<Sent> {
  const all = fc.oneof(...operations.map((found) => requestsTo(document, found, real, bodies)));
  // One in four comes without the cookie where it takes one.
  return fc.tuple(all, strangeHeaders, fc.nat(3)).map(([one, headers, chance]) => {
    const login = chance > 0 && takesLogin(one.found) ? cookieFor(logins, one.found) : {};
    return shown({ ...one, headers: { ...headers, ...one.headers, ...login }, loggedIn: 'cookie' in login });
  });
}

function requestsTo(document: ApiDocument, found: DescribedOperation, real: Real, bodies: Real): fc.Arbitrary<Sent> {
  const draft = drafts(document, found, real, bodies);
  const withQuery = (one: Draft, name: string, value: string) =>
    sent(document, found, { ...one, query: [...one.query, [name, value]] }, 'faulty');
  const plain = draft.map((one) => sent(document, found, one, 'fits'));
  const bent = [
    badParameter(document, found, draft),
    strangePath(document, found, draft),
    fc.tuple(draft, hostileText, hostileText).map(([one, name, value]) => withQuery(one, `x${name}`, value)),
    fc.tuple(draft, fc.constantFrom('__proto__', 'constructor', 'toString')).map(([one, name]) => withQuery(one, name, '1')),
    fc.tuple(plain, brokenEncoding).map(([one, broken]) => ({
      ...one,
      address: `${one.address}${one.address.includes('?') ? '&' : '?'}on=${broken}`,
      must: 'faulty' as const,
    })),
    fc.tuple(plain, fc.constantFrom(...OTHER_METHODS)).map(([one, method]) => ({ ...one, method, must: 'either' as const })),
    ...(bodyOf(document, found) ? bentBodies(document, found, draft) : []),
  ];
  return fc.oneof({ weight: bent.length, arbitrary: plain }, ...bent.map((arbitrary) => ({ weight: 1, arbitrary })));
}

/** Told in one line when it fails. */
function shown(one: Sent): Sent {
  const body = one.body ? ` ${new TextDecoder().decode(one.body.slice(0, 300))}` : '';
  const text = `${one.must}: ${one.method} ${one.address.slice(0, 500)} ${JSON.stringify(one.headers).slice(0, 300)}${body}`;
  return Object.assign(one, { [fc.toStringMethod]: () => text });
}

function drafts(document: ApiDocument, found: DescribedOperation, real: Real, bodies: Real): fc.Arbitrary<Draft> {
  const parameters = parametersOf(found);
  const values = Object.fromEntries(
    parameters.map(({ name, schema, example }) => {
      const fitting = (real[name] ?? []).filter((value) => faultsAgainst(document, schema, value).length === 0);
      return [name, valid(document, schema, example, fitting)];
    }),
  );
  const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  const needed = parameters.filter((one) => one.in === 'path' || one.required).map(({ name }) => name);
  const body = bodyOf(document, found);
  const json = body ? valid(document, body.schema, body.example, bodies[found.path]) : fc.constant(undefined);
  return fc.tuple(fc.record(values, { requiredKeys: needed }), json).map(([all, sentBody]) => ({
    path: Object.fromEntries(Object.entries(all).filter(([name]) => inPath.includes(name))),
    query: Object.entries(all).filter(([name, value]) => !inPath.includes(name) && value !== undefined),
    json: sentBody,
  }));
}

function sent(document: ApiDocument, found: DescribedOperation, draft: Draft, must: Sent['must']): Sent {
  const query = draft.query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  const path = found.path.replaceAll(/\{(.+?)\}/g, (_, name: string) => encoded(draft.path[name]));
  const json = draft.json === undefined ? {} : { body: new TextEncoder().encode(JSON.stringify(draft.json)) };
  return {
    found,
    method: found.method.toUpperCase(),
    address: `${document.servers?.[0]?.url ?? ''}${path}${query && `?${query}`}`,
    headers: draft.json === undefined ? {} : { 'content-type': 'application/json' },
    ...json,
    loggedIn: false,
    must,
  };
}

function encoded(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed());
}

/** A known parameter with a strange value, or twice. */
function badParameter(document: ApiDocument, found: DescribedOperation, draft: fc.Arbitrary<Draft>): fc.Arbitrary<Sent> {
  const parameters = parametersOf(found).filter((one) => one.in === 'query');
  const [first] = parameters;
  if (!first) return draft.map((one) => sent(document, found, one, 'fits'));
  return fc.tuple(draft, fc.constantFrom(first, ...parameters), hostileText, fc.boolean()).map(([one, { name, schema }, value, twice]) => {
    const others = one.query.filter(([other]) => other !== name);
    if (twice) return sent(document, found, { ...one, query: [...others, [name, value], [name, value]] }, 'faulty');
    const read = schema.type === 'integer' && /^\d{1,15}$/.test(value) ? Number(value) : value.toWellFormed();
    const faults = faultsAgainst(document, schema, read);
    return sent(document, found, { ...one, query: [...others, [name, value]] }, faults.length > 0 ? 'faulty' : 'either');
  });
}

function strangePath(document: ApiDocument, found: DescribedOperation, draft: fc.Arbitrary<Draft>): fc.Arbitrary<Sent> {
  return fc.tuple(draft, hostileText, brokenEncoding, fc.boolean()).map(([one, value, broken, raw]) => {
    const whole = sent(document, found, { ...one, path: Object.fromEntries(Object.keys(one.path).map((name) => [name, value])) }, 'either');
    return raw ? { ...whole, address: whole.address.replace(/(\?|$)/, `${broken}$1`), must: 'faulty' } : whole;
  });
}

function bentBodies(document: ApiDocument, found: DescribedOperation, draft: fc.Arbitrary<Draft>): fc.Arbitrary<Sent>[] {
  const schema = bodyOf(document, found)?.schema;
  const judged = (one: Draft): Sent => {
    // As it arrives: a field that is undefined is not there.
    const json: unknown = one.json === undefined ? {} : JSON.parse(JSON.stringify(one.json));
    return sent(document, found, { ...one, json }, faultsAgainst(document, schema, json).length > 0 ? 'faulty' : 'either');
  };
  return [
    fc
      .tuple(draft, hostileText, hostileJson)
      .map(([one, key, value]) => judged({ ...one, json: { ...(one.json as object), [key]: value } })),
    fc
      .tuple(draft, fc.nat(20), hostileJson)
      .map(([one, index, value]) => judged({ ...one, json: withField(one.json as Record<string, unknown>, index, value) })),
    fc
      .tuple(draft, fc.nat(20))
      .map(([one, index]) => judged({ ...one, json: withField(one.json as Record<string, unknown>, index, undefined) })),
    fc.tuple(draft, hostileJson).map(([one, json]) => judged({ ...one, json })),
    fc.tuple(draft, brokenBody).map(([one, body]) => ({ ...sent(document, found, one, 'faulty'), body })),
    fc.tuple(draft, wrongMediaType).map(([one, type]) => ({ ...sent(document, found, one, 'faulty'), headers: { 'content-type': type } })),
    fc.tuple(draft, fc.constantFrom('gzip', 'br', 'x')).map(([one, coding]) => ({
      ...sent(document, found, one, 'faulty'),
      headers: { 'content-type': 'application/json', 'content-encoding': coding },
    })),
    fc.tuple(draft, fc.constantFrom('999999999', '1e9')).map(([one, length]) => ({
      ...sent(document, found, one, 'faulty'),
      headers: { 'content-type': 'application/json', 'content-length': length },
    })),
  ];
}

/** The object with one of its fields changed or, for undefined, gone. */
function withField(json: Record<string, unknown>, index: number, value: unknown): unknown {
  const keys = Object.keys(json);
  const key = keys[index % Math.max(keys.length, 1)];
  return key === undefined ? value : { ...json, [key]: value };
}
