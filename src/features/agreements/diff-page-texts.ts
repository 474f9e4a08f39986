import type { SectionChange } from '../../domain/agreements/diff/text-diff.ts';
import { formatCount, formatList } from '../../ui/formats.ts';

/** The Swedish words of the page that compares two versions. */
export const diffTexts = {
  title: (short: string) => `Jämför versioner: ${short}`,
  heading: (from: string, to: string) => `Vad som ändras från version ${from} till version ${to}`,
  one: {
    heading: 'Det finns bara en version att läsa',
    text: 'När avtalet får en ny version visas här vad som har ändrats.',
    versions: 'Versioner och händelser',
  },
  form: { legend: 'Välj versioner', from: 'Från version', to: 'Till version', submit: 'Jämför' },
  lead: (meaning: number, sentences: number) => {
    if (meaning === 0 && sentences === 0) return 'Ingenting skiljer de två versionerna åt.';
    const text = formatCount(sentences, 'mening', 'meningar', 'ingen').replace('ingen meningar', 'ingen mening');
    if (meaning === 0) return `Ordalydelsen ändras i ${text}. Villkor, ansvar och arbetssätt är desamma.`;
    return `${formatCount(meaning, 'ändring', 'ändringar')} i villkor, ansvar och arbetssätt. I texten ändras ${text}.`;
  },
  meaning: 'Vad ändringen betyder',
  none: { heading: 'Betydelsen är densamma', text: 'Inget villkor, inget ansvar och inget arbetssätt skiljer versionerna åt.' },
  way: (label: string) => `${label}, så görs det:`,
  cited: (label: string) => `Version ${label}:`,
  touches: {
    heading: 'Det här berörs',
    lead: 'Så som länets avtal ser ut i dag. Se över det som räknas upp.',
    local: 'Lokala överenskommelser',
    noLocal: 'Ingen lokal överenskommelse som hör till avtalet och berörs finns i registret.',
    whole: 'läs igenom hela',
    wording: 'bara ordalydelsen ändras',
    people: 'Verksamheter och yrken',
    everyRole: 'alla yrken',
    everyUnit: 'Oavsett verksamhet',
    bodies: 'Organ',
    contacts: 'Kontakter att kontrollera',
    conflicts: 'Rader i andra avtal',
    conflict: (title: string, row: string) => `${title}, rad ${row}, säger annorlunda än en rad som ändras`,
  },
  text: 'Texten',
  legend: 'Struket är borttaget. Understruket är tillagt.',
  noText: 'Texten är oförändrad.',
  unchanged: (count: number) => `${formatCount(count, 'avsnitt', 'avsnitt')} är oförändrade och visas inte.`,
  showAll: 'Visa hela texten',
  showChanged: 'Visa bara det som ändras',
  added: 'tillagt: ',
  removed: 'borttaget: ',
  sentence: { changed: 'Ändrad', added: 'Ny', removed: 'Borttagen', moved: 'Flyttad', movedChanged: 'Flyttad och ändrad' },
  movedFrom: (heading: string) => `från ${heading}`,
  read: (label: string) => `Läs i version ${label}`,
  compare: (from: string) => `Jämför med version ${from}`,
};

/** What happened to a section. `other`: the section that it was split from or merged into. */
export const sectionChangeTexts: Record<SectionChange, (other: string) => string> = {
  added: () => 'Nytt avsnitt',
  removed: () => 'Avsnittet tas bort',
  split: (other) => `Delas av från ${other}`,
  merged: (other) => `Går in i ${other}`,
  moved: () => 'Flyttat',
  renamed: () => 'Ny rubrik',
  renumbered: () => 'Nytt nummer',
};

/** Professions at a kind of unit: `Primärvård: läkare och kurator`. */
export function workText(performer: string, roles: readonly string[]): string {
  return `${performer}: ${roles.length > 0 ? formatList(roles) : diffTexts.touches.everyRole}`;
}
