import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { mayDecideFor } from '../../domain/drafts/policies.ts';
import { type DecisionOutcome, decisionOutcomes, type StepState } from '../../domain/drafts/process.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, readSentFile, scopeOf } from '../../platform/index.ts';
import { actPage, type FormField, given } from '../forms/index.ts';
import { deciderName, readDecisions } from './decisions.ts';
import { draftHref } from './parts.tsx';
import { recordDecision } from './record-decision.ts';
import { signDraft } from './sign-draft.ts';
import { SignElsewhere } from './signing-pages.tsx';
import { signTexts, decisionFormTexts as texts } from './texts-decision.ts';
import { refusals } from './texts-refusals.ts';

/** The step and the decider in the address, when the draft has them; undefined when there is nothing there. Whoever may not decide for it is told. */
async function asked(c: Context<AppEnv>) {
  const reading = await readDecisions(scopeOf(c), { draft: c.req.param('id') ?? '' });
  if (isRefusal(reading)) return undefined;
  const decider = (c.req.param('decider') ?? '').replace('-', ':') as Decider;
  const step = reading.process.steps.find(({ id }) => id === c.req.param('step'));
  if (step?.asks !== 'decision' || !step.deciders.includes(decider)) return undefined;
  if (!mayDecideFor(c.var.actor, 'drafts.record-decision', decider, reading.row)) throw new HTTPException(403);
  return { reading, step, decider };
}

/** What is asked of a decision: a party says which body, paragraph and number; what is established who approved it. */
function fieldsOf(kind: StepState['kind']): FormField[] {
  const { fields } = texts;
  const optional = kind !== 'adopt';
  const options = decisionOutcomes.map((value) => ({ value, label: fields[value] }));
  return [
    { kind: 'radios', name: 'outcome', label: fields.outcome, options },
    { kind: 'day', name: 'on', label: fields.on, hint: fields.onHint },
    ...(kind === 'adopt' ? [{ kind: 'text', name: 'body', label: fields.body, hint: fields.bodyHint } as const] : []),
    { kind: 'text', name: 'paragraph', label: fields.paragraph, width: 10, optional },
    { kind: 'text', name: 'registry', label: fields.registry, width: 20, optional },
    ...(kind === 'establish' ? [{ kind: 'text', name: 'approver', label: fields.approver, hint: fields.approverHint } as const] : []),
    { kind: 'lines', name: 'reservation', label: fields.reservation, hint: fields.reservationHint, optional: true },
    { kind: 'file', name: 'extract', label: fields.extract, hint: fields.extractHint, accept: 'application/pdf', optional: true },
  ];
}

const decisionPage = actPage({
  path: '/arbetsversioner/:id/beslut/:step/:decider',
  permission: 'drafts.record-decision',
  texts: refusals,
  prepare: async (c) => {
    const found = await asked(c);
    return (
      found && {
        title: texts.title(deciderName(found.reading.county, found.decider)),
        caption: found.reading.draft.text.short,
        lead: texts.lead,
        back: `${draftHref(found.reading.row.id)}/beslut`,
        fields: fieldsOf(found.step.kind),
        initial: given({ on: c.var.runtime.clock.today().toString() }),
        submit: texts.submit,
      }
    );
  },
  run: async (c, values) => {
    const { id: draft = '', step = '', decider = '' } = c.req.param() as Record<string, string>;
    // No more comes to this address than an extract may have.
    const file = await readSentFile(c, { field: 'extract', mostBytes: Number.POSITIVE_INFINITY });
    const outcome = values.one('outcome') as DecisionOutcome;
    const words = { body: values.one('body'), paragraph: values.one('paragraph'), registry: values.one('registry') };
    const more = { approver: values.one('approver'), reservation: values.one('reservation') };
    const extract = 'bytes' in file ? { extract: file.bytes } : {};
    const where = { draft, step, decider: decider.replace('-', ':') };
    const done = await recordDecision(scopeOf(c), { ...where, outcome, on: values.one('on'), ...words, ...more, ...extract });
    return isRefusal(done) ? done : { next: `${draftHref(draft)}/beslut` };
  },
});

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
export const decidePages = new Hono<AppEnv>().route('/', decisionPage).route('/', signPage);
