import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { AreasFile, KnowledgeFile, LawFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import { statuteAnchor } from '../../domain/law/statute-anchor.ts';
import { provisionLexeme } from '../../domain/search/law-lexemes.ts';
import type { Entry, Part } from './entry.ts';
import { entryTexts } from './texts.ts';

const asParts = (texts: readonly (string | undefined)[]): Part[] => texts.flatMap((text) => (text ? [{ text }] : []));

/** A county with its municipalities and joint bodies. */
export function countyEntries(county: CountyFile): Entry[] {
  const address = `/lan/${county.code}`;
  const names = new Map(county.municipalities.map(({ code, name }) => [code, name]));
  return [
    {
      kind: 'county',
      county: county.code,
      address,
      title: county.name,
      place: '',
      parts: asParts([
        entryTexts.county(
          county.region.name,
          county.municipalities.map(({ name }) => name),
        ),
        ...county.districts.map((district) =>
          entryTexts.district(
            district.name,
            district['also-called'] ?? [],
            district.members.map(({ municipality }) => names.get(municipality) ?? municipality),
          ),
        ),
        ...county.notes,
      ]),
    },
    ...county.municipalities.map(
      ({ code, name }): Entry => ({
        kind: 'municipality',
        county: county.code,
        address: `/kommun/${code}`,
        title: entryTexts.municipality(name),
        place: county.name,
        parts: asParts([
          entryTexts.inMunicipality(name, county.region.name),
          ...county.contacts.filter(({ municipality }) => municipality === code).map(({ unit }) => unit),
        ]),
      }),
    ),
    ...county.bodies.map(
      (body): Entry => ({
        kind: 'body',
        county: county.code,
        address,
        title: body.name,
        place: county.name,
        parts: asParts([body.task, body.note, body['also-called']?.join(', ')]),
        alsoCalled: body['also-called'] ?? [],
      }),
    ),
  ];
}

/** A page of national knowledge support. It belongs to an area when it is tagged with it. */
export function knowledgeEntry(page: KnowledgeFile, areas: AreasFile): Entry {
  const area = areas.areas.find(({ id }) => page.tags.conditions.includes(id))?.id;
  return {
    kind: 'knowledge',
    ...(area ? { area } : {}),
    address: `/kunskap/${page.id}`,
    title: page.title,
    place: page.publisher,
    parts: asParts([...page.summary, ...page['target-group'], ...page['state-of-knowledge'], ...page.implementation, ...page['follow-up']]),
  };
}

/** The kinds of unit and the professional roles of the national vocabulary, each leading to what the agreements ask of them. */
export function roleEntries({ performers, roles }: Pick<TaxonomyFile, 'performers' | 'roles'>): Entry[] {
  const entry = (param: string, { id, label }: { id: string; label: string }): Entry => ({
    kind: 'role',
    address: `/vem-gor-vad/roll?${param}=${id}&andra=1`,
    title: label.replaceAll(' | ', ', '),
    place: '',
    parts: [{ text: entryTexts.role }],
  });
  return [...performers.map((one) => entry('utforare', one)), ...roles.map((one) => entry('yrke', one))];
}

/** The acts that agreements cite, each where the page of law has it. */
export function lawEntries(law: LawFile, cited: ReadonlySet<string>): Entry[] {
  const statutes = law.statutes.map((statute) => ({ ...statute, id: statute.sfs }));
  return [...statutes, ...law.other].flatMap((source): Entry[] => {
    const lexeme = provisionLexeme(source.id);
    if (!cited.has(lexeme)) return [];
    return [
      {
        kind: 'law',
        address: `/lagrum#${statuteAnchor(source.id)}`,
        title: source.title,
        place: entryTexts.lawPlace,
        parts: asParts(['sfs' in source ? entryTexts.law(source) : entryTexts.otherSource]),
        alsoCalled: [...source.names, ...('abbreviation' in source && source.abbreviation ? [source.abbreviation] : [])],
        cites: new Map([[lexeme, 0]]),
      },
    ];
  });
}
