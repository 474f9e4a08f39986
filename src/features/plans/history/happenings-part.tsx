import { formatDateTime, Table } from '../../../ui/index.ts';
import { Marked } from '../own/own-parts.tsx';
import { happenedIn } from '../own/words/happened/happened-in.ts';
import type { Manner } from '../own/words/manner.ts';
import type { ShownPlan } from '../show-plan.ts';
import { namesIn, namesOf, toldOf } from './names.ts';
import type { Happenings } from './read-happenings.ts';
import { happeningTexts } from './texts-happenings.ts';
import { historyTexts as texts } from './texts-history.ts';

/** What has happened and how it is shown; `here` is the page, and `paged`: not the first of them. */
type Shown = { readonly plan: ShownPlan; readonly happenings: Happenings; readonly here: string; readonly paged: boolean };

/** All that has happened in a plan, for staff: when, what, and in which unit it was done. */
export function HappeningList({ plan, happenings: { rows, next }, here, paged }: Shown) {
  const names = namesIn(plan);
  return (
    <section>
      <h2 id="allt">{texts.all}</h2>
      <p class="ov-muted">{texts.allLead}</p>
      {rows.length === 0 ? (
        <p>{texts.nothing}</p>
      ) : (
        <Table
          caption={texts.all}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={rows.map((one) => [formatDateTime(one.at), happeningTexts[one.what](toldOf(one, names)), one.in_unit ?? ''])}
        />
      )}
      <Pager next={next} here={here} paged={paged} older={texts.older} latest={texts.latest} />
    </section>
  );
}

/** The same for the individual, in their language. */
export function OwnHappeningList({ plan, happenings: { rows, next }, here, paged, manner }: Shown & { manner: Manner }) {
  const [words, names] = [happenedIn[manner.language], namesIn(plan)];
  return (
    <section>
      <h2 id="allt">{words.all}</h2>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="govuk-list">
          {rows.map((one) => (
            <li>
              <span class="ov-muted">{manner.dateTime(one.at)}</span>
              <br />
              <Marked text={words.of[one.what](toldOf(one, names))} names={namesOf(toldOf(one, names))} />
            </li>
          ))}
        </ul>
      )}
      <Pager next={next} here={here} paged={paged} older={words.older} latest={words.latest} />
    </section>
  );
}

function Pager(one: { next: string | undefined; here: string; paged: boolean; older: string; latest: string }) {
  const { next, here, paged, older, latest } = one;
  return (
    <>
      {next && (
        <p>
          <a class="govuk-link" href={`${here}?fore=${encodeURIComponent(next)}#allt`}>
            {older}
          </a>
        </p>
      )}
      {paged && (
        <p>
          <a class="govuk-link" href={`${here}#allt`}>
            {latest}
          </a>
        </p>
      )}
    </>
  );
}
