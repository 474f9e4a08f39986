import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { MOST_DRAWN, type Stratum, strata } from '../../domain/audit/draw-sample.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, newId, scopeOf, sentenceOf } from '../../platform/index.ts';
import {
  BlockHeading,
  Button,
  type FormError,
  formatDates,
  formatDateTime,
  Notice,
  Page,
  RadioField,
  Table,
  TextField,
} from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { DayFields, faultsOfDays, withDays } from './day-fields.tsx';
import { drawSample } from './draw-sample.ts';
import { readSamples } from './read-samples.ts';
import type { SampleRow } from './samples.sql.ts';
import { refusals, strataTexts, sampleTexts as texts } from './texts.ts';

type SampleForm = { readonly fran: string; readonly till: string; readonly antal: string; readonly ur: string };

const PAGE = '/logg/urval';

async function show(c: Context<AppEnv>, form: SampleForm, errors: readonly FormError[] = []) {
  const before = z.uuid().safeParse(c.req.query('fore'));
  const found = await readSamples(scopeOf(c), before.success ? { before: before.data } : {});
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  return c.html(
    <Page
      shell={{ ...(await shellOf(c)), path: PAGE }}
      title={texts.title}
      lead={texts.lead}
      back="/logg"
      errors={errors}
      density="staff"
      noindex
    >
      <section aria-labelledby="dra">
        <BlockHeading level={2} id="dra">
          {texts.form}
        </BlockHeading>
        <form method="post" action={PAGE}>
          <input type="hidden" name="nyckel" value={newId(c.var.runtime.clock.now())} />
          <RadioField
            name="ur"
            label={texts.stratum}
            small
            value={form.ur}
            error={errorOf('ur')}
            options={strata.map((value) => ({ value, label: strataTexts[value] }))}
          />
          <TextField
            name="antal"
            label={texts.size}
            hint={texts.sizeHint(MOST_DRAWN)}
            value={form.antal}
            inputmode="numeric"
            width={4}
            error={errorOf('antal')}
          />
          <DayFields form={form} errors={errors} />
          <Button>{texts.submit}</Button>
        </form>
      </section>
      <BlockHeading level={2} id="tidigare">
        {texts.list}
      </BlockHeading>
      <Earlier samples={found.samples} />
      {found.older && (
        <p>
          <a href={`${PAGE}?fore=${found.older}#tidigare`}>{texts.older}</a>
        </p>
      )}
    </Page>,
    errors.length > 0 ? 422 : 200,
  );
}

function Earlier({ samples }: { samples: readonly SampleRow[] }) {
  if (samples.length === 0) return <Notice kind="empty" level={3} heading={texts.none.heading} children={texts.none.text} />;
  const { drawn, stratum, period, progress } = texts.columns;
  return (
    <Table
      caption={texts.list}
      captionHidden
      columns={[drawn, stratum, period, progress].map((label) => ({ label }))}
      rows={samples.map((one) => [
        <a href={`${PAGE}/${one.id}`}>{formatDateTime(one.drawn_at)}</a>,
        strataTexts[one.stratum],
        formatDates(one.from_day, one.to_day),
        texts.progress(one.judged, one.drawn),
      ])}
    />
  );
}

async function draw(c: Context<AppEnv>) {
  const sent = await formOf(c);
  const days = withDays(sent, c.var.runtime.clock.today());
  const form = { ...days, antal: sent.antal?.trim() ?? '', ur: sent.ur ?? '' };
  const size = /^\d{1,3}$/.test(form.antal) ? Number(form.antal) : 0;
  const errors = [...(size < 1 || size > MOST_DRAWN ? [{ field: 'antal', text: texts.faults.size }] : []), ...faultsOfDays(days)];
  if (errors.length > 0) return show(c, form, errors);
  const key = z.uuid().safeParse(sent.nyckel);
  if (!key.success) return showRefused(c, form, refuse('form-key-missing'));
  const stratum = strata.find((one): one is Stratum => one === form.ur) ?? 'all';
  const drawn = await drawSample(scopeOf(c), { key: key.data, from: days.fran, to: days.till, stratum, size });
  if (!isRefusal(drawn)) return c.redirect(`${PAGE}/${drawn.id}?draget=1`, 303);
  return drawn.code.startsWith('period-') || drawn.code === 'sample-empty' ? showRefused(c, form, drawn) : refusalPage(c, drawn, refusals);
}

/** The form again, with what was typed and why nothing was drawn. */
function showRefused(c: Context<AppEnv>, form: SampleForm, refusal: Refusal) {
  const { title, detail } = sentenceOf(refusal, refusals);
  const field = refusal.code === 'form-key-missing' ? undefined : refusal.code === 'sample-empty' ? 'ur' : 'till';
  return show(c, form, [{ field, text: `${title}. ${detail}` }]);
}

/** The rounds of review, and drawing the next. */
export const samplesPage = new Hono<AppEnv>()
  .get(PAGE, (c) => show(c, { ...withDays({}, c.var.runtime.clock.today()), antal: '10', ur: 'all' }))
  .post(PAGE, draw);
