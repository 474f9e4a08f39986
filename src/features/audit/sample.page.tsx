import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { verdicts } from '../../domain/audit/review-policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf, sentenceOf } from '../../platform/index.ts';
import {
  BlockHeading,
  Details,
  type FormError,
  formatDates,
  formatDateTime,
  NotificationBanner,
  Page,
  SummaryList,
  WarningText,
} from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { giveVerdict } from './give-verdict.ts';
import { readSample } from './read-samples.ts';
import { SampledRow, type VerdictForm } from './sampled-row.tsx';
import type { SampleRow } from './samples.sql.ts';
import { refusals, strataTexts, sampleTexts as texts } from './texts.ts';

const PAGE = '/logg/urval';

async function show(c: Context<AppEnv>, form?: VerdictForm, fault?: { readonly field: string; readonly text: string }) {
  const id = c.req.param('id') ?? '';
  const round = z.uuid().safeParse(id).success ? await readSample(scopeOf(c), { id }) : refuse('sample-not-found');
  if (isRefusal(round)) return refusalPage(c, round, refusals);
  const { sample, rows, missing, drawnAgain } = round;
  const errors: FormError[] = form && fault ? [{ field: `${fault.field}-${form.rad}`, text: fault.text }] : [];
  const saved = c.req.query('sparad') === '1' ? texts.saved : c.req.query('draget') === '1' ? texts.drawnNow : undefined;
  return c.html(
    <Page
      shell={{ ...(await shellOf(c)), path: `${PAGE}/${id}` }}
      title={texts.one}
      lead={texts.oneLead(sample.judged, sample.drawn)}
      back={PAGE}
      errors={errors}
      density="staff"
      noindex
    >
      {saved && errors.length === 0 && <NotificationBanner success>{saved}</NotificationBanner>}
      <Details summary={texts.how} open={c.req.query('draget') === '1'}>
        <HowDrawn sample={sample} drawnAgain={drawnAgain} />
      </Details>
      {!drawnAgain && <WarningText>{texts.facts.differs}</WarningText>}
      {missing > 0 && <WarningText>{texts.missing(missing)}</WarningText>}
      {rows.map((row) => (
        <section id={`rad-${row.id}`} aria-labelledby={`rubrik-${row.id}`}>
          <BlockHeading level={2} id={`rubrik-${row.id}`}>
            {texts.row(row.nth)}
          </BlockHeading>
          <SampledRow
            row={row}
            action={`${PAGE}/${id}`}
            form={form?.rad === row.id ? form : undefined}
            fault={form?.rad === row.id ? fault : undefined}
          />
        </section>
      ))}
    </Page>,
    errors.length > 0 ? 422 : 200,
  );
}

function HowDrawn({ sample, drawnAgain }: { sample: SampleRow; drawnAgain: boolean }) {
  const { facts } = texts;
  return (
    <SummaryList
      rows={[
        { label: facts.drawn, value: facts.by(formatDateTime(sample.drawn_at), sample.drawn_by_name) },
        { label: facts.stratum, value: strataTexts[sample.stratum] },
        { label: facts.period, value: formatDates(sample.from_day, sample.to_day) },
        { label: facts.until, value: formatDateTime(sample.until) },
        { label: facts.population, value: texts.rows(sample.population) },
        { label: facts.asked, value: texts.rows(sample.asked) },
        { label: facts.seed, value: <code>{sample.seed}</code> },
        { label: facts.method, value: `${facts.methodText} (${sample.method})` },
        { label: facts.again, value: drawnAgain ? facts.same : facts.differs },
      ]}
    />
  );
}

async function judge(c: Context<AppEnv>) {
  const sample = c.req.param('id') ?? '';
  const sent = await formOf(c);
  const form: VerdictForm = {
    rad: sent.rad ?? '',
    bedomning: sent.bedomning ?? '',
    skal: sent.skal?.trim() ?? '',
    rattar: sent.rattar ?? '',
  };
  const verdict = verdicts.find((one) => one === form.bedomning);
  if (!verdict) return show(c, form, { field: 'bedomning', text: texts.faults.verdict });
  if (form.skal.length < 5) return show(c, form, { field: 'skal', text: texts.faults.reason });
  const given = await giveVerdict(scopeOf(c), {
    sample,
    row: form.rad,
    verdict,
    reason: form.skal,
    ...(form.rattar ? { corrects: form.rattar } : {}),
  });
  if (!isRefusal(given)) return c.redirect(`${PAGE}/${sample}?sparad=1#rad-${form.rad}`, 303);
  if (given.code !== 'verdict-given') return refusalPage(c, notRead(given, refuse('sample-row-not-found')), refusals);
  const { title, detail } = sentenceOf(given, refusals);
  return show(c, form, { field: 'skal', text: `${title}. ${detail}` });
}

/** One round of review: how it was drawn, its rows, and the verdict on each. */
export const samplePage = new Hono<AppEnv>().get(`${PAGE}/:id`, (c) => show(c)).post(`${PAGE}/:id`, judge);
