import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import { givenDrafts } from '../../src/features/drafts/given-drafts.ts';
import { newId } from '../../src/platform/index.ts';
import { read, sourceFiles } from '../architecture/project-files.ts';
import { keyedActForms } from './keyed-act-forms.ts';
import { keyedPlanForms } from './keyed-plan-forms.ts';
import { keyedTextForms } from './keyed-text-forms.ts';
import { keyedWebhookForms } from './keyed-webhook-forms.ts';

const given = await givenDrafts();
const forms = [
  ...(await keyedTextForms(given)),
  ...(await keyedActForms(given)),
  ...(await keyedPlanForms(given)),
  ...(await keyedWebhookForms(given)),
];

/** The use cases that take the key of a form. */
const takers = sourceFiles.filter(
  (file) => /^src\/features\/.*(?<!schemas)\.ts$/.test(file) && /\bkey: (z\.uuid\(\)|FormKey)/.test(read(file)),
);

/** The parts of a plan that take more than a plan to begin with try it in their own rooms. */
const ELSEWHERE = /^src\/features\/(plans\/(?!calling|contents|own)|consents\/)[a-z-]+\//;
/** A door repeats the key of what it calls. */
const isDoor = (file: string) => /\.api\.ts$/.test(file);

describe('a form that comes again under its key', () => {
  test('is tried, whichever it is', () => {
    const tried = new Set(forms.map(({ file }) => `src/features/${file}`));
    expect(takers.filter((file) => !ELSEWHERE.test(file) && !isDoor(file))).toEqual([...tried].toSorted());
  });

  test.each(forms)('answers as it first did for the same words, and never for others: $name', async (form) => {
    const { send, scope, first, others, refusedFirst } = form;
    const key = newId();
    const sent = (more: object) => send(scope, { key, ...first, ...more } as never);
    const answer = await sent({});
    expect(isRefusal(answer) ? answer.code : 'taken').toBe('taken');
    expect(await sent({})).toEqual(answer);
    const codes: Record<string, string> = {};
    for (const [field, value] of Object.entries(others)) {
      const other = await sent({ [field]: value });
      codes[field] = isRefusal(other) ? other.code : 'taken for the same';
    }
    expect(codes).toEqual({ ...Object.fromEntries(Object.keys(others).map((field) => [field, 'key-taken'])), ...refusedFirst });
    expect(await sent({})).toEqual(answer);
  });
});
