import recorded from './examples.json' with { type: 'json' };

export { apiDocs } from './docs.page.tsx';
export { bodyOf, exampleAddress, parametersOf } from './example-request.ts';
export { apiDescription } from './texts.ts';

/** Answers once given, by operation id. Recorded by `scripts/generate-openapi.ts`. */
export const examples: Readonly<Record<string, unknown>> = recorded;
export { FORM_PAGES, formPageOf } from './schema-parts.tsx';
