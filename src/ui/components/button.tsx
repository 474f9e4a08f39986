import type { Child } from 'hono/jsx';

type Kind = 'primary' | 'secondary' | 'quiet' | 'warning';
const CLASSES: Record<Kind, string> = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  quiet: 'ov-button-quiet',
  warning: 'govuk-button govuk-button--warning',
};

/** Submits its form. One primary action a page; `secondary` and `quiet` for the rest. `name` and `value` are sent when pressed. */
export function Button(props: {
  kind?: Kind;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean;
  children?: Child;
}) {
  return (
    <button type="submit" class={CLASSES[props.kind ?? 'primary']} name={props.name} value={props.value} disabled={props.disabled}>
      {props.children}
    </button>
  );
}

/** Goes somewhere but looks like a button. A link: it changes nothing. `newTab`: what is on the page has to stay; the words say that it opens there. */
export function ButtonLink(props: { href: string; kind?: Kind; newTab?: boolean; children?: Child }) {
  const beside = props.newTab ? { target: '_blank', rel: 'noopener' } : {};
  return (
    <a href={props.href} class={CLASSES[props.kind ?? 'primary']} draggable={false} {...beside}>
      {props.children}
    </a>
  );
}

/** Buttons side by side, stacked on a phone. */
export function ButtonGroup({ children }: { children?: Child }) {
  return <div class="govuk-button-group">{children}</div>;
}
