import { ownPlanHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { copiesHref } from './copies-part.tsx';
import { copyTexts as texts } from './texts-copies.ts';

/** Where the individual saves their plan, sees who else has got it, and prints it. */
export function OwnCopies({ plan: { id, established } }: { plan: ShownPlan }) {
  const here = ownPlanHref(id);
  return (
    <>
      <h2 id="spara">{texts.ownTitle}</h2>
      {established && (
        <p>
          <a class="govuk-link" href={copiesHref(here)}>
            {texts.ownLink}
          </a>
        </p>
      )}
      <p>
        <a class="govuk-link" href={`${here}/utskrift`}>
          {texts.printOwn}
        </a>
      </p>
    </>
  );
}
