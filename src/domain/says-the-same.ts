/**
 * Does what was kept say the same as what is sent now, in every field that is sent? That a form comes once more is told by this, and by who sends it: with other
 * words under the same key it is another form, and its words must not be lost. Lists are the same when they hold the same in the same order.
 */
export function saysTheSame<Sent extends object>(kept: { readonly [Field in keyof Sent]: unknown }, sent: Sent): boolean {
  return Object.keys(sent).every((field) => said(kept[field as keyof Sent]) === said(sent[field as keyof Sent]));
}

/** What is left out is kept as nothing. */
function said(value: unknown): string {
  return JSON.stringify(value ?? null);
}
