import { Button } from '../components/button.tsx';
import { Details, Notice } from '../components/notices.tsx';
import { formatDate } from '../formats.ts';
import { dayTexts } from '../texts.ts';
import { TextField } from './inputs.tsx';

/** The day that a page is asked about, as the request says it. Days are ISO dates. */
export type AskedDay = {
  /** The day to answer for; undefined is today, also when what was written is no day. */
  readonly on: string | undefined;
  /** What links take along: the day when it is not today. */
  readonly kept: string | undefined;
  readonly today: string;
  /** What was written. */
  readonly typed: string | undefined;
  /** What is wrong with what was written. */
  readonly error: string | undefined;
};

/** The field of a day in a form that has others too. Empty is today. */
export function DayField({ day, hint }: { day: AskedDay; hint?: string }) {
  return (
    <TextField name="datum" label={dayTexts.label} hint={hint} width={10} value={day.typed ?? day.on ?? day.today} error={day.error} />
  );
}

/** Today, when the day has not come: for a status, which is then what has been decided so far. */
export function decidedOn({ on, today }: Pick<AskedDay, 'on' | 'today'>): string | undefined {
  return on !== undefined && on > today ? today : undefined;
}

/** The faults of the field, for the summary at the top of the page. */
export function dayErrors({ error }: AskedDay): { field: string; text: string }[] {
  return error === undefined ? [] : [{ field: 'datum', text: error }];
}

/**
 * Which day the page shows, and the way to ask for another: a form of one field that is sent to the page itself, with the other
 * choices of its address (`keep`). Folded away under the day, unless what was written is no day.
 */
export function DayForm({ action, day, keep = [] }: { action: string; day: AskedDay; keep?: readonly (readonly [string, string])[] }) {
  const shown = formatDate(day.on ?? day.today);
  return (
    <div class="ov-no-print">
      <Details
        summary={`${day.kept === undefined ? dayTexts.today(shown) : dayTexts.other(shown)} ${dayTexts.another}`}
        open={day.error !== undefined}
      >
        <form method="get" action={action} aria-label={dayTexts.another}>
          {keep.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <DayField day={day} hint={dayTexts.hint} />
          <Button kind="secondary">{dayTexts.submit}</Button>
        </form>
      </Details>
    </div>
  );
}

/** Of a day that has not come: that what is shown is what has been decided so far. Nothing for today and days that have been. */
export function DayProviso({ day }: { day: AskedDay }) {
  const { on } = day;
  if (on === undefined || decidedOn(day) === undefined) return null;
  return (
    <Notice kind="unknown" heading={dayTexts.future.heading}>
      <p>{dayTexts.future.text(formatDate(on))}</p>
    </Notice>
  );
}
