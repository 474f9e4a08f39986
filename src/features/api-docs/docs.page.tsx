import { type Context, Hono } from 'hono';
import { type ApiDocument, type AppEnv, type DescribedOperation, operationsOf, type RefusalTexts } from '../../platform/index.ts';
import { Page, SummaryList, Table, Tag, Toc } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { OperationSection } from './operation-parts.tsx';
import { FORM_PAGES, FORMS, formHref, formPageOf, SchemaSection } from './schema-parts.tsx';
import { docsTexts } from './texts.ts';

export type DocsOptions = { document: ApiDocument; refusals: RefusalTexts; limits: { kilobytes: number; perMinute: number } };
type Group = { name: string; heading: string; operations: DescribedOperation[] };

const DOCS = '/api/v1/docs';

/** The document as JSON and as a page, and the addresses of the two under the API's own. */
export function apiDocs(options: DocsOptions) {
  const json = JSON.stringify(options.document);
  const routes = new Hono<AppEnv>()
    .get('/openapi.json', (c) => c.body(json, 200, { 'content-type': 'application/json; charset=utf-8' }))
    .get('/docs', (c) => docsPage(c, options))
    .get('/docs/former', (c) => formsPage(c, options))
    .get('/docs/former/:sida', (c) => formPage(c, options))
    .get('/docs/del/:del', (c) => partPage(c, options))
    .get('/', (c) => c.redirect(DOCS, 302));
  const addresses = ['/openapi.json', '/docs', '/docs/former', '/docs/former/{sida}', '/docs/del/{del}', ''];
  return { routes, addresses: addresses.map((path) => ({ path, methods: ['GET'] })) };
}

async function docsPage(c: Context<AppEnv>, { document, refusals, limits }: DocsOptions) {
  const base = document.servers?.[0]?.url ?? '';
  const groups = groupsOf(document);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={docsTexts.title}
      heading={docsTexts.heading}
      caption={`${docsTexts.title}, version ${document.info.version}`}
      lead={docsTexts.lead}
      description={docsTexts.description}
      density="staff"
      wide
      aside={
        <Toc
          items={[
            ...groups.map(({ name, heading }) => ({ href: `#del-${name}`, label: heading })),
            { href: '#fel', label: docsTexts.problems },
          ]}
        />
      }
    >
      <h2>{docsTexts.use}</h2>
      <SummaryList
        rows={[
          { label: 'Adress', value: <code>{base}</code> },
          {
            label: 'Beskrivning',
            value: (
              <a class="govuk-link" href={`${base}/openapi.json`}>
                {docsTexts.document}
              </a>
            ),
          },
          ...docsTexts.rules(limits),
        ]}
      />
      {groups.map(({ name, heading, operations }) => (
        <>
          <h2 id={`del-${name}`}>{heading}</h2>
          <ul class="govuk-list">
            {operations.map(({ path, method, operation }) => (
              <li>
                <a class="govuk-link" href={`${DOCS}/del/${name}#${operation.operationId}`}>
                  {operation.summary}
                </a>
                <br />
                <Tag>{method.toUpperCase()}</Tag> <code>{path}</code>
              </li>
            ))}
          </ul>
        </>
      ))}
      <h2 id="fel">{docsTexts.problems}</h2>
      <p>{docsTexts.problemsLead}</p>
      <Problems refusals={refusals} />
      <h2>{docsTexts.schemas}</h2>
      <p>
        {docsTexts.schemasLead}{' '}
        <a class="govuk-link" href={FORMS}>
          {docsTexts.schemasLink}
        </a>
      </p>
    </Page>,
  );
}

/** What can be asked and told about one thing: each address with what it takes and answers. */
async function partPage(c: Context<AppEnv, '/docs/del/:del'>, { document }: DocsOptions) {
  const group = groupsOf(document).find(({ name }) => name === c.req.param('del'));
  if (!group) return c.notFound();
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={`${docsTexts.title}: ${group.heading}`}
      heading={group.heading}
      caption={`${docsTexts.title}, version ${document.info.version}`}
      breadcrumbs={[{ label: docsTexts.title, href: DOCS }]}
      density="staff"
      wide
      aside={
        <Toc items={group.operations.map(({ operation }) => ({ href: `#${operation.operationId}`, label: operation.summary ?? '' }))} />
      }
    >
      {group.operations.map((found) => (
        <OperationSection found={found} document={document} />
      ))}
    </Page>,
  );
}

function schemasOf(document: ApiDocument) {
  return Object.entries(document.components?.schemas ?? {}).sort(([a], [b]) => a.localeCompare(b));
}

/** The forms of what is sent and answered, by name: each stands on the page of its first letter. */
async function formsPage(c: Context<AppEnv>, { document }: DocsOptions) {
  const byPage = Map.groupBy(schemasOf(document), ([name]) => formPageOf(name));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={docsTexts.schemasTitle}
      heading={docsTexts.schemas}
      caption={`${docsTexts.title}, version ${document.info.version}`}
      lead={docsTexts.schemasLead}
      breadcrumbs={[{ label: docsTexts.title, href: DOCS }]}
      density="staff"
      wide
    >
      {FORM_PAGES.map((page) => (
        <>
          <h2>{docsTexts.schemasFrom(page)}</h2>
          <ul class="govuk-list">
            {(byPage.get(page) ?? []).map(([name]) => (
              <li>
                <a class="govuk-link" href={formHref(name)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </Page>,
  );
}

/** The forms of some letters. */
async function formPage(c: Context<AppEnv, '/docs/former/:sida'>, { document }: DocsOptions) {
  const page = FORM_PAGES.find((one) => one === c.req.param('sida'));
  if (!page) return c.notFound();
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={`${docsTexts.schemasTitle}: ${docsTexts.schemasFrom(page)}`}
      heading={`${docsTexts.schemas}: ${docsTexts.schemasFrom(page)}`}
      caption={`${docsTexts.title}, version ${document.info.version}`}
      lead={docsTexts.schemasLead}
      breadcrumbs={[
        { label: docsTexts.title, href: DOCS },
        { label: docsTexts.schemas, href: FORMS },
      ]}
      density="staff"
      wide
    >
      <h2>{docsTexts.schemasInOrder}</h2>
      {schemasOf(document)
        .filter(([name]) => formPageOf(name) === page)
        .map(([name, schema]) => (
          <SchemaSection name={name} schema={schema} />
        ))}
    </Page>,
  );
}

function Problems({ refusals }: { refusals: RefusalTexts }) {
  const byCode = Object.entries(refusals).sort(([a], [b]) => a.localeCompare(b));
  return (
    <Table
      caption={docsTexts.problems}
      captionHidden
      columns={docsTexts.problemColumns.map((label) => ({ label }))}
      rows={byCode.map(([code, { status, title }]) => [<code id={`fel-${code}`}>{code}</code>, String(status), title])}
    />
  );
}

/** The operations by tag, in the order the document gives its tags. */
function groupsOf(document: ApiDocument): Group[] {
  const byTag = Map.groupBy(operationsOf(document), ({ operation }) => operation.tags?.[0] ?? '');
  return (document.tags ?? []).flatMap(({ name, description }) => {
    const operations = byTag.get(name);
    return operations ? [{ name, heading: description ?? name, operations }] : [];
  });
}
