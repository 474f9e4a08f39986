import type { Terms } from '../../domain/counties/terms.ts';
import { SummaryList } from '../../ui/index.ts';
import { Approval, type DraftReading, draftHref, Entries, type Entry, leftToApprove, Part } from './parts.tsx';
import { placeLabel, draftTexts as texts } from './texts.ts';
import { nextTexts } from './texts-next.ts';
import { termTexts } from './texts-terms.ts';
import { optionalTerms } from './write-terms.ts';

/** Where each place has its form; those with several forms are listed one by one. */
const FORMS = {
  facts: 'titel',
  matrix: 'matris',
  'term:parties': 'parter',
  'term:target': 'malgrupp',
  'term:validity': 'giltighetstid',
  'term:extension': 'forlangning',
  'term:duty-to-inform': 'informationsskyldighet',
  'term:local-agreements': 'lokala-overenskommelser',
  'term:termination': 'uppsagning',
  'term:minor-amendment': 'mindre-andringar',
} as const;

/** The terms of several parts, by the form of one that is new. */
const PARTED = { 'term:adoption': 'beslutsgang/ny', 'term:cadences': 'aterkommer/ny', 'term:ladders': 'ny-trappa' } as const;

/** Every kind of term, with a form that writes it: a kind without one does not compile. */
export const termForms = { ...FORMS, ...PARTED } satisfies Record<`term:${keyof Terms}`, string>;

/** Where a place is written, after the address of its draft: its own form, or the part of the page that leads to its forms. */
export function whereWritten(place: string): string {
  const [kind, id = ''] = place.split(/:(.*)/s);
  if (place in FORMS) return `/${FORMS[place as keyof typeof FORMS]}`;
  if (kind === 'section') return `/avsnitt/${id}`;
  if (kind === 'row') return `/ansvar/${id}`;
  if (kind === 'practice' || kind === 'answer') return '/sa-gor-vi';
  if (kind === 'children') return '/barn';
  if (kind === 'influence') return '/delaktighet';
  return `#${kind === 'term' ? nextTexts.ids.terms : nextTexts.ids.sections}`;
}

const ORDER = ['facts', 'outline', ...Object.keys(FORMS).slice(1), ...Object.keys(PARTED)];

/** The terms, each with who has approved how it is encoded, and the way to its form. */
export function DraftTerms({ reading, unfolded }: { reading: DraftReading; unfolded?: string | undefined }) {
  const { abilities, hashes, row } = reading;
  const here = draftHref(row.id);
  const mayWrite = abilities.has('drafts.write');
  const formOf = (place: string) => (mayWrite && place in FORMS ? FORMS[place as keyof typeof FORMS] : undefined);
  const shown = ORDER.filter((place) => (hashes.has(place) ? true : formOf(place)));
  return (
    <Part
      id={nextTexts.ids.terms}
      unfolded={unfolded}
      heading={texts.terms}
      says={nextTexts.says.terms(leftToApprove(reading, (place) => ORDER.includes(place)))}
    >
      <p>{texts.termsLead}</p>
      <SummaryList
        rows={shown.map((place) => {
          const [form, isThere, about] = [formOf(place), isSaid(reading, place), placeLabel(place)];
          return {
            label: about,
            value: hashes.has(place) ? <Approval reading={reading} place={place} /> : <span class="ov-muted">{termTexts.missing}</span>,
            action: form && { label: isThere ? 'Ändra' : termTexts.add, href: `${here}/${form}`, about },
          };
        })}
      />
      {mayWrite && <Parts reading={reading} />}
    </Part>
  );
}

/** Is something said there now? What is taken away since the base still has a hash. */
function isSaid({ draft: { text } }: DraftReading, place: string): boolean {
  const term = place.split(':')[1];
  return term === undefined || text.terms[term as 'validity'] !== undefined;
}

/** Terms of several parts, each part with a form of its own; and those that the agreement can be without. */
function Parts({ reading: { draft, row } }: { reading: DraftReading }) {
  const { terms } = draft.text;
  const here = draftHref(row.id);
  const gone: Entry[] = optionalTerms
    .filter((term) => terms[term] !== undefined)
    .map((term) => ({ href: `${here}/villkor/${term}/ta-bort`, label: termTexts.removeTerm.title(placeLabel(`term:${term}`)) }));
  return (
    <>
      <Entries
        heading={placeLabel('term:adoption')}
        entries={[
          ...(terms.adoption ?? []).map(({ id, description }) => ({ href: `${here}/beslutsgang/${id}`, label: description })),
          { href: `${here}/beslutsgang/ny`, label: termTexts.adoption.add },
        ]}
      />
      <Entries
        heading={placeLabel('term:cadences')}
        entries={[
          ...(terms.cadences ?? []).map(({ id, description }) => ({ href: `${here}/aterkommer/${id}`, label: description })),
          { href: `${here}/aterkommer/ny`, label: texts.addCadence },
        ]}
      />
      <Entries
        heading={placeLabel('term:ladders')}
        entries={[
          ...(terms.ladders ?? []).map(({ id, title }) => ({ href: `${here}/trappor/${id}`, label: title })),
          { href: `${here}/ny-trappa`, label: termTexts.ladder.add },
        ]}
      />
      {gone.length > 0 && <Entries heading={termTexts.removeHeading} entries={gone} />}
    </>
  );
}
