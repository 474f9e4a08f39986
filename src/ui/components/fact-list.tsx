import { texts } from '../texts.ts';

export type FactListProps = {
  /** The facts of the situation, in the reader's words: `45 år`, `alkohol`, `lindrig abstinens`. */
  facts: readonly string[];
  /** What a screen reader says before them. */
  label: string;
  changeHref?: string | undefined;
};

/** The situation in one line, with the way to change it. */
export function FactList({ facts, label, changeHref }: FactListProps) {
  return (
    <div class="ov-factline">
      <ul class="ov-factline__list" aria-label={label}>
        {facts.map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      {changeHref && (
        <a class="govuk-link ov-factline__change" href={changeHref}>
          {texts.change}
          <span class="govuk-visually-hidden"> {label.toLowerCase()}</span>
        </a>
      )}
    </div>
  );
}
