import { Button, CheckboxField, type FormError, SelectField, TextField } from '../../ui/index.ts';
import { actOptions } from './act-texts.ts';
import { DayFields } from './day-fields.tsx';
import type { LogSearch } from './log-search.ts';
import { searchTexts as texts } from './texts.ts';

/** The search form as it was sent. */
export type LogForm = {
  readonly person: string;
  readonly anvandare: string;
  readonly enhet: string;
  readonly fran: string;
  readonly till: string;
  readonly utfall: string;
  readonly handling: string;
  readonly granskning: string;
};

const FIELDS = ['person', 'anvandare', 'enhet', 'utfall', 'handling', 'granskning'] as const;

/** The form of what was sent: what is missing is empty. */
export function logForm(sent: Readonly<Record<string, string>>, days: { fran: string; till: string }): LogForm {
  return {
    ...(Object.fromEntries(FIELDS.map((name) => [name, sent[name]?.trim() ?? ''])) as Record<(typeof FIELDS)[number], string>),
    ...days,
  };
}

/** The form as a question to the log. */
export function searchOf({ person, anvandare, enhet, fran, till, utfall, handling, granskning }: LogForm): LogSearch {
  return {
    person,
    user: anvandare,
    from: fran,
    to: till,
    reviews: granskning === 'ja',
    ...(enhet ? { unit: enhet } : {}),
    ...(utfall === 'allowed' || utfall === 'refused' ? { outcome: utfall } : {}),
    ...(handling ? { act: handling } : {}),
  };
}

/** The search again, unseen, for the next page and the file: what is looked for never stands in an address. */
export function HiddenSearch({ form }: { form: LogForm }) {
  return (
    <>
      {Object.entries(form).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** What the log is asked: a person, a user, a unit, days, an outcome, an act. Sent in the form, never in the address. */
export function LogSearchForm({
  form,
  units,
  errors,
}: {
  form: LogForm;
  units: readonly { readonly id: string; readonly name: string }[];
  errors: readonly FormError[];
}) {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  const outcomes = (['allowed', 'refused'] as const).map((value) => ({ value, label: texts.outcomes[value] }));
  return (
    <form class="ov-filter__form" method="post" action="/logg" aria-label={texts.form}>
      <div class="ov-filter__fields">
        <TextField
          name="person"
          label={texts.person}
          hint={texts.personHint}
          value={form.person}
          autocomplete="off"
          maxlength={40}
          error={errorOf('person')}
        />
        <TextField
          name="anvandare"
          label={texts.user}
          hint={texts.userHint}
          value={form.anvandare}
          autocomplete="off"
          maxlength={100}
          error={errorOf('anvandare')}
        />
        <SelectField
          name="enhet"
          label={texts.unit}
          empty={texts.all}
          value={form.enhet}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField name="handling" label={texts.act} empty={texts.all} value={form.handling} options={actOptions} />
        <SelectField name="utfall" label={texts.outcome} empty={texts.all} value={form.utfall} options={outcomes} />
        <DayFields form={form} errors={errors} />
      </div>
      <CheckboxField
        name="granskning"
        label={texts.reviewsLegend}
        small
        options={[{ value: 'ja', label: texts.reviews }]}
        values={form.granskning === 'ja' ? ['ja'] : []}
      />
      <div class="ov-filter__actions">
        <Button>{texts.submit}</Button>
      </div>
    </form>
  );
}
