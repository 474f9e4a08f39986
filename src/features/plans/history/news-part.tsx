import type { Child } from 'hono/jsx';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Scope } from '../../../platform/index.ts';
import { formatDateTime, Notice } from '../../../ui/index.ts';
import { Marked } from '../own/own-parts.tsx';
import { happenedIn } from '../own/words/happened/happened-in.ts';
import type { Manner } from '../own/words/manner.ts';
import type { ShownPlan } from '../show-plan.ts';
import { lookAgain, lookAgainAtOwn, type News } from './look-again.ts';
import { namesIn, namesOf, toldOf } from './names.ts';
import { happeningPlaces, happeningTexts } from './texts-happenings.ts';
import { historyTexts as texts } from './texts-history.ts';

/** What is new since a reader of the staff looked the time before, with the look noted; null where there is nothing. */
export async function newsPart(scope: Scope, plan: ShownPlan): Promise<Child> {
  const found = await lookAgain(scope, { plan: plan.id });
  if (isRefusal(found) || !found.since || found.news.length === 0) return null;
  const names = namesIn(plan);
  return (
    <Notice kind="note" heading={texts.news}>
      <p class="ov-muted">{texts.since(formatDateTime(found.since))}</p>
      <ul class="govuk-list govuk-list--bullet">
        {saidOnce(found, (one) => ({ says: happeningTexts[one.what](toldOf(one, names)), at: happeningPlaces[one.what] })).map(
          ({ says, at, times }) => (
            <li>
              {at ? (
                <a class="govuk-link" href={at}>
                  {says}
                </a>
              ) : (
                says
              )}
              {times > 1 && ` ${texts.times(times)}`}
            </li>
          ),
        )}
      </ul>
    </Notice>
  );
}

/** The same for the individual, of their own plan, in their language. */
export async function ownNewsPart(scope: Scope, plan: ShownPlan, { language, dateTime }: Manner): Promise<Child> {
  const found = await lookAgainAtOwn(scope, { plan: plan.id });
  if (isRefusal(found) || !found.since || found.news.length === 0) return null;
  const [words, names] = [happenedIn[language], namesIn(plan)];
  return (
    <Notice kind="note" heading={words.news}>
      <p class="ov-muted">{words.since(dateTime(found.since))}</p>
      <ul class="govuk-list govuk-list--bullet">
        {saidOnce(found, (one) => {
          const told = toldOf(one, names);
          return { says: words.of[one.what](told), at: undefined, within: namesOf(told) };
        }).map(({ says, within = [], times }) => (
          <li>
            <Marked text={says} names={within} />
            {times > 1 && ` (${times})`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type Line = { readonly says: string; readonly at: string | undefined; readonly within?: readonly string[] };

/** The lines of what is new: those that say the same stand once, with how many they are. */
function saidOnce({ news }: News, line: (one: News['news'][number]) => Line): (Line & { readonly times: number })[] {
  const lines = new Map<string, Line & { times: number }>();
  for (const one of news) {
    const said = line(one);
    lines.set(said.says, { ...said, times: (lines.get(said.says)?.times ?? 0) + 1 });
  }
  return [...lines.values()];
}
