import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Refusal } from '../../domain/refusal.ts';
import { type AppEnv, fieldsOf, type RefusalTexts, sentenceOf } from '../../platform/index.ts';

/** What was typed, field by field; a field with several choices has several values. `named`: the rest of the names of the fields that begin so. */
export type Values = { one(name: string): string; all(name: string): readonly string[]; named(prefix: string): readonly string[] };

function namesAfter(prefix: string, names: Iterable<string>): string[] {
  return [...new Set(names)].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

/** The values of a form as it is first shown. */
export function given(values: Readonly<Record<string, string | readonly string[] | undefined>>): Values {
  const all = (name: string) => [values[name] ?? []].flat();
  return { one: (name) => all(name)[0] ?? '', all, named: (prefix) => namesAfter(prefix, Object.keys(values)) };
}

/** The values that were sent. */
export async function sent(c: Context<AppEnv>): Promise<Values> {
  const fields = await fieldsOf(c);
  return {
    one: (name) => (fields.get(name) ?? '').trim(),
    all: (name) => fields.getAll(name).filter(Boolean),
    named: (prefix) => namesAfter(prefix, fields.keys()),
  };
}

/** A fault with the field it is in; without one it is of the whole. */
export type FieldFault = { readonly text: string; readonly field: string | undefined };

type Faults = readonly { readonly pointer: string; readonly message: string }[];

/**
 * What a refusal says of each field. A place in the input (`/ways/phone`) is the field of that name (`ways-phone`), or of its first part.
 * Someone who may not see or do it at all gets no form again.
 */
export function faultsOf(
  refusal: Refusal,
  fields: ReadonlySet<string>,
  texts: RefusalTexts,
): { faults: FieldFault[]; status: 403 | 404 | 409 | 422 } {
  if (refusal.code === 'forbidden') throw new HTTPException(403);
  const fieldAt = (pointer: string): string | undefined => {
    const parts = pointer.split('/').slice(1);
    return [parts.join('-'), parts[0] ?? ''].find((name) => fields.has(name));
  };
  if (refusal.code === 'input-invalid') {
    const faults = refusal.params.faults as Faults;
    return { faults: faults.map(({ pointer, message }) => ({ text: message, field: fieldAt(pointer) })), status: 422 };
  }
  const { status, detail } = sentenceOf(refusal, texts);
  const at = texts[refusal.code]?.at?.(refusal.params);
  const known = status === 404 || status === 409 || status === 403 ? status : 422;
  return { faults: [{ text: detail, field: at === undefined ? undefined : fieldAt(at) }], status: known };
}
