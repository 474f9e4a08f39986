import type { ImportFault } from '../../domain/organisations/import-row.ts';

/** What is wrong in a file, said so that it can be put right. */
export const importFaultTexts: Record<ImportFault['code'], string> = {
  'csv-broken': 'Raden går inte att läsa. Se efter att citattecken är stängda.',
  'column-missing': 'Kolumnen saknas.',
  'column-unknown': 'Kolumnen finns inte. Ta bort den eller rätta namnet.',
  'column-twice': 'Kolumnen finns två gånger.',
  'no-rows': 'Filen har inga rader med enheter.',
  'too-many-rows': 'Filen har för många rader. Dela den.',
  'too-many-columns': 'Filen har för många kolumner. Ta bort dem som inte hör till.',
  'row-too-long': 'Raden är för lång. Se efter att citattecken är stängda och att filen är en CSV-fil.',
  'wrong-number-of-columns': 'Raden har inte lika många kolumner som den första.',
  'value-missing': 'Uppgiften saknas.',
  'value-too-long': 'Uppgiften är för lång.',
  'not-a-day': 'Ska vara ett datum som finns, skrivet ÅÅÅÅ-MM-DD.',
  'not-an-age': 'Ska vara ett helt antal år, högst 130.',
  'not-a-contact': 'Går inte att använda som kontaktväg.',
  'not-an-hsa-id': 'Är inget HSA-id (id i den nationella katalogen för vård och omsorg). Det ser ut som SE2321000000-AB12.',
  'unknown-kind': 'Sorten finns inte.',
  'unknown-municipality': 'Kommunkoden finns inte i länet.',
  'unknown-unit': 'Enheten finns inte i registret.',
  'unit-of-other-organisation': 'Enheten hör till en annan organisation.',
  'unit-twice': 'Enheten finns på en tidigare rad.',
  'hsa-id-never-changes': 'En enhet byter aldrig HSA-id.',
  'ages-backwards': 'Den högsta åldern är lägre än den lägsta.',
  'closed-already': 'Enheten har redan upphört.',
  'not-after-last-change': 'Dagen är inte efter enhetens senaste ändring.',
  'day-has-passed': 'En enhet kan inte upphöra bakåt i tiden. Den sista dagen är tidigast i går.',
};

export const importChangeTexts = {
  open: 'Öppnas',
  change: (columns: readonly string[]) => `Ändras: ${columns.join(', ')}`,
  contacts: 'Kontakter och öppettider ändras',
  close: 'Upphör',
};
