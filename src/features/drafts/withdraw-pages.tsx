import { type Context, Hono } from 'hono';
import { mayDecideFor } from '../../domain/drafts/policies.ts';
import { type DecisionOutcome, decisionOutcomes } from '../../domain/drafts/process.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { foundBy, isReadyToWithdraw, isStillToDecide, wasPublished } from '../../domain/drafts/withdrawal.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonLink, formatDate, formatParagraph, Notice, Page, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { actPage, given } from '../forms/index.ts';
import { deciderName } from './decisions.ts';
import { CitedText, draftHref } from './parts.tsx';
import { refusals } from './texts-refusals.ts';
import { withdrawalTexts as texts } from './texts-withdrawal.ts';
import { decideWithdrawal, readWithdrawal, withdrawVersion } from './withdraw-version.ts';

type Reading = Exclude<Awaited<ReturnType<typeof readWithdrawal>>, { refused: true }>;

async function asked(c: Context<AppEnv>): Promise<Reading | undefined> {
  const reading = await readWithdrawal(scopeOf(c), { draft: c.req.param('id') ?? '' });
  return isRefusal(reading) || !wasPublished(reading.process.state) ? undefined : reading;
}

async function show(c: Context<AppEnv>) {
  const reading = await readWithdrawal(scopeOf(c), { draft: c.req.param('id') ?? '' });
  if (isRefusal(reading) && reading.code === 'forbidden') return refusalPage(c, reading, refusals);
  if (isRefusal(reading) || !wasPublished(reading.process.state)) return refusalPage(c, refuse('draft-not-found', {}), refusals);
  const { row, draft, withdrawal, abilities } = reading;
  const here = draftHref(row.id);
  const isKnown = withdrawal.deciders.length > 0;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={draft.text.short}
      lead={texts.lead}
      back={`${here}/beslut`}
      density="staff"
      wide
      noindex
    >
      <Rule reading={reading} />
      {withdrawal.state === 'refused' && (
        <Notice kind="note" heading={texts.refused.heading}>
          <p>{texts.refused.text(withdrawal.against.map((one) => deciderName(reading.county, one)).join(', '))}</p>
        </Notice>
      )}
      {isKnown && <Decisions c={c} reading={reading} />}
      {withdrawal.from && <p>{texts.all(formatDate(withdrawal.from))}</p>}
      {abilities.has('drafts.withdraw') && isReadyToWithdraw(withdrawal) && (
        <p>
          <ButtonLink href={`${here}/upphav`} kind="warning">
            {texts.finish}
          </ButtonLink>
        </p>
      )}
    </Page>,
  );
}

/** Who decides, with the text that it is read out of; or that it is not known. And what the agreement says of leaving it. */
function Rule({ reading: { draft, withdrawal } }: { reading: Reading }) {
  const { termination } = draft.text.terms;
  return (
    <>
      {withdrawal.deciders.length > 0 ? (
        <>
          <p>{texts.known}</p>
          <CitedText text={draft.text} cites={withdrawal.cites} />
        </>
      ) : (
        <Notice kind="unknown" heading={texts.unknown.heading}>
          <p>{texts.unknown.text}</p>
        </Notice>
      )}
      {termination && (
        <>
          <h2 class="govuk-heading-s">{texts.termination}</h2>
          {termination.instead && <p>{termination.instead}</p>}
          <CitedText text={draft.text} cites={termination.cites} />
        </>
      )}
    </>
  );
}

/** Everyone who decides, with every decision they have taken: after a no comes perhaps another. */
function Decisions({ c, reading }: { c: Context<AppEnv>; reading: Reading }) {
  const { row, county, withdrawal, abilities } = reading;
  const rows = withdrawal.deciders.flatMap((decider) => {
    const name = deciderName(county, decider);
    const taken = withdrawal.taken.filter((one) => one.decider === decider);
    const said = taken.map(({ on, from, body, paragraph, registry }) => {
      const where = [body, paragraph && formatParagraph(paragraph), registry];
      const outcome = from === null ? texts.rejected(formatDate(on)) : texts.decided(formatDate(on));
      return [name, outcome, from === null ? '' : formatDate(from), where.filter(Boolean).join(', ')];
    });
    if (!isStillToDecide(withdrawal.taken, decider)) return said;
    const mayNote = abilities.has('drafts.decide-withdrawal') && mayDecideFor(c.var.actor, 'drafts.decide-withdrawal', decider, row);
    const link = (
      <a class="govuk-link" href={`${draftHref(row.id)}/upphavande/${decider.replace(':', '-')}`}>
        {taken.length > 0 ? texts.anew(name) : texts.note(name)}
      </a>
    );
    if (taken.length > 0 && !mayNote) return said;
    return [...said, [name, mayNote ? link : texts.awaited, '', '']];
  });
  return <Table caption={texts.caption} columns={texts.columns.map((label) => ({ label }))} rows={rows} />;
}

/** How wide they are, where that is known. */
const WIDTHS: { readonly [field: string]: 10 | 20 } = { paragraph: 10, registry: 20 };

const decisionPage = actPage({
  path: '/arbetsversioner/:id/upphavande/:decider',
  permission: 'drafts.decide-withdrawal',
  texts: refusals,
  prepare: async (c) => {
    const reading = await asked(c);
    const decider = (c.req.param('decider') ?? '').replace('-', ':') as Decider;
    if (!reading?.withdrawal.deciders.includes(decider) || !mayDecideFor(c.var.actor, 'drafts.decide-withdrawal', decider, reading.row))
      return undefined;
    const form = texts.decision;
    return {
      title: form.title(deciderName(reading.county, decider)),
      lead: form.lead,
      caption: reading.draft.text.short,
      back: `${draftHref(reading.row.id)}/upphavande`,
      fields: [
        {
          kind: 'radios',
          name: 'outcome',
          label: form.outcome,
          options: decisionOutcomes.map((value) => ({ value, label: form.outcomes[value] })),
        },
        { kind: 'day', name: 'on', label: form.on },
        { kind: 'day', name: 'from', label: form.from, hint: form.fromHint, optional: true },
        ...foundBy(decider).map(
          (name) => ({ kind: 'text', name, label: form[name], ...(WIDTHS[name] ? { width: WIDTHS[name] } : {}) }) as const,
        ),
      ],
      initial: given({}),
      submit: form.submit,
    };
  },
  run: async (c, values) => {
    const { id: draft = '', decider = '' } = c.req.param() as Record<string, string>;
    const from = values.one('from') || undefined;
    const typed = { outcome: values.one('outcome') as DecisionOutcome, on: values.one('on'), from, body: values.one('body') };
    const where = { paragraph: values.one('paragraph'), registry: values.one('registry') };
    const done = await decideWithdrawal(scopeOf(c), { draft, decider: decider.replace('-', ':'), ...typed, ...where });
    return isRefusal(done) ? done : { next: `${draftHref(draft)}/upphavande` };
  },
});

const finishPage = actPage({
  path: '/arbetsversioner/:id/upphav',
  permission: 'drafts.withdraw',
  texts: refusals,
  prepare: async (c) => {
    const reading = await asked(c);
    if (!reading?.abilities.has('drafts.withdraw')) return undefined;
    const { withdrawal, draft, row } = reading;
    const { form } = texts;
    const unknown = withdrawal.deciders.length === 0;
    return {
      title: texts.title,
      lead: withdrawal.from ? texts.all(formatDate(withdrawal.from)) : form.lead,
      caption: draft.text.short,
      back: `${draftHref(row.id)}/upphavande`,
      before: unknown && <Rule reading={reading} />,
      fields: [
        ...(unknown
          ? ([
              { kind: 'text', name: 'body', label: form.body },
              { kind: 'day', name: 'decided', label: form.decided },
              { kind: 'text', name: 'registry', label: form.registry, width: 20 },
              { kind: 'day', name: 'on', label: form.on },
            ] as const)
          : []),
        { kind: 'lines', name: 'note', label: form.note, optional: true },
      ],
      initial: given({}),
      submit: texts.finish,
      warning: true,
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const one = (name: string) => values.one(name) || undefined;
    const typed = { on: one('on'), decided: one('decided'), body: one('body'), registry: one('registry') };
    const done = await withdrawVersion(scopeOf(c), { draft, note: values.one('note'), ...typed });
    return isRefusal(done) ? done : { next: `${draftHref(draft)}/beslut` };
  },
});

/** Who decides about withdrawing a published version, noting their decisions, and the withdrawal itself. */
export const withdrawPages = new Hono<AppEnv>()
  .get('/arbetsversioner/:id/upphavande', show)
  .route('/', decisionPage)
  .route('/', finishPage);
