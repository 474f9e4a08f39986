import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { isRefusal } from '../../../domain/refusal.ts';
import type { PdfDocument } from '../../../formats/pdf/pdf-document.ts';
import { writePdf } from '../../../formats/pdf/write-pdf.ts';
import { type AppEnv, fileAnswer, type Scope, scopeOf } from '../../../platform/index.ts';
import { ButtonLink, formatDateTime, Page, Table } from '../../../ui/index.ts';
import { refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { actingOn, actPage, given } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { keyOf, noteOnPaper, readPaperSteps, UNSET_MEETING } from './note-on-paper.ts';
import { readReserve } from './read-reserve.ts';
import { emptyPlan, emptySummons, type ReserveFacts } from './reserve-forms.ts';
import { onPaperTexts, paperFormTexts, paperStepTexts, reserveTexts } from './texts-on-paper.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

/** What happened on paper, on the page of a plan; null where there is nothing and the reader has nothing to write there. */
export async function onPaperPart({ id, abilities }: ShownPlan, scope: Scope): Promise<Child> {
  const found = await readPaperSteps(scope, { plan: id });
  if (isRefusal(found)) return null;
  const here = found.steps.filter(({ happened_at }) => happened_at !== null);
  if (here.length === 0 && !abilities.call && !found.steps.some(({ own }) => own)) return null;
  return (
    <>
      <p>{onPaperTexts.lead}</p>
      {here.length > 0 && (
        <Table
          caption={onPaperTexts.heading}
          captionHidden
          columns={onPaperTexts.columns.map((label) => ({ label }))}
          rows={here.map(({ step, what, happened_at, noted_at, recorded_at }) => [
            paperStepTexts[step](what),
            formatDateTime(happened_at ?? recorded_at),
            formatDateTime(noted_at ?? recorded_at),
          ])}
        />
      )}
      <p>
        <a class="govuk-link" href={`${planHref(id)}/papper`}>
          {onPaperTexts.register}
        </a>
      </p>
      <p>
        <a class="govuk-link" href="/planer/reserv">
          {reserveTexts.link}
        </a>
      </p>
    </>
  );
}

const paperForm = actPage({
  path: '/planer/:id/papper',
  permission: 'plans.note-on-paper',
  texts: refusals,
  prepare: async (c) => {
    const found = await readPaperSteps(scopeOf(c), { plan: idOf(c) });
    if (isRefusal(found)) return undefined;
    const open = found.steps.filter(({ own, happened_at }) => own && happened_at === null);
    const { title, formLead: lead, submit } = paperFormTexts;
    return {
      ...{ title, lead, submit, back: planHref(idOf(c)) },
      fields: [
        {
          kind: 'radios',
          name: 'of',
          label: paperFormTexts.of,
          options: [
            ...open.map((one) => ({
              value: keyOf(one),
              label: paperFormTexts.written(paperStepTexts[one.step](one.what), formatDateTime(one.recorded_at)),
            })),
            ...(found.loaded.reach.leads ? [{ value: UNSET_MEETING, label: paperFormTexts.unset }] : []),
          ],
        },
        { kind: 'day', name: 'on', label: paperFormTexts.on, hint: paperFormTexts.onHint },
        { kind: 'text', name: 'time', label: paperFormTexts.time, hint: paperFormTexts.timeHint, width: 10 },
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const done = await noteOnPaper(scopeOf(c), { plan: idOf(c), of: values.one('of'), on: values.one('on'), time: values.one('time') });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#papper` };
  },
});

async function reserve(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.find');
  if (acting instanceof Response) return acting;
  return c.html(
    <Page shell={await shellOf(c)} title={reserveTexts.title} lead={reserveTexts.lead} back="/planer" density="staff" noindex>
      <h2>{reserveTexts.forms}</h2>
      <p>
        <ButtonLink href="/planer/reserv/plan.pdf">{reserveTexts.plan}</ButtonLink>
      </p>
      <p>
        <ButtonLink href="/planer/reserv/kallelse.pdf" kind="secondary">
          {reserveTexts.summons}
        </ButtonLink>
      </p>
      <h2>{reserveTexts.steps}</h2>
      <ol class="govuk-list govuk-list--number">
        {reserveTexts.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ol>
    </Page>,
  );
}

const form = (make: (facts: ReserveFacts) => PdfDocument, name: string) => async (c: Context<AppEnv>) => {
  const acting = actingOn(c, 'plans.find');
  if (acting instanceof Response) return acting;
  const found = await readReserve(scopeOf(c), { county: acting.county });
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  return fileAnswer(c, await writePdf(make({ ...found, madeAt: c.var.runtime.clock.now() })), { name, format: 'pdf', inline: true });
};

/** What to do when the service cannot be reached, the forms for it, and writing down afterwards when something happened. */
export const onPaperPage = new Hono<AppEnv>()
  .get('/planer/reserv', reserve)
  .get('/planer/reserv/plan.pdf', form(emptyPlan, reserveTexts.planFile))
  .get('/planer/reserv/kallelse.pdf', form(emptySummons, reserveTexts.summonsFile))
  .route('/', paperForm);
