import { sectionsOf } from '../../domain/agreements/sections.ts';
import { outlineSections } from '../../domain/counties/outline-file.ts';
import { formatDateTime, Table } from '../../ui/index.ts';
import { Approval, type DraftReading, draftHref, leftToApprove, nameOfPlace, Part } from './parts.tsx';
import { placeLabel, sideLabels, draftTexts as texts } from './texts.ts';
import { nextTexts } from './texts-next.ts';

type Props = { reading: DraftReading; unfolded?: string | undefined };

function Link({ href, children }: { href: string | undefined; children: string }) {
  if (!href) return <>{children}</>;
  return (
    <a class="govuk-link" href={href}>
      {children}
    </a>
  );
}

/** The tree of sections, in order, with who has approved each. */
export function DraftSections({ reading, unfolded }: Props) {
  const { draft, outline, approvals, abilities, row } = reading;
  const required = new Set(outlineSections(outline?.sections ?? []).flatMap((one) => (one.required ? [one.id] : [])));
  const mayWrite = abilities.has('drafts.write');
  const here = draftHref(row.id);
  const rows = sectionsOf(draft.text.sections).map(({ section, depth }) => [
    <>
      {'– '.repeat(depth - 1)}
      <Link href={mayWrite ? `${here}/avsnitt/${section.id}` : `${here}/text#${section.id}`}>
        {[section.number, section.heading].filter(Boolean).join(' ')}
      </Link>
      {required.has(section.id) && <span class="ov-muted"> ({texts.required})</span>}
    </>,
    String(Object.keys(section.sentences).length),
    <Approval reading={reading} place={`section:${section.id}`} />,
  ]);
  const gone = [...approvals].filter(([place]) => isGone(reading, place));
  return (
    <Part
      id={nextTexts.ids.sections}
      unfolded={unfolded}
      heading={texts.sections}
      says={nextTexts.says.sections(
        rows.length,
        leftToApprove(reading, (place) => place.startsWith('section:')),
      )}
    >
      <Table caption={texts.sectionsCaption} captionHidden columns={texts.columns.map((label) => ({ label }))} rows={rows} />
      {gone.length > 0 && (
        <Table
          caption={texts.gone}
          columns={[{ label: texts.columns[0] ?? '' }, { label: texts.columns[2] ?? '' }]}
          rows={gone.map(([place]) => [placeLabel(place), <Approval reading={reading} place={place} />])}
        />
      )}
      {mayWrite && (
        <p>
          <Link href={`${here}/nytt-avsnitt`}>{texts.addSection}</Link>
        </p>
      )}
    </Part>
  );
}

/** Was the place in the version that the draft began from, and is no more? */
function isGone({ draft }: DraftReading, place: string): boolean {
  const [kind = '', id = ''] = place.split(/:(.*)/s);
  if (kind === 'section') return !sectionsOf(draft.text.sections).some(({ section }) => section.id === id);
  return kind === 'row' && !draft.text.responsibilities.some((row) => row.id === id);
}

/** The rows of responsibility. */
export function DraftRows({ reading, unfolded }: Props) {
  const { draft, abilities, row: own } = reading;
  const mayWrite = abilities.has('drafts.write');
  const here = draftHref(own.id);
  return (
    <Part
      id={nextTexts.ids.rows}
      unfolded={unfolded}
      heading={texts.rows}
      says={nextTexts.says.rows(
        draft.text.responsibilities.length,
        leftToApprove(reading, (place) => place.startsWith('row:')),
      )}
    >
      {draft.text.responsibilities.length > 0 && (
        <Table
          caption={texts.rowsCaption}
          captionHidden
          columns={texts.rowColumns.map((label) => ({ label }))}
          rows={draft.text.responsibilities.map(({ id, activity, plain }) => [
            <>
              <Link href={mayWrite ? `${here}/ansvar/${id}` : undefined}>{activity}</Link> <span class="ov-muted">{id}</span>
            </>,
            plain,
            <Approval reading={reading} place={`row:${id}`} />,
          ])}
        />
      )}
      {mayWrite && (
        <p>
          <Link href={`${here}/ansvar/ny`}>{texts.addRow}</Link>
        </p>
      )}
    </Part>
  );
}

/** What is to be told before a decision beside the text itself. */
export function DraftGround({ reading: { row, abilities } }: Props) {
  if (!abilities.has('drafts.write')) return null;
  const here = draftHref(row.id);
  return (
    <>
      <h2 class="govuk-heading-m" id={nextTexts.ids.ground}>
        {texts.ground}
      </h2>
      <ul class="govuk-list">
        <li>
          <Link href={`${here}/barn`}>{placeLabel('children')}</Link>
        </li>
        <li>
          <Link href={`${here}/delaktighet`}>{placeLabel('influence')}</Link>
        </li>
        <li>
          <Link href={`${here}/avbryt`}>{texts.abandon}</Link>
        </li>
      </ul>
    </>
  );
}

/** The latest saves: which part, when and by whom. */
export function DraftHistory({ reading: { revisions, draft } }: Props) {
  return (
    <Part id={nextTexts.ids.history} heading={texts.history}>
      <Table
        caption={texts.history}
        captionHidden
        columns={texts.historyColumns.map((label) => ({ label }))}
        rows={revisions.map(({ place, at, name, side }) => [
          nameOfPlace(draft.text, place),
          formatDateTime(Temporal.Instant.from(at)),
          `${name} (${sideLabels[side].toLowerCase()})`,
        ])}
      />
    </Part>
  );
}
