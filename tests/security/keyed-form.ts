import type { Scope } from '../../src/platform/index.ts';

/** A form that carries a key: what is sent first, and for every field of it what else could have been sent under the same key. */
export type Sent = {
  readonly file: string;
  readonly name: string;
  readonly scope: Scope;
  readonly send: (scope: Scope, input: never) => Promise<unknown>;
  readonly first: Readonly<Record<string, unknown>>;
  readonly others: Readonly<Record<string, unknown>>;
  readonly refusedFirst: Readonly<Record<string, string>>;
};

/** What a use case takes. */
export type Input<Send> = Send extends (scope: Scope, input: infer Typed) => unknown ? Typed : never;

/** What is typed in a form: without its key, and without what is no word of it. */
type Typed<Input, Free extends PropertyKey> = Omit<Input, 'key' | Free>;

/**
 * A row of the table: the file of the use case, what the form is, who sends what. The compiler asks for another value of every field; `Free` are fields that are
 * no words of the form. `refusedFirst`: where the other value is refused for something else before the key is asked for, what for.
 */
export function keyed<Input, Free extends keyof Input = never>(
  [file, name]: readonly [file: string, name: string],
  send: (scope: Scope, input: Input) => Promise<unknown>,
  scope: Scope,
  first: Omit<Input, 'key'>,
  others: { readonly [Field in keyof Typed<Input, Free>]-?: Input[Field & keyof Input] },
  refusedFirst: { readonly [Field in keyof Typed<Input, Free>]?: string } = {},
): Sent {
  return { file, name, scope, send: send as Sent['send'], first, others, refusedFirst } as Sent;
}
