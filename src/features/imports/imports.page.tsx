import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { everySection, everyStatement } from '../../domain/imports/walk.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { MOST_BYTES } from '../../formats/read/limits.ts';
import { type AppEnv, scopeOf, sentenceOf } from '../../platform/index.ts';
import { Button, FileField, formatDateTime, Notice, Page, SummaryList, Table } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { ImportTree } from './import-tree.tsx';
import type { ImportRow } from './imports.sql.ts';
import { proposalTexts } from './proposals-texts.ts';
import { readImport, readImports } from './read-imports.ts';
import { sentBytes } from './sent-bytes.ts';
import { importRefusals, importTexts as texts } from './texts.ts';
import { uploadImport } from './upload-import.ts';

type Status = 200 | 413 | 415 | 422;

async function list(c: Context<AppEnv>, fault?: string, status: Status = 200) {
  const imports = await readImports(scopeOf(c), {});
  if (isRefusal(imports)) return refusalPage(c, imports, importRefusals);
  const { columns } = texts;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      lead={texts.lead}
      density="staff"
      errors={fault ? [{ text: fault, field: 'fil' }] : []}
      noindex
    >
      <form method="post" action="/import" enctype="multipart/form-data">
        <FileField name="fil" label={texts.file} hint={texts.hint} error={fault} accept=".txt,.md,.docx,.pdf" />
        <Button>{texts.submit}</Button>
      </form>
      <h2>{texts.list}</h2>
      {imports.length === 0 ? (
        <Notice kind="empty" heading={texts.none.heading}>
          <p>{texts.none.text}</p>
        </Notice>
      ) : (
        <Table
          caption={texts.list}
          captionHidden
          columns={[{ label: columns.title }, { label: columns.file }, { label: columns.pages, numeric: true }, { label: columns.read }]}
          rows={imports.map(cells)}
        />
      )}
    </Page>,
    status,
  );
}

function cells({ id, title, file, pages, created }: ImportRow): Child[] {
  return [<a href={`/import/${id}`}>{title ?? file}</a>, file, String(pages), formatDateTime(Temporal.Instant.from(created))];
}

async function upload(c: Context<AppEnv>) {
  const allowed = await readImports(scopeOf(c), {});
  if (isRefusal(allowed)) return refusalPage(c, allowed, importRefusals);
  const sent = await sentBytes(c);
  const done = sent ? await uploadImport(scopeOf(c), sent) : refuse('file-missing');
  if (!isRefusal(done)) return c.redirect(`/import/${done.id}`, 303);
  if (!(done.code in importRefusals)) return refusalPage(c, done, importRefusals);
  const { detail, status } = sentenceOf(done, importRefusals);
  return list(c, detail, status === 413 || status === 415 ? status : 422);
}

async function show(c: Context<AppEnv>) {
  const found = await readImport(scopeOf(c), { id: c.req.param('id') ?? '' });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('import-not-found')), importRefusals);
  const { text, title, file, sha256, created, pages } = found;
  const { facts } = texts;
  return c.html(
    <Page shell={await shellOf(c)} title={title ?? file} lead={texts.beside} back="/import" density="staff" wide noindex>
      <SummaryList
        rows={[
          { label: facts.file, value: file },
          { label: facts.read, value: formatDateTime(Temporal.Instant.from(created)) },
          { label: facts.pages, value: String(pages) },
          { label: facts.sections, value: String(everySection(text).length) },
          { label: facts.sentences, value: String(everyStatement(text).length) },
          { label: facts.furniture, value: String(text.furniture.length) },
          { label: facts.sha256, value: <code>{sha256}</code> },
        ]}
      />
      <p>
        <a class="govuk-link" href={`/import/${found.id}/forslag`}>
          {proposalTexts.toProposals}
        </a>
      </p>
      <ImportTree text={text} />
    </Page>,
  );
}

/** Existing agreements from files: the list, a new one, and what was read. At most `MOST_BYTES` a file. */
export const importsPage = new Hono<AppEnv>()
  .get('/import', (c) => list(c))
  .post('/import', upload)
  .get('/import/:id', show);

/** What the form around the largest file may be. */
export const MOST_UPLOAD_BYTES = MOST_BYTES + 10_000;
