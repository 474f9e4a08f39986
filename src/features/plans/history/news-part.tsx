import type { Child } from 'hono/jsx';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Scope } from '../../../platform/index.ts';
import { formatDateTime, Notice } from '../../../ui/index.ts';
import type { ShownPlan } from '../show-plan.ts';
import { lookAgain, lookAgainAtOwn } from './look-again.ts';
import { newsTexts, historyTexts as texts } from './texts-history.ts';

/** What is new since the reader looked the time before, with the look noted; null where there is nothing. */
export async function newsPart(scope: Scope, plan: ShownPlan, reader: 'staff' | 'own'): Promise<Child> {
  const found = await (reader === 'own' ? lookAgainAtOwn : lookAgain)(scope, { plan: plan.id });
  if (isRefusal(found) || !found.since || found.news.length === 0) return null;
  const { goals = [], measures = [] } = plan.contents;
  const names = new Map([...goals.map(({ id, goal }) => [id, goal] as const), ...measures.map(({ id, what }) => [id, what] as const)]);
  return (
    <Notice kind="note" heading={texts.news}>
      <p class="ov-muted">{texts.since(formatDateTime(found.since))}</p>
      <ul class="govuk-list govuk-list--bullet">
        {found.news.map(({ what, ref, dropped }) => {
          const item = newsTexts[what];
          const says = item?.says({ ref, dropped, name: names.get(ref) });
          return (
            says && (
              <li>
                {item?.at && reader === 'staff' ? (
                  <a class="govuk-link" href={item.at}>
                    {says}
                  </a>
                ) : (
                  says
                )}
              </li>
            )
          );
        })}
      </ul>
    </Notice>
  );
}
