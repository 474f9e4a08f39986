import type { FileKind } from '../../domain/counties/check-kinds.ts';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** A county as a choice beside its municipalities. */
export const wholeCounty = (name: string) => `Hela ${name}`;

/** What the command says around the faults. */
export const checkTexts = {
  wholeFile: '(hela filen)',
  faults: (faults: number, files: number) => `${faults} fel i ${some(files, 'fil', 'filer')}.`,
  soundCounty: (folder: string, name: string, count: { municipalities: number; bodies: number; agreements: number; rows: number }) =>
    `${folder}: inga fel. ${name}: ${some(count.municipalities, 'kommun', 'kommuner')}, ${count.bodies} organ, ${some(count.agreements, 'överenskommelse', 'överenskommelser')}, ${some(count.rows, 'rad', 'rader')} i ansvarsfördelningen.`,
  soundNational: (folder: string, count: { statutes: number; facts: number; knowledge: number }) =>
    `${folder}: inga fel. Nationella uppgifter: ${some(count.statutes, 'författning', 'författningar')}, ${count.facts} fakta om situationen, ${count.knowledge} kunskapsstöd.`,
  'folder-not-found': (folder: string) => `Mappen ${folder} finns inte. Ange en länsmapp, till exempel counties/20-dalarna.`,
  'agreement-taken': (slug: string, county: string) =>
    `Överenskommelsen ${slug} finns redan, i länet med kod ${county}. Ge den ett eget namn (slug). Ingenting är inläst.`,
  'national-not-found': (folder: string) => `Mappen med nationella uppgifter, ${folder}, finns inte. Ange den med --national <mapp>.`,
};

/** Title and description of each published JSON Schema, shown by editors. */
export const schemaTexts: Record<FileKind, { readonly title: string; readonly description: string }> = {
  county: { title: 'Län', description: 'county.yaml: ett län med region, kommuner, länsdelar, organ och kontakter.' },
  agreement: {
    title: 'Överenskommelse',
    description: 'agreements/<namn>.yaml: en version av en överenskommelse, med text, villkor och ansvarsfördelning.',
  },
  law: { title: 'Lagrum', description: 'law.yaml: författningar med datum, och vad äldre bestämmelser blev.' },
  taxonomy: {
    title: 'Märkning',
    description: 'taxonomy.yaml: de nationella märkorden för utförare, yrkesroller, åldrar, svårighetsgrader och tillstånd.',
  },
  situation: { title: 'Situation', description: 'situation.yaml: de fakta som en situation kan ha, och nästa steg som följer av dem.' },
  activities: { title: 'Aktiviteter', description: 'activities.yaml: gemensamma aktiviteter för jämförelse mellan län.' },
  deadlines: { title: 'Tidsgränser', description: 'deadlines.yaml: tidsgränser, var och en med sin grund.' },
  areas: { title: 'Områden', description: 'areas.yaml: de områden som överenskommelser sorteras under.' },
  synonyms: { title: 'Synonymer', description: 'synonyms.yaml: ord som läsaren använder för ord som överenskommelserna använder.' },
  'reserve-numbers': {
    title: 'Reservnummer',
    description: 'reserve-numbers.yaml: hur reservnummer är uppbyggda, och varifrån det är känt.',
  },
  planning: {
    title: 'Planering',
    description: 'planning.yaml: hur snart ett steg tas, vem som kallas, utskrivning och påminnelser, när länet inte säger något annat.',
  },
  'secrecy-rules': {
    title: 'Sekretessbrytande regler',
    description: 'secrecy-rules.yaml: när något får berättas utan samtycke, och när det måste berättas.',
  },
  knowledge: { title: 'Kunskapsstöd', description: 'knowledge/<namn>.yaml: en sida nationellt kunskapsstöd i egna ord, med märkning.' },
  outline: {
    title: 'Disposition',
    description: 'outlines/<namn>.yaml: rubrikerna som en överenskommelse skrivs under, med vägledning i egna ord.',
  },
};
