import type { Change } from '../../domain/agreements/diff/change.ts';
import { runsOfWay } from '../../domain/agreements/diff/diff-ways.ts';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import { formatTag, Notice, onDay } from '../../ui/index.ts';
import { deciderName, tagLabel } from './diff-names.ts';
import { diffTexts, workText } from './diff-page-texts.ts';
import { Runs } from './diff-text-parts.tsx';
import { AREAS, areaOf, areaTexts, changeText } from './diff-texts.ts';
import { labelText, tagText } from './diff-values.ts';
import type { DiffReading } from './read-diff.ts';

type Version = DiffReading['diff']['from'];
/** The day that the reader came from, when it is not today: links keep it. */
type Day = string | undefined;

/** What the change means, a sentence for each change, with the place in either version that says so. */
export function Meaning({ reading: { diff, names }, day }: { reading: DiffReading; day: Day }) {
  if (diff.meaning.length === 0) {
    return (
      <Notice kind="empty" heading={diffTexts.none.heading} level={3}>
        <p>{diffTexts.none.text}</p>
      </Notice>
    );
  }
  const byArea = Map.groupBy(diff.meaning, ({ kind }) => areaOf(kind));
  return (
    <>
      {AREAS.filter((area) => byArea.has(area)).map((area) => (
        <>
          <h3>{areaTexts[area]}</h3>
          <ul class="ov-diff__list">
            {(byArea.get(area) ?? []).map((change) => (
              <li>
                <Told change={change} names={names} /> <Places change={change} from={diff.from} to={diff.to} day={day} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

/** A change in words; a longer text word by word, so that what differs is seen. */
function Told({ change, names }: { change: Change; names: DiffReading['names'] }) {
  const runs = runsOfWay(change);
  if (!runs) return <>{changeText(change, names)}</>;
  return (
    <>
      {diffTexts.way(labelText(change))} <Runs runs={runs} />
    </>
  );
}

function Places({ change: { cites }, from, to, day }: { change: Change; from: Version; to: Version; day: Day }) {
  return (
    <span class="ov-muted ov-diff__places">
      <Cited version={from} cites={cites.from} day={day} />
      {cites.from.length > 0 && cites.to.length > 0 && ' · '}
      <Cited version={to} cites={cites.to} day={day} />
    </span>
  );
}

function Cited({ version, cites, day }: { version: Version; cites: readonly string[]; day: Day }) {
  if (cites.length === 0) return null;
  const headings = new Map(sectionsOf(version.sections).map(({ section }) => [section.id, section.heading]));
  const sections = Map.groupBy(cites, (cite) => cite.split('.')[0] ?? cite);
  return (
    <>
      {diffTexts.cited(version.version.label)}{' '}
      {[...sections].map(([section, [first]], index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={onDay(`/avtal/${version.slug}?version=${encodeURIComponent(version.version.label)}#${first}`, day)}>
            {headings.get(section) ?? section}
          </a>
        </>
      ))}
    </>
  );
}

/** What the change touches outside the agreement, as the register is today. */
export function TouchedParts({ reading, day }: { reading: DiffReading; day: Day }) {
  const { touched, names } = reading;
  const { touches } = diffTexts;
  return (
    <>
      <p>{touches.lead}</p>
      <h3>{touches.local}</h3>
      <Locals reading={reading} day={day} />
      <Listed heading={touches.people} items={workOf(reading)} />
      <Listed heading={touches.bodies} items={touched.bodies.map(({ body }) => deciderName(names, body))} />
      <Listed heading={touches.contacts} items={touched.contacts.map(({ contact }) => contact.unit)} />
      <Listed
        heading={touches.conflicts}
        items={touched.conflicts.map(({ slug, row }) => touches.conflict(names.titles.get(slug) ?? slug, row))}
      />
    </>
  );
}

function Locals({ reading: { touched }, day }: { reading: DiffReading; day: Day }) {
  const { touches } = diffTexts;
  if (touched.local.length === 0) return <p>{touches.noLocal}</p>;
  return (
    <ul class="ov-diff__list">
      {touched.local.map(({ slug, short, places, elsewhere, because }) => (
        <li>
          <a class="govuk-link" href={onDay(`/avtal/${slug}`, day)}>
            {short}
          </a>
          {places.map(({ section, heading }) => (
            <>
              ,{' '}
              <a class="govuk-link" href={onDay(`/avtal/${slug}#${section}`, day)}>
                {heading}
              </a>
            </>
          ))}
          {elsewhere.length > 0 && <> – {touches.whole}</>}
          {because.length === 0 && <> – {touches.wording}</>}
        </li>
      ))}
    </ul>
  );
}

function Listed({ heading, items }: { heading: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul class="ov-diff__list">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  );
}

/** Professions by kind of unit, in the words and the order of the vocabulary. */
function workOf({ touched: { people }, names: { taxonomy } }: DiffReading): string[] {
  const byUnit = Map.groupBy(people, ({ performer }) => performer);
  return [...taxonomy.performers.map(({ id }) => id), null].flatMap((performer) => {
    const own = byUnit.get(performer);
    if (!own) return [];
    const roles = taxonomy.roles.filter(({ id }) => own.some(({ role }) => role === id)).map(({ label }) => tagText(label));
    return [workText(performer === null ? diffTexts.touches.everyUnit : formatTag(tagLabel(taxonomy.performers, performer)), roles)];
  });
}
