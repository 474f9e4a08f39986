import { type Context, Hono } from 'hono';
import type { ImportChange } from '../../domain/organisations/plan-import.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, fileAnswer, scopeOf, sentenceOf } from '../../platform/index.ts';
import { Button, FileField, formatDate, Notice, NotificationBanner, Page, Table, TextArea } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { actingOn } from '../forms/index.ts';
import { exportUnits } from './export-units.ts';
import { importChangeTexts, importFaultTexts } from './import-texts.ts';
import { type ImportPreview, importUnits, previewImport } from './import-units.ts';
import { importTexts as texts } from './register-texts.ts';
import { sentFile } from './sent-file.ts';
import { registerRefusals } from './unit-texts.ts';

const ADDRESS = '/organisation/import';

type Shown = { readonly text?: string; readonly preview?: ImportPreview; readonly fault?: string; readonly status?: 200 | 409 | 413 | 422 };

async function show(c: Context<AppEnv>, { text = '', preview, fault, status = 200 }: Shown = {}) {
  const faulty = preview !== undefined && preview.faults.length > 0;
  const errors = fault ? [{ text: fault, field: 'text' }] : faulty ? [{ text: texts.faults, field: 'fel' }] : [];
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} back="/organisation" density="staff" errors={errors} noindex>
      {c.req.query('klart') && <NotificationBanner success>{texts.done(Number(c.req.query('klart')) || 0)}</NotificationBanner>}
      {preview && (faulty ? <Faults preview={preview} /> : <Changes preview={preview} text={text} />)}
      <form method="post" action={ADDRESS} enctype="multipart/form-data">
        <FileField name="fil" label={texts.file} hint={texts.hint} accept=".csv,text/csv" />
        <TextArea name="text" label={texts.text} value={text} rows={8} error={fault} optional />
        <Button kind={preview && !faulty && preview.changes.length > 0 ? 'secondary' : 'primary'}>{texts.preview}</Button>
      </form>
    </Page>,
    status,
  );
}

function Faults({ preview: { faults, more } }: { preview: ImportPreview }) {
  const { columns } = texts;
  return (
    <div id="fel">
      <Table
        caption={texts.faults}
        columns={[columns.row, columns.column, columns.fault].map((label) => ({ label }))}
        rows={faults.map(({ row, column, code }) => [String(row), column || '–', importFaultTexts[code]])}
      />
      {more > 0 && <p>{texts.moreFaults(more)}</p>}
    </div>
  );
}

function Changes({ preview: { changes, stamp }, text }: { preview: ImportPreview; text: string }) {
  const { columns } = texts;
  if (changes.length === 0) {
    return (
      <Notice kind="empty" heading={texts.none.heading}>
        <p>{texts.none.text}</p>
      </Notice>
    );
  }
  return (
    <>
      <Table
        caption={texts.changes}
        columns={[columns.row, columns.unit, columns.what, columns.from].map((label) => ({ label }))}
        rows={changes.map((change) => [String(change.row), change.name, wordsOf(change), dayOf(change)])}
      />
      <form method="post" action={`${ADDRESS}/genomfor`} enctype="multipart/form-data">
        <input type="hidden" name="text" value={text} />
        <input type="hidden" name="stamp" value={stamp} />
        <Button>{texts.confirm}</Button>
      </form>
    </>
  );
}

function wordsOf(change: ImportChange): string {
  return change.what === 'change' ? importChangeTexts.change(change.columns) : importChangeTexts[change.what];
}

function dayOf(change: ImportChange): string {
  if (change.what === 'contacts') return '';
  return formatDate(change.what === 'close' ? change.lastDay : change.from);
}

async function preview(c: Context<AppEnv>) {
  const acting = actingOn(c, 'organisations.import-units');
  if (acting instanceof Response) return acting;
  const { text, fault } = await sentFile(c);
  if (fault) return show(c, { text, fault: texts[fault], status: fault === 'tooLarge' ? 413 : 422 });
  const plan = await previewImport(scopeOf(c), { text });
  if (isRefusal(plan)) return show(c, { text, fault: sentenceOf(plan, registerRefusals).detail, status: 422 });
  return show(c, { text, preview: plan, status: plan.faults.length > 0 ? 422 : 200 });
}

async function confirm(c: Context<AppEnv>) {
  const acting = actingOn(c, 'organisations.import-units');
  if (acting instanceof Response) return acting;
  const { text, stamp, fault } = await sentFile(c);
  if (fault) return show(c, { text, fault: texts[fault], status: 422 });
  const done = await importUnits(scopeOf(c), { text, stamp });
  if (!isRefusal(done)) return c.redirect(`${ADDRESS}?klart=${done.changes}`, 303);
  const plan = await previewImport(scopeOf(c), { text });
  const said = done.code === 'changed-meanwhile' ? texts.again : sentenceOf(done, registerRefusals).detail;
  return show(c, { text, fault: said, status: 409, ...(isRefusal(plan) ? {} : { preview: plan }) });
}

async function download(c: Context<AppEnv>) {
  const acting = actingOn(c, 'organisations.export-units');
  if (acting instanceof Response) return acting;
  const file = await exportUnits(scopeOf(c), {});
  if (isRefusal(file)) return c.notFound();
  return fileAnswer(c, file.csv, { name: 'enheter', format: 'csv' });
}

async function form(c: Context<AppEnv>) {
  const acting = actingOn(c, 'organisations.import-units');
  return acting instanceof Response ? acting : show(c);
}

/** Units from a file and to a file. */
export const importPage = new Hono<AppEnv>()
  .get(ADDRESS, form)
  .post(ADDRESS, preview)
  .post(`${ADDRESS}/genomfor`, confirm)
  .get('/organisation/enheter.csv', download);
