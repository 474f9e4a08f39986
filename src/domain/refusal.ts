/** An expected "no": a stable code, and the facts its Swedish sentence needs. Returned, never thrown. */
export type Refusal<Code extends string = string> = {
  readonly refused: true;
  readonly code: Code;
  readonly params: Readonly<Record<string, unknown>>;
};

/** Makes a refusal. `params` are put into the sentence by the feature's texts. */
export function refuse<const Code extends string>(code: Code, params: Record<string, unknown> = {}): Refusal<Code> {
  return { refused: true, code, params };
}

/** Is this answer a refusal? */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
