import { Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { actPage, given } from '../organisations/index.ts';
import { askedDraft, draftHref } from './parts.tsx';
import { abandonDraft } from './submit-draft.ts';
import { participationLabels, formTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';
import { withdrawVersion } from './withdraw-version.ts';
import { writeChildCheck, writeInfluence } from './write-groundwork.ts';

const { fields } = texts;

const childrenPage = actPage({
  path: '/arbetsversioner/:id/barn',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading) return undefined;
    const { children, text } = reading.draft;
    return {
      ...texts.children,
      caption: text.short,
      back: draftHref(reading.row.id),
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
      hidden: { seen: String(reading.number) },
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const typed = { considered: [...values.all('considered')], text: values.one('text') };
    const saved = await writeChildCheck(scopeOf(c), { draft, seen: Number(values.one('seen')), ...typed });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
});

const influencePage = actPage({
  path: '/arbetsversioner/:id/delaktighet',
  permission: 'drafts.write',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading) return undefined;
    const { influence, text } = reading.draft;
    return {
      ...texts.influence,
      caption: text.short,
      back: draftHref(reading.row.id),
      fields: [
        {
          kind: 'radios',
          name: 'level',
          label: fields.level,
          options: Object.entries(participationLabels).map(([value, label]) => ({ value, label })),
        },
        { kind: 'lines', name: 'text', label: fields.influenceText, rows: 8 },
      ],
      initial: given({ level: influence.level, text: influence.text }),
      hidden: { seen: String(reading.number) },
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const typed = { level: values.one('level') as 'dialogue', text: values.one('text') };
    const saved = await writeInfluence(scopeOf(c), { draft, seen: Number(values.one('seen')), ...typed });
    return isRefusal(saved) ? saved : { next: `${draftHref(draft)}?klart=1` };
  },
});

const abandonPage = actPage({
  path: '/arbetsversioner/:id/avbryt',
  permission: 'drafts.abandon',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading?.abilities.has('drafts.abandon')) return undefined;
    return {
      ...texts.abandon,
      caption: reading.draft.text.short,
      back: draftHref(reading.row.id),
      fields: [],
      initial: given({}),
      warning: true,
    };
  },
  run: async (c) => {
    const draft = c.req.param('id') ?? '';
    const done = await abandonDraft(scopeOf(c), { draft });
    return isRefusal(done) ? done : { next: draftHref(draft) };
  },
});

const withdrawPage = actPage({
  path: '/arbetsversioner/:id/upphav',
  permission: 'drafts.withdraw',
  texts: refusals,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    if (!reading?.abilities.has('drafts.withdraw')) return undefined;
    const { title, lead, submit, on, registry, note } = texts.withdraw;
    return {
      title,
      lead,
      submit,
      caption: reading.draft.text.short,
      back: `${draftHref(reading.row.id)}/beslut`,
      fields: [
        { kind: 'day', name: 'on', label: on },
        { kind: 'text', name: 'registry', label: registry, width: 20 },
        { kind: 'lines', name: 'note', label: note, optional: true },
      ],
      initial: given({}),
      warning: true,
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const typed = { on: values.one('on'), registry: values.one('registry'), note: values.one('note') };
    const done = await withdrawVersion(scopeOf(c), { draft, ...typed });
    return isRefusal(done) ? done : { next: `${draftHref(draft)}/beslut` };
  },
});

/** The children's perspective, how those concerned have taken part, leaving the work, and withdrawing what it became. */
export const groundPages = new Hono<AppEnv>();
for (const page of [childrenPage, influencePage, abandonPage, withdrawPage]) groundPages.route('/', page);
