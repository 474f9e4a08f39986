import { expect, test } from 'vitest';
import { Terms } from '../../domain/counties/terms.ts';
import { termForms } from './draft-terms.tsx';
import { draftPages } from './index.ts';

test('every kind of term has a form, which is a page that can be sent', () => {
  const doors = draftPages.flatMap(({ routes }) =>
    routes.map(({ method, path }) => `${method} ${path.replace(/^\/arbetsversioner\/:id\//, '')}`),
  );
  const forms: Readonly<Record<string, string>> = termForms;
  for (const term of Object.keys(Terms.shape)) {
    const path = (forms[`term:${term}`] ?? '').replace(/\/ny$/, '/');
    const has = (method: string) =>
      doors.some((door) => (path.endsWith('/') ? door.startsWith(`${method} ${path}:`) : door === `${method} ${path}`));
    expect([term, has('GET'), has('POST')]).toEqual([term, true, true]);
  }
});
