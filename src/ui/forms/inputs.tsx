import { texts } from '../texts.ts';
import { Field, type FieldBase } from './field.tsx';

export type TextFieldProps = FieldBase & {
  value?: string | undefined;
  type?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'date' | undefined;
  inputmode?: 'numeric' | 'decimal' | undefined;
  autocomplete?: string | undefined;
  /** Width in characters. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined;
  prefix?: string | undefined;
  suffix?: string | undefined;
  maxlength?: number | undefined;
};

/** One line of text, a number (`inputmode`), or a date (`type="date"`). */
export function TextField({ value, type, inputmode, autocomplete, width, prefix, suffix, maxlength, ...field }: TextFieldProps) {
  const affix = (text: string, side: 'prefix' | 'suffix') => (
    <div class={`govuk-input__${side}`} aria-hidden="true">
      {text}
    </div>
  );
  return (
    <Field
      {...field}
      control={(wiring) => {
        const input = (
          <input
            {...wiring}
            class={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${field.error ? ' govuk-input--error' : ''}`}
            type={type ?? 'text'}
            value={value}
            inputmode={inputmode}
            autocomplete={autocomplete}
            maxlength={maxlength}
            spellcheck={inputmode ? false : undefined}
          />
        );
        if (!prefix && !suffix) return input;
        return (
          <div class="govuk-input__wrapper">
            {prefix && affix(prefix, 'prefix')}
            {input}
            {suffix && affix(suffix, 'suffix')}
          </div>
        );
      }}
    />
  );
}

/** Several lines of text. */
export function TextArea({
  value,
  rows = 5,
  maxlength,
  ...field
}: FieldBase & { value?: string | undefined; rows?: number; maxlength?: number }) {
  return (
    <Field
      {...field}
      control={(wiring) => (
        <textarea
          {...wiring}
          class={field.error ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
          rows={rows}
          maxlength={maxlength}
          dir="auto"
        >
          {value ?? ''}
        </textarea>
      )}
    />
  );
}

/** A file of one's own to send; the form around it is `multipart/form-data`. `accept`: kinds of file to offer first. */
export function FileField({ accept, ...field }: FieldBase & { accept: string }) {
  return <Field {...field} control={(wiring) => <input {...wiring} class="govuk-file-upload" type="file" accept={accept} />} />;
}

export type SelectOption = { readonly value: string; readonly label: string; readonly lang?: 'sv' | undefined };
export type SelectFieldProps = FieldBase & {
  options: readonly (SelectOption | { readonly group: string; readonly options: readonly SelectOption[] })[];
  value?: string | undefined;
  /** The first, empty choice. `false` leaves it out. */
  empty?: string | false | undefined;
};

/** One of many known things, for example a municipality. For few things radios are easier. */
export function SelectField({ options, value, empty, ...field }: SelectFieldProps) {
  const one = (option: SelectOption) => (
    <option value={option.value} selected={option.value === value} lang={option.lang} dir={option.lang && 'auto'}>
      {option.label}
    </option>
  );
  return (
    <Field
      {...field}
      control={(wiring) => (
        <select {...wiring} class={field.error ? 'govuk-select govuk-select--error' : 'govuk-select'}>
          {empty !== false && <option value="">{empty ?? texts.form.choose}</option>}
          {options.map((option) => ('group' in option ? <optgroup label={option.group}>{option.options.map(one)}</optgroup> : one(option)))}
        </select>
      )}
    />
  );
}
