import type { Child } from 'hono/jsx';
import type { Basis } from '../../domain/counties/ids.ts';
import { BasisChip } from './basis-chip.tsx';

export type SourceLineProps = {
  /** Agreement, version and section, or the law: what the link says. */
  label: string;
  href: string;
  basis?: Basis | undefined;
  /** A quiet word after the link, for example a StatusTag or `Gäller i dag`. */
  after?: Child;
};

/** One quiet line under an answer: on what ground, always a link. */
export function SourceLine({ label, href, basis, after }: SourceLineProps) {
  return (
    <p class="ov-source">
      {basis && <BasisChip basis={basis} />}
      <a class="govuk-link" href={href}>
        {label}
      </a>
      {after && <span class="ov-source__after">{after}</span>}
    </p>
  );
}
