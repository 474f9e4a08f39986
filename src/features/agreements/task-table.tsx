import type { Child } from 'hono/jsx';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { FollowUpTask } from '../../domain/follow-ups/tasks.ts';
import { formatDate, formatList, formatPeriod, onDay, Table } from '../../ui/index.ts';
import { taskTexts } from './page-texts.ts';
import { cadenceKindLabels, cadenceStateLabels } from './texts.ts';

/** A task with the agreement that it is of. */
export type TaskRow = FollowUpTask & { readonly agreement: Pick<AgreementFile, 'slug' | 'short'> };

type Props = {
  caption: string;
  captionHidden?: boolean;
  tasks: readonly TaskRow[];
  /** What the joint bodies are called. */
  bodies: ReadonlyMap<string, string>;
  /** The day that was asked about when it is not today, for the links. */
  asked?: string | undefined;
  /** Is every task of the same agreement, so that it need not be named? */
  ofOne?: boolean;
  /** What may be done. */
  action?: (task: TaskRow) => Child;
};

/** What is to be followed up, evaluated and revised: what, when and how that stands, by whom, how often. What may be done stands with what. */
export function TaskTable({ caption, captionHidden = false, tasks, bodies, asked, ofOne = false, action }: Props) {
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      columns={taskTexts.columns.map((label) => ({ label }))}
      rows={tasks.map((task) => [
        <>
          {cadenceKindLabels[task.cadence.kind]}
          {!ofOne && (
            <>
              :{' '}
              <a class="govuk-link" href={onDay(`/avtal/${task.agreement.slug}/uppfoljning`, asked)}>
                {task.agreement.short}
              </a>
            </>
          )}
          {action && (
            <>
              <br />
              {action(task)}
            </>
          )}
        </>,
        <>
          <strong>{cadenceStateLabels[task.reading.state]}.</strong> {whenOf(task)}
        </>,
        whoOf(task, bodies),
        task.cadence.strength === 'at-least' ? taskTexts.atLeast(formatPeriod(task.cadence.every)) : formatPeriod(task.cadence.every),
      ])}
    />
  );
}

/** Who is to do it, by the name of the body, or the parties. */
function whoOf({ responsible }: Pick<FollowUpTask, 'responsible'>, bodies: ReadonlyMap<string, string>): string {
  const named = responsible.bodies.map((body) => bodies.get(body) ?? body);
  return formatList([...named, ...(responsible.parties ? [taskTexts.parties] : [])]);
}

function whenOf({ reading: { missed, next, outcomes } }: Pick<FollowUpTask, 'reading'>): string {
  if (missed) return [taskTexts.missed(missed), ...(next ? [taskTexts.next(next)] : [])].join(' ');
  if (next) return taskTexts.by(next);
  return outcomes.map(({ lastDay, missed: late, next: coming }) => taskTexts.depends(formatDate(lastDay), late ?? coming)).join(' ');
}
