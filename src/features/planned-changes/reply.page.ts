import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { partyName } from '../counties/index.ts';
import { actPage, type FormField, given } from '../forms/index.ts';
import { changeHref } from './awaited-receipts.ts';
import { type ChangeReading, readChange } from './read-changes.ts';
import { acknowledgeChange, answerObjection, objectToChange } from './reply-to-change.ts';
import { replyTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';
import { withdrawChange } from './withdraw-change.ts';

type Words = { readonly title: string; readonly lead: string; readonly submit: string };

/** The form of a reply to the change in the address; the wording that was read goes with it. */
async function prepared(c: Context<AppEnv>, words: (reading: ChangeReading) => Words, fields: readonly FormField[]) {
  const reading = await readChange(scopeOf(c), { change: c.req.param('id') ?? '' });
  if (isRefusal(reading)) return undefined;
  const { title, lead, submit } = words(reading);
  const hidden = { seen: String(reading.wording.number) };
  return { title, lead, submit, caption: reading.wording.title, back: changeHref(reading.row.id), fields, initial: given({}), hidden };
}

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const done = (id: string) => ({ next: `${changeHref(id)}?klart=1` });

const acknowledgePage = actPage({
  path: '/planerade-forandringar/:id/ta-del',
  permission: 'planned-changes.acknowledge',
  texts: refusals,
  prepare: (c) => prepared(c, () => texts.acknowledge, []),
  run: async (c, values) => {
    const answer = await acknowledgeChange(scopeOf(c), { change: idOf(c), seen: Number(values.one('seen')) });
    return isRefusal(answer) ? answer : done(answer.id);
  },
});

const objectPage = actPage({
  path: '/planerade-forandringar/:id/invand',
  permission: 'planned-changes.object',
  texts: refusals,
  prepare: (c) => prepared(c, () => texts.object, [{ kind: 'lines', name: 'reason', label: texts.object.reason, rows: 6 }]),
  run: async (c, values) => {
    const wanted = { change: idOf(c), seen: Number(values.one('seen')), reason: values.one('reason') };
    const answer = await objectToChange(scopeOf(c), wanted);
    return isRefusal(answer) ? answer : done(answer.id);
  },
});

const answerPage = actPage({
  path: '/planerade-forandringar/:id/svara/:party',
  permission: 'planned-changes.answer',
  texts: refusals,
  prepare: (c) => {
    const party = c.req.param('party') ?? '';
    const { title, lead, answer, submit } = texts.answer;
    return prepared(c, ({ county }) => ({ title: title(partyName(county, party)), lead, submit }), [
      { kind: 'lines', name: 'answer', label: answer, rows: 6 },
    ]);
  },
  run: async (c, values) => {
    const wanted = { change: idOf(c), seen: Number(values.one('seen')), party: c.req.param('party') ?? '', answer: values.one('answer') };
    const answer = await answerObjection(scopeOf(c), wanted);
    return isRefusal(answer) ? answer : done(answer.id);
  },
});

const withdrawPage = actPage({
  path: '/planerade-forandringar/:id/aterkalla',
  permission: 'planned-changes.withdraw',
  texts: refusals,
  prepare: async (c) => {
    const form = await prepared(c, () => texts.withdraw, []);
    return form && { ...form, warning: true };
  },
  run: async (c, values) => {
    const answer = await withdrawChange(scopeOf(c), { change: idOf(c), seen: Number(values.one('seen')) });
    return isRefusal(answer) ? answer : done(answer.id);
  },
});

/** What the parties answer, and calling a change off. */
export const replyPages = new Hono<AppEnv>()
  .route('/', acknowledgePage)
  .route('/', objectPage)
  .route('/', answerPage)
  .route('/', withdrawPage);
