import { type Context, Hono } from 'hono';
import { IsoDate } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { linkedTo } from '../../domain/responsibilities/compile-agreement.ts';
import type { MatrixCellOf, MatrixRowOf } from '../../domain/responsibilities/matrix.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  BasisChip,
  Citation,
  FilterPanel,
  formatTag,
  Matrix,
  type MatrixCell,
  type MatrixRow,
  Notice,
  Page,
  SelectField,
  StatusTag,
  statusWord,
} from '../../ui/index.ts';
import { roleTexts } from '../../ui/texts.ts';
import { badDayText, statusSentence } from '../agreements/index.ts';
import { shellOf } from '../counties/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { matrixCsv } from './matrix-csv.ts';
import { type MatrixReading, readMatrix } from './read-matrix.ts';
import { sentences } from './row-texts.ts';
import { SeeAlso } from './see-also.tsx';
import { columnName, readingText } from './texts.ts';

const FILTERS = { utforare: 'performer', yrke: 'role', alder: 'ageGroup', svarighetsgrad: 'severity' } as const;

async function reading(c: Context<AppEnv>, slug: string) {
  const filter = Object.fromEntries(
    Object.entries(FILTERS).flatMap(([param, name]) => {
      const value = c.req.query(param);
      return value && /^[a-z][a-z0-9-]*$/.test(value) ? [[name, value]] : [];
    }),
  );
  const day = IsoDate.safeParse(c.req.query('datum'));
  return readMatrix(scopeOf(c), { slug, on: day.data, label: c.req.query('version'), filter });
}

async function page(c: Context<AppEnv, '/avtal/:slug/ansvar'>) {
  const found = await reading(c, c.req.param('slug'));
  if (isRefusal(found)) return c.notFound();
  const { agreement, status, matrix } = found;
  const all = agreement.responsibilities.length;
  const search = new URL(c.req.url).search;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={`Ansvar: ${agreement.short}`}
      heading="Vem gör vad enligt avtalet"
      caption={agreement.short}
      nav="avtal"
      wide
      breadcrumbs={[
        { label: 'Avtal', href: '/avtal' },
        { label: agreement.short, href: `/avtal/${agreement.slug}` },
      ]}
      lead={
        found.shown === all
          ? `${all} rader, i källans ordning.`
          : `${found.shown} av ${all} rader passar valen. Det som alltid gäller visas alltid.`
      }
      errors={c.req.query('datum') && !IsoDate.safeParse(c.req.query('datum')).success ? [{ text: badDayText }] : []}
      print={{
        version: agreement.version.label,
        status: statusWord({ status: status.code, until: status.until }),
        source: agreement.source.title,
      }}
    >
      <p>
        <StatusTag status={status.code} until={status.until} /> {statusSentence(status)}
      </p>
      <Filters found={found} c={c} />
      <p>
        Ett märke betyder att aktören har ansvaret. Det betyder inte att andra saknar det. {agreement.matrix.note}{' '}
        <a class="govuk-link" href={`/avtal/${agreement.slug}/ansvar.csv${search}`}>
          Hämta som CSV
        </a>
      </p>
      {matrix.groups.length === 0 ? (
        <Notice kind="empty" heading="Ingen rad passar valen">
          <p>Ta bort något av valen.</p>
        </Notice>
      ) : (
        <Matrix
          caption={`Ansvarsfördelning, ${agreement.short}`}
          corner="Aktivitet"
          columns={matrix.columns.map(({ id, name, short }) => ({ id, label: columnName(name), short }))}
          groups={matrix.groups.map(({ id, heading, rows }) => ({ id, heading, rows: rows.map((row) => rowOf(found, row)) }))}
        />
      )}
    </Page>,
  );
}

function Filters({ found, c }: { found: MatrixReading; c: Context<AppEnv> }) {
  const { taxonomy, agreement } = found;
  const options = (tags: readonly { id: string; label: string }[]) => tags.map(({ id, label }) => ({ value: id, label: formatTag(label) }));
  const action = `/avtal/${agreement.slug}/ansvar`;
  return (
    <FilterPanel action={action} resetHref={found.shown < agreement.responsibilities.length ? action : undefined}>
      {['datum', 'version'].map((name) => c.req.query(name) && <input type="hidden" name={name} value={c.req.query(name)} />)}
      <SelectField name="utforare" label="Verksamhet" empty="Alla" value={c.req.query('utforare')} options={options(taxonomy.performers)} />
      <SelectField name="yrke" label="Yrke" empty="Alla" value={c.req.query('yrke')} options={options(taxonomy.roles)} />
      <SelectField name="alder" label="Ålder" empty="Alla" value={c.req.query('alder')} options={options(taxonomy['age-groups'])} />
      <SelectField
        name="svarighetsgrad"
        label="Svårighetsgrad"
        empty="Alla"
        value={c.req.query('svarighetsgrad')}
        options={options(taxonomy.severities)}
      />
    </FilterPanel>
  );
}

function rowOf(found: MatrixReading, { row, cells }: MatrixRowOf): MatrixRow {
  const { agreement, law, on } = found;
  const named = agreement.matrix.layout === 'groups';
  const reading = readingText(row);
  return {
    id: row.id,
    label: row.activity,
    href: `/avtal/${agreement.slug}#${row.cites[0]}`,
    cells: cells.map((cell) => cellOf(cell, named)),
    note: (
      <>
        <span class="ov-muted">{row.id}</span>
        {row['conditions-text'] && <p>Villkor: {row['conditions-text']}</p>}
        {row.requires.length > 0 && <p>Kräver: {sentences(row.requires)}</p>}
        {row.deadline && (
          <p>
            Tidsgräns: {row.deadline.value} <BasisChip basis={row.deadline.basis} />
          </p>
        )}
        {row.law.length > 0 && (
          <p>
            {row.law.map((reference) => (
              <Citation {...lawReferenceProps(law, reference, on)} />
            ))}
          </p>
        )}
        {row.warnings.map((warning) => (
          <p>
            <strong>Observera:</strong> {warning}
          </p>
        ))}
        {row.conflicts.map(({ agreement: other, row: id, text }) => (
          <p>
            <strong>Avtalen säger olika:</strong> {text}{' '}
            <a class="govuk-link" href={`/avtal/${other}/ansvar#${id}`}>
              {id}
            </a>
          </p>
        ))}
        {reading && <p class="ov-muted">{reading}</p>}
        <SeeAlso linked={linkedTo(row, agreement.related)} />
      </>
    ),
  };
}

/** In the source's own columns a mark says it all; where columns are authorities, the cell names who. */
function cellOf(cell: MatrixCellOf, named: boolean): MatrixCell {
  if (!cell) return null;
  if (!named) return { role: cell.role };
  return {
    role: cell.role,
    note: cell.actors.map(({ name, role }) => (role === cell.role ? name : `${name} (${roleTexts[role].toLowerCase()})`)).join(', '),
  };
}

async function csv(c: Context<AppEnv, '/avtal/:slug/ansvar.csv'>) {
  const found = await reading(c, c.req.param('slug'));
  if (isRefusal(found)) return c.notFound();
  const name = `ansvar-${found.agreement.slug}-${found.on}.csv`;
  return c.body(matrixCsv(found), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}

export const matrixPage = new Hono<AppEnv>().get('/avtal/:slug/ansvar', page).get('/avtal/:slug/ansvar.csv', csv);
