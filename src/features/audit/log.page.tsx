import { type Context, Hono } from 'hono';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, fileAnswer, formOf, scopeOf, sentenceOf } from '../../platform/index.ts';
import { BlockHeading, Button, ButtonGroup, type FormError, LinkCards, Notice, Page } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { faultsOfDays, withDays } from './day-fields.tsx';
import { logCsv } from './log-csv.ts';
import { HiddenSearch, type LogForm, LogSearchForm, logForm, searchOf } from './log-form.tsx';
import { LookList } from './look-list.tsx';
import { exportLog, MOST_EXPORTED, readSearchForm, searchLog } from './search-log.ts';
import type { ShownLook } from './shown-look.ts';
import { refusals, searchTexts as texts } from './texts.ts';

type Found = { readonly rows: readonly ShownLook[]; readonly older?: string | undefined };

/** Which field each refusal of a search is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'period-order': 'till',
  'period-long': 'till',
  'log-person-not-found': 'person',
  'log-user-not-found': 'anvandare',
};

async function show(c: Context<AppEnv>, form: LogForm, { errors = [], found }: { errors?: readonly FormError[]; found?: Found } = {}) {
  const known = await readSearchForm(scopeOf(c), {});
  if (isRefusal(known)) return refusalPage(c, known, refusals);
  return c.html(
    <Page
      shell={{ ...(await shellOf(c)), path: '/logg' }}
      title={texts.title}
      lead={texts.lead(known.organisation)}
      errors={errors}
      density="staff"
      wide
      noindex
    >
      <LogSearchForm form={form} units={known.units} errors={errors} />
      {found && <Result form={form} found={found} />}
      {!found && (
        <LinkCards
          cards={[
            { href: '/logg/urval', title: texts.ways.samples, text: texts.ways.samplesText },
            { href: '/logg/monster', title: texts.ways.patterns, text: texts.ways.patternsText },
          ]}
        />
      )}
    </Page>,
    errors.length > 0 ? 422 : 200,
  );
}

function Result({ form, found: { rows, older } }: { form: LogForm; found: Found }) {
  if (rows.length === 0) return <Notice kind="empty" heading={texts.none.heading} children={texts.none.text} />;
  return (
    <>
      <BlockHeading level={2} id="traffar">
        {texts.result}
      </BlockHeading>
      <p>{texts.found(rows.length, older !== undefined)}</p>
      <LookList rows={rows} label={texts.result} />
      <ButtonGroup>
        {older && (
          <form method="post" action="/logg#traffar">
            <HiddenSearch form={form} />
            <Button kind="secondary" name="fore" value={older}>
              {texts.older}
            </Button>
          </form>
        )}
        <form method="post" action="/logg/csv">
          <HiddenSearch form={form} />
          <Button kind="quiet">{texts.csv}</Button>
        </form>
      </ButtonGroup>
    </>
  );
}

/** The form that was sent, or the faults of its days. */
async function sentForm(c: Context<AppEnv>) {
  const sent = await formOf(c);
  const days = withDays(sent, c.var.runtime.clock.today());
  return { form: logForm(sent, days), errors: faultsOfDays(days), before: sent.fore };
}

function refused(c: Context<AppEnv>, form: LogForm, refusal: Refusal) {
  const field = FIELD_OF[refusal.code];
  if (!field) return refusalPage(c, refusal, refusals);
  const { title, detail } = sentenceOf(refusal, refusals);
  return show(c, form, { errors: [{ field, text: `${title}. ${detail}` }] });
}

async function search(c: Context<AppEnv>) {
  const { form, errors, before } = await sentForm(c);
  if (errors.length > 0) return show(c, form, { errors });
  const found = await searchLog(scopeOf(c), { ...searchOf(form), ...(before ? { before } : {}) });
  return isRefusal(found) ? refused(c, form, found) : show(c, form, { found });
}

async function file(c: Context<AppEnv>) {
  const { form, errors } = await sentForm(c);
  if (errors.length > 0) return show(c, form, { errors });
  const found = await exportLog(scopeOf(c), searchOf(form));
  if (isRefusal(found)) return refused(c, form, found);
  const csv = logCsv(found.rows, found.more ? texts.csvCut(MOST_EXPORTED) : undefined);
  return fileAnswer(c, csv, { name: 'logg', format: 'csv', fleeting: true });
}

/** The log of one's own huvudman. What is looked for is sent in the form, never in the address. */
export const logPage = new Hono<AppEnv>()
  .get('/logg', (c) => show(c, logForm({}, withDays({}, c.var.runtime.clock.today()))))
  .post('/logg', search)
  .post('/logg/csv', file);
