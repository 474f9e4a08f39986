import { type Task, TaskList } from '../../ui/index.ts';
import { type DraftReading, draftHref } from './parts.tsx';
import { draftTexts as texts } from './texts.ts';
import { decisionTexts } from './texts-decision.ts';
import { nextTexts } from './texts-next.ts';
import { remarkTexts } from './texts-remarks.ts';

/** What is left to do with a working copy, in the order it is usually done, each with the way there. */
export function NextSteps({ reading }: { reading: DraftReading }) {
  const { row, process } = reading;
  const here = draftHref(row.id);
  return (
    <>
      <h2 class="govuk-heading-m">{nextTexts.heading}</h2>
      <TaskList id="nasta-steg" tasks={stepsFor(reading, here)} />
      <p>
        {process.state === 'published' ? (
          <a class="govuk-link" href={`/avtal/${row.slug}?version=${encodeURIComponent(row.label)}`}>
            {decisionTexts.read}
          </a>
        ) : (
          <a class="govuk-link" href={`${here}/text`}>
            {texts.read}
          </a>
        )}
      </p>
    </>
  );
}

function stepsFor(reading: DraftReading, here: string): Task[] {
  if (reading.process.state === 'writing') return writing(reading, here);
  return reading.process.state === 'abandoned' ? [] : decided(reading, here);
}

function writing(reading: DraftReading, here: string): Task[] {
  const { abilities, approvals, openRemarks, rounds } = reading;
  const left = [...approvals].filter(([, by]) => by.size < 2).length;
  const open = rounds.filter(({ closedOn }) => !closedOn);
  const [first] = open;
  const mayWrite = abilities.has('drafts.write');
  return [
    ...(reading.row.kind === 'local' ? [{ title: nextTexts.local, href: `${here}/sa-gor-vi`, state: 'doing' as const }] : []),
    { title: nextTexts.write, hint: nextTexts.writeHint, href: `#${nextTexts.ids.sections}`, state: approvals.size > 0 ? 'doing' : 'todo' },
    remarks(openRemarks, here),
    {
      title: first ? nextTexts.followRound : nextTexts.consult,
      hint: open.length > 0 ? nextTexts.consultOpen(open.length) : nextTexts.consultHint,
      href: first ? `/remisser/${first.id}` : mayWrite ? `${here}/remiss` : undefined,
      state: open.length > 0 ? 'doing' : rounds.length > 0 ? 'done' : 'todo',
    },
    {
      title: nextTexts.approve,
      hint: left > 0 ? nextTexts.approveLeft(left) : undefined,
      href: left > 0 ? `#${nextTexts.ids.sections}` : undefined,
      state: left > 0 ? 'left' : approvals.size > 0 ? 'done' : 'todo',
    },
    { title: texts.toDecision, hint: nextTexts.gatesHint, href: `${here}/fore-beslut`, state: 'left' },
    { title: texts.decision, hint: nextTexts.decisionHint, href: `${here}/beslut`, state: 'blocked' },
  ];
}

function decided({ process, openRemarks }: DraftReading, here: string): Task[] {
  const isDone = process.state !== 'deciding';
  return [
    remarks(openRemarks, here),
    { title: texts.toDecision, href: `${here}/fore-beslut`, state: 'done' },
    {
      title: texts.decision,
      hint: process.state === 'deciding' ? nextTexts.deciding : process.state === 'decided' ? nextTexts.publish : undefined,
      href: `${here}/beslut`,
      state: isDone && process.state !== 'decided' ? 'done' : 'doing',
    },
  ];
}

function remarks(open: DraftReading['openRemarks'], here: string): Task {
  return {
    title: remarkTexts.open(open),
    href: `${here}/kommentarer`,
    state: open.comments + open.suggestions > 0 ? 'left' : 'done',
  };
}
