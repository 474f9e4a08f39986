import type { ApiDocument, DescribedOperation } from '../../platform/index.ts';
import { type Schema, schemaName } from './schema-words.ts';

/** A parameter of an operation, with its example wherever the document keeps it. */
export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Exclude<Schema, { $ref: string }>;
  readonly description: string | undefined;
  readonly example: unknown;
};

/** The parameters of an operation; none of ours is a reference. */
export function parametersOf({ operation }: DescribedOperation): Parameter[] {
  return (operation.parameters ?? []).flatMap((parameter) => {
    if (!('name' in parameter) || !parameter.schema || '$ref' in parameter.schema) return [];
    const { name, in: where, required = false, schema, description, example = schema.example as unknown } = parameter;
    return [{ name, in: where, required, schema, description, example }];
  });
}

/**
 * The address of an operation with examples put in, under the base of the document: what must be there, and a short page.
 * What narrows an answer is left out, so that the example shows something.
 */
export function exampleAddress(document: ApiDocument, found: DescribedOperation): string {
  const query = new URLSearchParams();
  let { path } = found;
  for (const { name, in: where, required, example } of parametersOf(found)) {
    if (where === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(example)));
    else if (required || name === 'limit') query.set(name, String(example));
  }
  return `${document.servers?.[0]?.url ?? ''}${path}${query.size > 0 ? `?${query}` : ''}`;
}

export type Body = { readonly schema: Schema; readonly example: unknown };

/** The JSON body an operation takes, with its example: its own, or the one of the schema it refers to. */
export function bodyOf(document: ApiDocument, { operation: { requestBody } }: DescribedOperation): Body | undefined {
  const media = requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
  if (!media?.schema) return undefined;
  const { schema, example } = media;
  const named = '$ref' in schema ? document.components?.schemas?.[schemaName(schema.$ref)] : schema;
  return { schema, example: example ?? (named && 'example' in named ? named.example : undefined) };
}
