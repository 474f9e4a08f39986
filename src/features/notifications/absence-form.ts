import { readDay } from '../../domain/counties/day.ts';
import { settingsTexts as texts } from './texts.ts';

/** What the form about being away sent. */
export type AbsenceForm = { readonly forsta?: string; readonly sista?: string; readonly ersattare?: string };

/** What is wrong with the days of the form, each with the field it is in; whether they fit together is for the use-case. */
export function absenceFaults({ forsta = '', sista = '' }: AbsenceForm): { field: string; text: string }[] {
  const faults = [];
  if ('fault' in readDay(forsta.trim())) faults.push({ field: 'forsta', text: texts.dayFault.first });
  if ('fault' in readDay(sista.trim())) faults.push({ field: 'sista', text: texts.dayFault.last });
  return faults;
}
