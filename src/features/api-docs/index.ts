import recorded from './examples.json' with { type: 'json' };

export { apiDocs } from './docs.page.tsx';
export { apiDescription } from './texts.ts';

/** Answers once given, by operation id. Recorded by scripts/generate-openapi.mjs. */
export const examples: Readonly<Record<string, unknown>> = recorded;
