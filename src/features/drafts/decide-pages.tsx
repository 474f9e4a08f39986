import { type Context, Hono } from 'hono';
import { mayDecideFor } from '../../domain/drafts/policies.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Page } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { actingOn, actPage, given } from '../forms/index.ts';
import { DecisionForm, type DecisionTyped } from './decision-form.tsx';
import { deciderName, readDecisions } from './decisions.ts';
import { draftHref } from './parts.tsx';
import { recordDecision } from './record-decision.ts';
import { signDraft } from './sign-draft.ts';
import { SignElsewhere } from './signing-pages.tsx';
import { signTexts, decisionFormTexts as texts } from './texts-decision.ts';
import { refusals } from './texts-refusals.ts';

const PATH = '/arbetsversioner/:id/beslut/:step/:decider';

/** The step and the decider in the address, when the draft has them and whoever asks may decide for it. */
async function asked(c: Context<AppEnv>) {
  const reading = await readDecisions(scopeOf(c), { draft: c.req.param('id') ?? '' });
  if (isRefusal(reading)) return reading;
  const decider = (c.req.param('decider') ?? '').replace('-', ':') as Decider;
  const step = reading.process.steps.find(({ id }) => id === c.req.param('step'));
  if (step?.asks !== 'decision' || !step.deciders.includes(decider)) return refuse('step-not-found', {});
  if (!mayDecideFor(c.var.actor, 'drafts.record-decision', decider, reading.row)) return refuse('not-your-decision', {});
  return { reading, step, decider };
}

async function form(c: Context<AppEnv>) {
  const acting = actingOn(c, 'drafts.record-decision');
  if (acting instanceof Response) return acting;
  const found = await asked(c);
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('draft-not-found')), refusals);
  return show(c, found, { on: c.var.runtime.clock.today().toString() });
}

type Asked = Exclude<Awaited<ReturnType<typeof asked>>, { refused: true }>;
type Faults = Parameters<typeof DecisionForm>[0]['faults'];

async function show(
  c: Context<AppEnv>,
  { reading, step, decider }: Asked,
  typed: DecisionTyped,
  faults: Faults = [],
  status: 200 | 409 | 422 = 200,
) {
  const here = `${draftHref(reading.row.id)}/beslut`;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title(deciderName(reading.county, decider))}
      caption={reading.draft.text.short}
      lead={texts.lead}
      back={here}
      errors={faults}
      density="staff"
      noindex
    >
      <DecisionForm action={c.req.path} kind={step.kind} typed={typed} faults={faults} />
    </Page>,
    status,
  );
}

/** What was sent, and the extract where there is one. */
async function sent(c: Context<AppEnv>): Promise<{ typed: DecisionTyped; extract: Uint8Array | undefined }> {
  const form = await c.req.formData().catch(() => new FormData());
  const typed = Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  const file = form.get('extract');
  const extract = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
  return { typed, extract };
}

async function decide(c: Context<AppEnv>) {
  const acting = actingOn(c, 'drafts.record-decision');
  if (acting instanceof Response) return acting;
  const found = await asked(c);
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('draft-not-found')), refusals);
  const { typed, extract } = await sent(c);
  const { outcome = '', on = '', body = '', paragraph = '', registry = '', approver = '', reservation = '' } = typed;
  const draft = found.reading.row.id;
  const words = { outcome: outcome as 'approved', on, body, paragraph, registry, approver, reservation };
  const where = { draft, step: found.step.id, decider: found.decider };
  const done = await recordDecision(scopeOf(c), { ...where, ...words, ...(extract ? { extract } : {}) });
  if (!isRefusal(done)) return c.redirect(`${draftHref(draft)}/beslut`, 303);
  if (done.code === 'input-invalid') {
    const faults = (done.params.faults as { pointer: string; message: string }[]).map(({ pointer, message }) => {
      const field = pointer.slice(1);
      const label = Object.entries(texts.fields).find(([name]) => name === field)?.[1];
      // What the schema says of a field that was left empty is not for people.
      const said = field === 'outcome' ? texts.choose : typed[field]?.trim() === '' ? texts.fillIn : message;
      return { field, text: label ? `${label}: ${said}` : said };
    });
    return show(c, found, typed, faults, 422);
  }
  const text = refusals[done.code];
  if (!text || text.status === 404 || text.status === 403) return refusalPage(c, done, refusals);
  return show(
    c,
    found,
    typed,
    [{ text: text.detail(done.params), field: text.at?.(done.params).slice(1) }],
    text.status === 409 ? 409 : 422,
  );
}

const signPage = actPage({
  path: '/arbetsversioner/:id/underskrift/:step/:seat',
  permission: 'drafts.sign',
  texts: refusals,
  prepare: async (c) => {
    const reading = await readDecisions(scopeOf(c), { draft: c.req.param('id') ?? '' });
    const decider = `seat:${c.req.param('seat') ?? ''}` as const;
    if (isRefusal(reading) || !reading.process.steps.some((step) => step.id === c.req.param('step') && step.deciders.includes(decider))) {
      return undefined;
    }
    const hash = reading.process.submission?.hash ?? '';
    const here = draftHref(reading.row.id);
    return {
      title: signTexts.title(deciderName(reading.county, decider)),
      caption: reading.draft.text.short,
      lead: signTexts.lead,
      back: `${here}/beslut`,
      fields: [],
      initial: given({}),
      hidden: { hash },
      submit: signTexts.submit,
      before: (
        <>
          <p>
            <a class="govuk-link" href={`${here}/text`}>
              {signTexts.read}
            </a>
          </p>
          <p>
            {signTexts.fingerprint}: <code>{hash}</code>
          </p>
          <SignElsewhere c={c} hash={hash} />
        </>
      ),
    };
  },
  run: async (c, values) => {
    const { id: draft = '', step = '', seat = '' } = c.req.param() as Record<string, string>;
    const signed = await signDraft(scopeOf(c), { draft, step, seat, hash: values.one('hash') });
    return isRefusal(signed) ? signed : { next: `${draftHref(draft)}/beslut` };
  },
});

/** Writing down a decision, and signing. */
export const decidePages = new Hono<AppEnv>().get(PATH, form).post(PATH, decide).route('/', signPage);
