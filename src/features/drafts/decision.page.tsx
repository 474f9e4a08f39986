import { type Context, Hono } from 'hono';
import { mayDecideFor } from '../../domain/drafts/policies.ts';
import type { StepState } from '../../domain/drafts/process.ts';
import { appliesTo } from '../../domain/drafts/published.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../platform/index.ts';
import { Button, Details, formatDate, formatParagraph, Notice, Page, SummaryList, Table } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { levelsGiven } from '../agreements/index.ts';
import { shellOf } from '../counties/index.ts';
import { documentRefusals } from '../documents/index.ts';
import { deciderName, readDecisions, readExtract } from './decisions.ts';
import { DraftRounds } from './draft-rounds.tsx';
import { draftHref } from './parts.tsx';
import { publishDraft } from './publish-draft.ts';
import { stepLabels, stepStateLabels, decisionTexts as texts } from './texts-decision.ts';
import { refusals } from './texts-refusals.ts';
import { remarkTexts } from './texts-remarks.ts';
import { withdrawalTexts } from './texts-withdrawal.ts';

type Reading = Exclude<Awaited<ReturnType<typeof readDecisions>>, { refused: true }>;

async function show(c: Context<AppEnv>) {
  const reading = await readDecisions(scopeOf(c), { draft: c.req.param('id') ?? '' });
  if (isRefusal(reading)) return refusalPage(c, notRead(reading, refuse('draft-not-found')), refusals);
  const { row, draft, process, abilities } = reading;
  const here = draftHref(row.id);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={draft.text.short}
      lead={texts.lead}
      back={here}
      density="staff"
      wide
      noindex
    >
      {process.state === 'published' && (
        <Notice kind="note" heading={texts.publishedNotice}>
          <a class="govuk-link" href={`/avtal/${row.slug}?version=${encodeURIComponent(row.label)}`}>
            {texts.read}
          </a>
        </Notice>
      )}
      {process.rejected && <Notice kind="note" heading={texts.rejectedNotice} />}
      {process.submission ? (
        <>
          <p>{texts.submitted(formatDate(process.submission.on))}.</p>
          <Details summary={texts.fingerprint}>
            <p>
              <code>{process.submission.hash}</code>
            </p>
            <p>{texts.fingerprintMeans}</p>
          </Details>
        </>
      ) : (
        <Notice kind="empty" heading={texts.notSubmitted} />
      )}
      <p>
        <a class="govuk-link" href={`${here}/text`}>
          {texts.readText}
        </a>
        {abilities.has('drafts.remark') && (
          <>
            {' · '}
            <a class="govuk-link" href={`${here}/kommentarer`}>
              {remarkTexts.ask}
            </a>
          </>
        )}
      </p>
      {process.steps.map((step) => (step.asks === 'decision' ? Decided(c, reading, step) : Signed(reading, step)))}
      {process.state === 'published' && (
        <p>
          <a class="govuk-link" href={`${here}/upphavande`}>
            {withdrawalTexts.link}
          </a>
        </p>
      )}
      {abilities.has('drafts.publish') && (
        <form method="post" action={`${here}/publicera`}>
          <p>{texts.publishLead}</p>
          <Button>{texts.publish}</Button>
        </form>
      )}
      <Participation reading={reading} />
    </Page>,
  );
}

/** How those whom it is about have taken part: the level that is declared, in which words, and the consultations. */
function Participation({ reading }: { reading: Reading }) {
  const { level, text } = reading.draft.influence;
  return (
    <>
      <SummaryList
        rows={[
          { label: texts.level, value: level ? levelsGiven[level] : texts.levelUnknown },
          ...(text.trim() ? [{ label: texts.influence, value: text }] : []),
        ]}
      />
      <DraftRounds reading={reading} plain />
    </>
  );
}

const caption = (step: StepState) => `${stepLabels[step.kind]} – ${stepStateLabels[step.state].toLowerCase()}`;

/** Everyone who decides in a step: what they decided, when, where it is found, and from when it applies to them. */
function Decided(c: Context<AppEnv>, reading: Reading, step: StepState) {
  const { row, county, decisions, process, draft, abilities } = reading;
  const here = draftHref(row.id);
  const rows = step.deciders.map((decider) => {
    const found = decisions.find((one) => one.step === step.id && one.decider === decider);
    const name = deciderName(county, decider);
    const mayNote =
      abilities.has('drafts.record-decision') && step.state === 'open' && mayDecideFor(c.var.actor, 'drafts.record-decision', decider, row);
    const applies = decider.startsWith('party:') ? appliesTo(process, decider, draft.text.version.from) : undefined;
    if (!found) {
      const link = (
        <a class="govuk-link" href={`${here}/beslut/${step.id}/${addressOf(decider)}`}>
          {texts.note(name)}
        </a>
      );
      return [name, mayNote ? link : texts.awaited, '', '', ''];
    }
    return [
      name,
      <>
        {found.outcome === 'approved' ? texts.approved : texts.rejected}
        {found.approver && `, ${found.approver}`}
        {found.reservation && (
          <>
            . {texts.reservation}: {found.reservation}
          </>
        )}
      </>,
      formatDate(found.on),
      <>
        {[found.body, found.paragraph && formatParagraph(found.paragraph), found.registry].filter(Boolean).join(', ')}{' '}
        {found.extract && (
          <a class="govuk-link" href={`${here}/utdrag/${found.extract}`}>
            {texts.extract}
          </a>
        )}
      </>,
      applies ? formatDate(applies) : '',
    ];
  });
  return <Table caption={caption(step)} columns={texts.columns.map((label) => ({ label }))} rows={rows} />;
}

/** Every seat that signs in a step; the way to sign from those that one holds. */
function Signed({ row, county, signatures, abilities, held }: Reading, step: StepState) {
  const rows = step.deciders.map((decider) => {
    const seat = decider.slice('seat:'.length);
    const found = signatures.find((one) => one.step === step.id && one.seat === seat);
    const name = deciderName(county, decider);
    if (found) return [name, texts.signed, formatDate(found.at.slice(0, 10)), found.holder];
    const link = (
      <a class="govuk-link" href={`${draftHref(row.id)}/underskrift/${step.id}/${seat}`}>
        {texts.sign(name)}
      </a>
    );
    const isTheirs = abilities.has('drafts.sign') && step.state === 'open' && held.includes(decider);
    return [name, isTheirs ? link : texts.awaited, '', ''];
  });
  return <Table caption={caption(step)} columns={texts.signColumns.map((label) => ({ label }))} rows={rows} />;
}

/** A decider as a part of an address: `party-2084`, `body-reko`. */
export function addressOf(decider: Decider): string {
  return decider.replace(':', '-');
}

async function publish(c: Context<AppEnv>) {
  const draft = c.req.param('id') ?? '';
  const done = await publishDraft(scopeOf(c), { draft });
  if (!isRefusal(done)) await c.var.published();
  return isRefusal(done) ? refusalPage(c, done, { ...refusals, ...documentRefusals }) : c.redirect(`${draftHref(draft)}/beslut`, 303);
}

async function extract(c: Context<AppEnv>) {
  const found = await readExtract(scopeOf(c), { draft: c.req.param('id') ?? '', hash: c.req.param('hash') ?? '' });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('extract-not-found')), refusals);
  return fileAnswer(c, new Uint8Array(found.bytes), { name: 'protokollsutdrag', format: 'pdf', fleeting: true });
}

/** The matrix of those who decide and sign; the extracts; publishing. */
export const decisionPage = new Hono<AppEnv>()
  .get('/arbetsversioner/:id/beslut', show)
  .post('/arbetsversioner/:id/publicera', publish)
  .get('/arbetsversioner/:id/utdrag/:hash', extract);
