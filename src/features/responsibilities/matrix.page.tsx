import { type Context, Hono } from 'hono';
import { may } from '../../domain/access/permissions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { linkedTo } from '../../domain/responsibilities/compile-agreement.ts';
import type { MatrixCellOf, MatrixRowOf } from '../../domain/responsibilities/matrix.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../platform/index.ts';
import {
  type AskedDay,
  BasisChip,
  Citation,
  DayField,
  DayProviso,
  dayErrors,
  decidedOn,
  FilterPanel,
  formatTag,
  type Kept,
  keeping,
  Matrix,
  type MatrixCell,
  type MatrixRow,
  Notice,
  onDay,
  Page,
  SelectField,
  StatusTag,
  statusWord,
} from '../../ui/index.ts';
import { roleTexts } from '../../ui/texts.ts';
import { statusSentence } from '../agreements/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { openChangesOf, PlannedForRow } from '../planned-changes/index.ts';
import { LocalWaysShown } from './local-way.tsx';
import { matrixCsv } from './matrix-csv.ts';
import { matrixTexts } from './matrix-texts.ts';
import { Further, furtherDeadlines } from './more-deadlines.tsx';
import { PartyNotices } from './party-notices.tsx';
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
  const asked = c.req.query('kommun') ?? '';
  const municipality = /^\d{4}$/.test(asked) ? asked : undefined;
  return readMatrix(scopeOf(c), { slug, on: askedDay(c).on, label: c.req.query('version'), municipality, filter });
}

async function page(c: Context<AppEnv, '/avtal/:slug/ansvar'>) {
  const found = await reading(c, c.req.param('slug'));
  if (isRefusal(found)) return c.notFound();
  const { agreement, status, matrix } = found;
  const all = agreement.responsibilities.length;
  const day = askedDay(c);
  const kept = keptOf(found, day);
  const planned = await plannedIn(c, agreement.slug);
  const query = new URL(c.req.url).searchParams;
  if (day.kept === undefined) query.delete('datum');
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={matrixTexts.title(agreement.short)}
      heading={matrixTexts.heading}
      caption={agreement.short}
      nav="avtal"
      wide
      breadcrumbs={[
        { label: matrixTexts.register, href: onDay('/avtal', day.kept) },
        { label: agreement.short, href: keeping(`/avtal/${agreement.slug}`, kept) },
      ]}
      lead={matrixTexts.lead(found.shown, all)}
      errors={dayErrors(day)}
      print={{
        version: agreement.version.label,
        status: statusWord({ status: status.code, until: status.until, decided: decidedOn(day) }),
        source: agreement.source.title,
      }}
    >
      <p>
        <StatusTag status={status.code} until={status.until} decided={decidedOn(day)} /> {statusSentence(status, day.today)}
      </p>
      <DayProviso day={day} />
      <OtherVersion found={found} day={day} />
      <Provisos found={found} day={day} />
      {c.var.actor.kind === 'staff' && may(c.var.actor, 'planned-changes.announce') && (
        <p>
          <a class="govuk-link" href={`/planerade-forandringar/ny?avtal=${agreement.slug}`}>
            {matrixTexts.announce}
          </a>
        </p>
      )}
      <Filters found={found} c={c} day={day} />
      <p>
        {matrixTexts.notOnly} {agreement.matrix.note}{' '}
        <a class="govuk-link" href={`/avtal/${agreement.slug}/ansvar.csv${query.size > 0 ? `?${query}` : ''}`}>
          {matrixTexts.csv}
        </a>
      </p>
      {matrix.groups.length === 0 ? (
        <Notice kind="empty" heading={matrixTexts.empty.heading}>
          <p>{matrixTexts.empty.text}</p>
        </Notice>
      ) : (
        <Matrix
          caption={matrixTexts.caption(agreement.short)}
          corner={matrixTexts.corner}
          columns={matrix.columns.map(({ id, name, short }) => ({ id, label: columnName(name), short }))}
          groups={matrix.groups.map(({ id, heading, rows }) => ({
            id,
            heading,
            rows: rows.map((row) => rowOf(found, row, kept, planned)),
          }))}
        />
      )}
    </Page>,
  );
}

/** What the links to the agreement itself take along: the day, and the version when it is not the one of the day. */
function keptOf({ agreement, current }: MatrixReading, day: AskedDay): Kept {
  const { label } = agreement.version;
  return { datum: day.kept, version: label === current ? undefined : label };
}

function OtherVersion({ found: { agreement, current, on }, day }: { found: MatrixReading; day: AskedDay }) {
  const { label } = agreement.version;
  if (label === current) return null;
  const { heading, text, link } = matrixTexts.otherVersion;
  return (
    <Notice kind="note" heading={heading(label)}>
      <p>
        {text(on)}{' '}
        <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}/ansvar`, day.kept)}>
          {link(current)}
        </a>
      </p>
    </Notice>
  );
}

/** For whom the version of the day is not known to be in force; of another version nothing is said. */
function Provisos({ found: { agreement, county, parties, place, current }, day }: { found: MatrixReading; day: AskedDay }) {
  if (!county || agreement.version.label !== current) return null;
  return (
    <PartyNotices
      agreements={[agreement]}
      county={county}
      municipality={place?.code}
      parties={{ ...parties, outside: [] }}
      day={day.kept}
    />
  );
}

function Filters({ found, c, day }: { found: MatrixReading; c: Context<AppEnv>; day: AskedDay }) {
  const { taxonomy, agreement } = found;
  const field = (name: keyof typeof FILTERS, tags: readonly { id: string; label: string }[]) => (
    <SelectField
      id={filterId(name)}
      name={name}
      label={matrixTexts.filters[name]}
      empty={matrixTexts.all}
      value={c.req.query(name)}
      options={tags.map(({ id, label }) => ({ value: id, label: formatTag(label) }))}
    />
  );
  const action = `/avtal/${agreement.slug}/ansvar`;
  return (
    <FilterPanel
      action={action}
      resetHref={found.shown < agreement.responsibilities.length || found.place ? keeping(action, keptOf(found, day)) : undefined}
      open={day.typed !== undefined}
    >
      {c.req.query('version') && <input type="hidden" name="version" value={c.req.query('version')} />}
      {field('utforare', taxonomy.performers)}
      {field('yrke', taxonomy.roles)}
      {field('alder', taxonomy['age-groups'])}
      {field('svarighetsgrad', taxonomy.severities)}
      {found.places.length > 0 && (
        <SelectField
          id={filterId('kommun')}
          name="kommun"
          label={matrixTexts.place}
          empty={matrixTexts.noPlace}
          value={found.place?.code}
          options={found.places.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <DayField day={day} />
    </FilterPanel>
  );
}

/** A heading of the matrix may be called as a filter is: the ids of both stand on the page. */
const filterId = (name: string) => `val-${name}`;

type Planned = Exclude<Awaited<ReturnType<typeof openChangesOf>>, { refused: true }>;

/** What parties have told each other that they plan about rows of the agreement: for those who may read it. */
async function plannedIn(c: Context<AppEnv>, slug: string): Promise<Planned> {
  const none: Planned = new Map();
  if (c.var.actor.kind === 'public' || !may(c.var.actor, 'planned-changes.read')) return none;
  const found = await openChangesOf(scopeOf(c), { slug });
  return isRefusal(found) ? none : found;
}

function rowOf(found: MatrixReading, { row, cells }: MatrixRowOf, kept: Kept, planned: Planned): MatrixRow {
  const { agreement, law, deadlines, on } = found;
  const named = agreement.matrix.layout === 'groups';
  const reading = readingText(row);
  return {
    id: row.id,
    label: row.activity,
    href: keeping(`/avtal/${agreement.slug}#${row.cites[0]}`, kept),
    cells: cells.map((cell) => cellOf(cell, named)),
    note: (
      <>
        <span class="ov-muted">{row.id}</span>
        {row['conditions-text'] && (
          <p>
            {matrixTexts.condition} {row['conditions-text']}
          </p>
        )}
        {row.requires.length > 0 && (
          <p>
            {matrixTexts.requires} {sentences(row.requires)}
          </p>
        )}
        {row.deadline && (
          <p>
            {matrixTexts.deadline} {row.deadline.value} <BasisChip basis={row.deadline.basis} />
          </p>
        )}
        {furtherDeadlines(row, deadlines).map((deadline) => (
          <p>
            {matrixTexts.deadline} <Further deadline={deadline} law={law} on={on} asked={kept.datum} />
          </p>
        ))}
        {row.law.length > 0 && (
          <p>
            {row.law.map((reference) => (
              <Citation {...lawReferenceProps(law, reference, on, kept.datum)} />
            ))}
          </p>
        )}
        {row.warnings.map((warning) => (
          <p>
            <strong>{matrixTexts.warning}</strong> {warning}
          </p>
        ))}
        {row.conflicts.map(({ agreement: other, row: id, text }) => (
          <p>
            <strong>{matrixTexts.conflict}</strong> {text}{' '}
            <a class="govuk-link" href={onDay(`/avtal/${other}/ansvar#${id}`, kept.datum)}>
              {matrixTexts.conflictRow}
            </a>{' '}
            <span class="ov-muted">{id}</span>
          </p>
        ))}
        <LocalWaysShown ways={found.local.get(`${agreement.slug}/${row.id}`)} place={found.place?.name ?? ''} day={kept.datum} />
        <PlannedForRow changes={planned.get(row.id) ?? []} />
        {reading && <p class="ov-muted">{reading}</p>}
        <SeeAlso linked={linkedTo(row, agreement.related)} day={kept.datum} />
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
  if (isRefusal(found) || askedDay(c).error !== undefined) return c.notFound();
  return fileAnswer(c, matrixCsv(found), { name: `ansvar-${found.agreement.slug}-${found.on}`, format: 'csv' });
}

export const matrixPage = new Hono<AppEnv>().get('/avtal/:slug/ansvar', page).get('/avtal/:slug/ansvar.csv', csv);
