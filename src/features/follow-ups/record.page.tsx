import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  ButtonGroup,
  ButtonLink,
  formatDate,
  formatDates,
  formatDateTime,
  Notice,
  Page,
  SummaryList,
  type SummaryRow,
} from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { bodyName, readCounty, shellOf } from '../counties/index.ts';
import { actPage, given } from '../forms/index.ts';
import { correctFollowUp } from './correct-follow-up.ts';
import { labelOf } from './follow-up-parts.tsx';
import { type RecordReading, readRecord } from './read-follow-ups.ts';
import { followUpFormFields, groundFormFields, typedFollowUp, typedGround, valuesOf } from './register-fields.ts';
import { correctTexts, ledToLabels, neverTexts, recordTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

async function record(c: Context<AppEnv, '/uppfoljning/:act'>) {
  const found = await readRecord(scopeOf(c), { act: c.req.param('act') });
  if (isRefusal(found)) return found.code === 'input-invalid' ? c.notFound() : refusalPage(c, found, refusals);
  const { record: read, acts, agreement } = found;
  const address = `/uppfoljning/${read.act}`;
  const [first] = acts;
  const county = await readCounty(scopeOf(c), { code: agreement.county });
  const body = first?.body && !isRefusal(county) ? bodyName(county, first.body) : undefined;
  const title =
    first && first.kind !== 'retracted' ? texts.title(acts.map(({ kind }) => labelOf(kind)).join(', '), first.on) : texts.retracted;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={title}
      caption={agreement.short}
      lead={texts.lead}
      back={`/avtal/${agreement.slug}/uppfoljning`}
      density="staff"
      noindex
    >
      {read.correctedBy !== null && (
        <Notice kind="note" heading={texts.corrected.heading}>
          {texts.corrected.text}{' '}
          <a class="govuk-link" href={`/uppfoljning/${read.correctedBy}`}>
            {texts.corrected.link}
          </a>
        </Notice>
      )}
      {read.corrects !== null && (
        <Notice kind="note" heading={texts.corrects.heading}>
          <a class="govuk-link" href={`/uppfoljning/${read.corrects}`}>
            {texts.corrects.link}
          </a>
        </Notice>
      )}
      <SummaryList rows={rowsOf(found, body)} />
      {found.mayCorrect && (
        <ButtonGroup>
          <ButtonLink href={`${address}/ratta`}>{texts.correct}</ButtonLink>
          <ButtonLink href={`${address}/hande-inte`} kind="secondary">
            {texts.never}
          </ButtonLink>
        </ButtonGroup>
      )}
    </Page>,
  );
}

/** What was written; what was not said is left out. */
function rowsOf({ record: read, acts: [first], agreement }: RecordReading, body: string | undefined): SummaryRow[] {
  const { rows } = texts;
  const all: [label: string, value: string | null | undefined][] = [
    [rows.agreement, agreement.short],
    [rows.on, first && formatDate(first.on)],
    [rows.body, body],
    [rows.period, first?.from && first.to && formatDates(first.from, first.to)],
    [rows.about, read.about],
    [rows.outcome, first?.outcome],
    [rows.ledTo, first?.ledTo && ledToLabels[first.ledTo]],
    [rows.documented, read.documented],
    [rows.tookPart, read.tookPart],
    [rows.why, read.why],
    [rows.at, formatDateTime(read.at)],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** A record that may be corrected; undefined when there is none to whoever asks. */
async function correctable(c: Context<AppEnv>): Promise<RecordReading | undefined> {
  const found = await readRecord(scopeOf(c), { act: c.req.param('act') ?? '' });
  return isRefusal(found) || found.record.stage === 'retracted' ? undefined : found;
}

const correctPage = actPage({
  path: '/uppfoljning/:act/ratta',
  permission: 'follow-ups.correct',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const found = await correctable(c);
    if (!found) return undefined;
    const { record: read, acts, cadences, agreement } = found;
    const kind = cadences.find(({ cadence }) => cadence.id === read.cadence)?.cadence.kind ?? 'follow-up';
    const fields = read.stage === 'ground' ? groundFormFields(agreement.terms.validity.to ?? '') : followUpFormFields(kind);
    return {
      title: correctTexts.title,
      lead: correctTexts.lead,
      caption: agreement.short,
      submit: correctTexts.submit,
      back: `/uppfoljning/${read.act}`,
      fields: [...fields, { kind: 'lines', name: 'why', label: correctTexts.why, rows: 2 }],
      initial: valuesOf(read, acts),
    };
  },
  run: async (c, values) => {
    const found = await correctable(c);
    const base = { key: values.one('key'), act: c.req.param('act') ?? '', why: values.one('why') };
    const done = await correctFollowUp(
      scopeOf(c),
      found?.record.stage === 'ground'
        ? { how: 'ground', ...base, ...typedGround(values) }
        : { how: 'follow-up', ...base, ...typedFollowUp(values) },
    );
    return isRefusal(done) ? done : { next: `/uppfoljning/${done.act}` };
  },
});

const neverPage = actPage({
  path: '/uppfoljning/:act/hande-inte',
  permission: 'follow-ups.correct',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const found = await correctable(c);
    return (
      found && {
        title: neverTexts.title,
        lead: neverTexts.lead,
        caption: found.agreement.short,
        submit: neverTexts.submit,
        warning: true,
        back: `/uppfoljning/${found.record.act}`,
        fields: [{ kind: 'lines', name: 'why', label: neverTexts.why, rows: 2 }],
        initial: given({}),
      }
    );
  },
  run: async (c, values) => {
    const done = await correctFollowUp(scopeOf(c), {
      how: 'never',
      key: values.one('key'),
      act: c.req.param('act') ?? '',
      why: values.one('why'),
    });
    return isRefusal(done) ? done : { next: `/uppfoljning/${done.act}` };
  },
});

/** What was written when something was followed up, and the forms that correct it. */
export const recordPages = new Hono<AppEnv>().route('/', correctPage).route('/', neverPage).get('/uppfoljning/:act', record);
