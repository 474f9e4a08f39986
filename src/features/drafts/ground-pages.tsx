import { Hono } from 'hono';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { levelsGiven } from '../agreements/index.ts';
import { given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { options } from './form-fields.ts';
import { abandonDraft } from './submit-draft.ts';
import { formTexts as texts } from './texts.ts';
import { writeChildCheck, writeInfluence } from './write-groundwork.ts';

const { fields } = texts;

const childrenPage = draftFormPage({
  path: 'barn',
  prepare: ({ draft: { children, text } }) => ({
    ...texts.children,
    fields: [
      { kind: 'lines', name: 'text', label: fields.childText, rows: 8 },
      ...(text.responsibilities.length > 0
        ? [
            {
              kind: 'checks' as const,
              name: 'considered',
              label: fields.considered,
              optional: true,
              options: text.responsibilities.map(({ id, activity }) => ({ value: id, label: `${id} ${activity}` })),
            },
          ]
        : []),
    ],
    initial: given({ text: children.text, considered: children.considered }),
  }),
  save: (c, seen, values) => writeChildCheck(scopeOf(c), { ...seen, considered: [...values.all('considered')], text: values.one('text') }),
});

const influencePage = draftFormPage({
  path: 'delaktighet',
  prepare: ({ draft: { influence } }) => ({
    ...texts.influence,
    fields: [
      { kind: 'radios', name: 'level', label: fields.level, options: options(levelsGiven) },
      { kind: 'lines', name: 'text', label: fields.influenceText, rows: 8 },
    ],
    initial: given({ level: influence.level, text: influence.text }),
  }),
  save: (c, seen, values) => writeInfluence(scopeOf(c), { ...seen, level: values.one('level') as 'dialogue', text: values.one('text') }),
});

const abandonPage = draftFormPage({
  path: 'avbryt',
  act: 'drafts.abandon',
  onlyWhenAble: true,
  prepare: () => ({ ...texts.abandon, fields: [], initial: given({}), warning: true }),
  save: (c, { draft }) => abandonDraft(scopeOf(c), { draft }),
  next: (here) => here,
});

/** The children's perspective, how those concerned have taken part, and leaving the work. */
export const groundPages = new Hono<AppEnv>();
for (const page of [childrenPage, influencePage, abandonPage]) groundPages.route('/', page);
