import type { Child } from 'hono/jsx';
import { Button } from '../components/button.tsx';
import { texts } from '../texts.ts';

export type FilterPanelProps = {
  /** Where the choices are sent, with GET: a filtered list has an address that can be shared. */
  action: string;
  /** The address without filters; shown when something is filtered. */
  resetHref?: string | undefined;
  legend?: string | undefined;
  submit?: string | undefined;
  /** Also unfolded when nothing is filtered, for example when a field has a fault. */
  open?: boolean | undefined;
  /** The fields, for example SelectField and CheckboxField with `small`. */
  children?: Child;
};

/**
 * Narrows a list. A plain form: nothing happens before the button is pressed. On a phone it is folded away under its
 * legend, unless something is filtered; on a wide screen it is always open.
 */
export function FilterPanel({
  action,
  resetHref,
  legend = texts.filter.legend,
  submit = texts.filter.submit,
  open = false,
  children,
}: FilterPanelProps) {
  return (
    <details class="ov-filter" open={open || Boolean(resetHref)}>
      <summary class="ov-filter__summary">{legend}</summary>
      <form class="ov-filter__form" method="get" action={action} aria-label={legend}>
        <div class="ov-filter__fields">{children}</div>
        <div class="ov-filter__actions">
          <Button kind="secondary">{submit}</Button>
          {resetHref && (
            <a class="govuk-link" href={resetHref}>
              {texts.filter.reset}
            </a>
          )}
        </div>
      </form>
    </details>
  );
}

/** One wide field and its button. */
export function SearchForm(props: {
  action: string;
  name?: string;
  label: string;
  value?: string | undefined;
  submit?: string;
  children?: Child;
}) {
  const name = props.name ?? 'q';
  return (
    <search>
      <form class="ov-search" method="get" action={props.action}>
        <label class="govuk-label govuk-label--s" for={name}>
          {props.label}
        </label>
        <div class="ov-search__row">
          <input class="govuk-input" id={name} name={name} type="search" value={props.value} autocomplete="off" enterkeyhint="search" />
          <Button>{props.submit ?? 'Sök'}</Button>
        </div>
        {props.children}
      </form>
    </search>
  );
}
