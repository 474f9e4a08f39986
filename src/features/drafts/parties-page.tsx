import { partyChanges } from '../../domain/drafts/draft-parties.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { scopeOf } from '../../platform/index.ts';
import { formatList, SummaryList } from '../../ui/index.ts';
import { type FormField, given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { citesField, citesIn, options } from './form-fields.ts';
import { CitedText, type DraftReading } from './parts.tsx';
import { termTexts } from './texts-terms.ts';
import { readPartyChoices, writeDraftParties } from './write-parties.ts';

const texts = termTexts.parties;

/** The form of who the parties are. Those of a local agreement are always named; an amendment of the simple kind leaves them as they are. */
export const partiesPage = draftFormPage({
  path: 'parter',
  prepare: async (reading, c) => {
    const { text } = reading.draft;
    const { municipalities = 'all', note, cites = [] } = text.terms.parties ?? {};
    const choices = await readPartyChoices(scopeOf(c), { draft: reading.row.id });
    if (isRefusal(choices)) return undefined;
    return {
      title: texts.title,
      lead: texts.lead,
      submit: termTexts.save,
      fields: [
        ...whoFields(reading, choices),
        { kind: 'lines', name: 'note', label: termTexts.note, hint: termTexts.noteHint, optional: true },
        citesField(text, cites),
      ],
      initial: given({
        who: municipalities === 'all' ? 'all' : 'some',
        municipalities: municipalities === 'all' ? [] : municipalities,
        note,
        cites,
      }),
      before: (
        <>
          <PartiesNow reading={reading} />
          <CitedText text={text} cites={cites} />
        </>
      ),
    };
  },
  save: (c, seen, values) => {
    const municipalities = values.one('who') === 'all' ? 'all' : [...values.all('municipalities')];
    return writeDraftParties(scopeOf(c), { ...seen, municipalities, note: values.one('note'), cites: citesIn(values) });
  },
});

/** Whose agreement it is, to be chosen; nothing where it may not be changed. */
function whoFields({ row, county }: DraftReading, choices: readonly string[]): FormField[] {
  if (row.class === 'minor') return [];
  const places = choices.map((code) => ({ value: code, label: nameOf(county?.municipalities ?? [], code) }));
  const who: FormField = { kind: 'radios', name: 'who', label: texts.who, options: options({ all: texts.all, some: texts.someChosen }) };
  return [
    ...(row.kind === 'local' ? [] : [who]),
    {
      kind: 'checks',
      name: 'municipalities',
      label: texts.which,
      hint: row.kind === 'local' ? texts.whichLocal : texts.whichHint,
      optional: true,
      options: places,
    },
  ];
}

/** Who the parties are now, and who has come and who leaves since the version it began from. */
function PartiesNow({ reading: { draft, base, row, county } }: { reading: DraftReading }) {
  const { municipalities = 'all' } = draft.text.terms.parties ?? {};
  const named = (codes: readonly string[]) => formatList(codes.map((code) => nameOf(county?.municipalities ?? [], code)));
  const { joins, leaves } = partyChanges(base?.terms.parties.municipalities ?? municipalities, municipalities, row.municipalities);
  return (
    <SummaryList
      rows={[
        { label: texts.now, value: municipalities === 'all' ? texts.all : texts.some(named(municipalities)) },
        ...(joins.length > 0 ? [{ label: texts.joins, value: named(joins) }] : []),
        ...(leaves.length > 0 ? [{ label: texts.leaves, value: named(leaves) }] : []),
        ...(row.class === 'minor' ? [{ label: texts.fixed, value: texts.minor }] : []),
      ]}
    />
  );
}

function nameOf(all: readonly { readonly code: string; readonly name: string }[], code: string): string {
  return all.find((one) => one.code === code)?.name ?? code;
}
