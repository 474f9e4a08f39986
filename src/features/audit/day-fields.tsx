import { readDay } from '../../domain/counties/day.ts';
import { type FormError, TextField } from '../../ui/index.ts';
import { dayFaults, searchTexts as texts } from './texts.ts';

/** The days of a form as they were written. */
export type DayForm = { readonly fran?: string | undefined; readonly till?: string | undefined };

/** A form without days asks about the last thirty. */
export function withDays(form: DayForm, today: Temporal.PlainDate): { fran: string; till: string } {
  return { fran: form.fran?.trim() ?? today.subtract({ days: 29 }).toString(), till: form.till?.trim() ?? today.toString() };
}

/** What is wrong with the days, each with its field. */
export function faultsOfDays({ fran, till }: { fran: string; till: string }): FormError[] {
  return [
    ...('fault' in readDay(fran) ? [{ field: 'fran', text: dayFaults.fran }] : []),
    ...('fault' in readDay(till) ? [{ field: 'till', text: dayFaults.till }] : []),
  ];
}

/** The first and the last day. */
export function DayFields({ form, errors }: { form: { fran: string; till: string }; errors: readonly FormError[] }) {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  return (
    <>
      <TextField name="fran" label={texts.from} hint={texts.day} value={form.fran} width={10} autocomplete="off" error={errorOf('fran')} />
      <TextField name="till" label={texts.to} value={form.till} width={10} autocomplete="off" error={errorOf('till')} />
    </>
  );
}
