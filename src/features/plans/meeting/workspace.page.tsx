import type { Context, Hono } from 'hono';
import { PREPARATION_PARTS, preparationParts } from '../../../domain/plans/parts.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { Fold, formatDates, formatDateTime, NotificationBanner, SummaryList } from '../../../ui/index.ts';
import { LiveStart } from '../../drafts/index.ts';
import { actPage, given } from '../../forms/index.ts';
import { Told } from '../calling/calling-part.tsx';
import { presenceTexts, stateTexts, callingTexts as words } from '../calling/texts-calling.ts';
import { Doer, GoalWords } from '../contents/contents-parts.tsx';
import { contentsTexts } from '../contents/texts-contents.ts';
import { planHref } from '../plan-href.ts';
import { WrittenText } from '../preparation-part.tsx';
import { readPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { partTexts, planKindTexts, voiceTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { readNotes, saveNotes } from './notes.ts';
import { notesLiveTexts, workspaceTexts as texts } from './texts-meeting.ts';

/** Where the workspace of a plan's meeting is. */
export const workspaceHref = (plan: string) => `${planHref(plan)}/mote/arbetsyta`;

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const SAVED: Readonly<Record<string, string>> = { sparat: texts.saved, bada: texts.both };

/**
 * What those at a meeting have before them on one screen: the person's words first, then what the meeting is about, who is there, goals and measures, and the notes,
 * in which several write at the same time. Without script it is an ordinary form, and what others wrote meanwhile stays beside what it says.
 */
export const workspacePage: Hono<AppEnv> = actPage({
  path: '/planer/:id/mote/arbetsyta',
  permission: 'plans.write-notes',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const plan = await readPlan(scopeOf(c), idOf(c));
    const notes = isRefusal(plan) ? undefined : await readNotes(scopeOf(c), { plan: plan.id });
    if (isRefusal(plan) || !notes || isRefusal(notes)) return undefined;
    const back = `${planHref(plan.id)}#mote`;
    return {
      ...{ title: texts.title, lead: texts.lead, caption: planKindTexts[plan.kind], submit: texts.submit, back },
      fields: [{ kind: 'lines', name: 'lines', label: texts.notes, hint: texts.notesHint, rows: 12, optional: true }],
      initial: given({ lines: notes.lines }),
      hidden: { meeting: notes.meeting, seen: String(notes.number) },
      before: (
        <>
          <Before plan={plan} saved={SAVED[c.req.query('klart') ?? '']} />
          <LiveStart c={c} back={back} texts={notesLiveTexts} copy={false} />
        </>
      ),
    };
  },
  run: async (c, values) => {
    const done = await saveNotes(scopeOf(c), {
      ...{ plan: idOf(c), key: values.one('key'), meeting: values.one('meeting'), seen: Number(values.one('seen')) },
      lines: values.one('lines'),
    });
    return isRefusal(done) ? done : { next: `${workspaceHref(idOf(c))}?klart=${done.merged ? 'bada' : 'sparat'}` };
  },
});

function Before({ plan, saved }: { plan: ShownPlan; saved: string | undefined }) {
  const { id, calling, contents, abilities } = plan;
  const here = planHref(id);
  return (
    <>
      {saved && <NotificationBanner success>{saved}</NotificationBanner>}
      <h2 id="ord">{texts.words}</h2>
      <OwnWords plan={plan} />
      {calling.told && (
        <Fold id="handlar-om" heading={texts.agenda}>
          <Told told={calling.told} />
        </Fold>
      )}
      <Fold id="narvaro" heading={texts.attendance}>
        <Attendance plan={plan} />
        {abilities.call && (
          <p>
            <a class="govuk-link" href={`${here}/mote/var-med`}>
              {texts.noteAttendance}
            </a>
          </p>
        )}
      </Fold>
      {contents.goals && (
        <Fold id="mal" heading={texts.goals} says={String(contents.goals.length)}>
          {contents.goals.length === 0 && <p>{texts.noGoals}</p>}
          <SummaryList
            rows={contents.goals.map(({ goal, sign, voice, horizon }) => ({
              label: contentsTexts.horizons[horizon],
              value: <GoalWords goal={goal} sign={sign} voice={voiceTexts[voice]} />,
            }))}
          />
          <Add may={abilities['write-goal']} href={`${here}/mal/nytt`} label={texts.addGoal} />
        </Fold>
      )}
      {contents.measures && (
        <Fold id="insatser" heading={texts.measures} says={String(contents.measures.length)}>
          {contents.measures.length === 0 && <p>{texts.noMeasures}</p>}
          <SummaryList
            rows={contents.measures.map((one) => ({
              label: one.what,
              value: (
                <>
                  <Doer measure={one} />
                  <p>{formatDates(one.starts, one.target)}</p>
                </>
              ),
            }))}
          />
          <Add may={abilities['write-measure']} href={`${here}/insats/ny`} label={texts.addMeasure} />
        </Fold>
      )}
    </>
  );
}

function Add({ may, href, label }: { may: boolean; href: string; label: string }) {
  if (!may) return null;
  return (
    <p>
      <a class="govuk-link" href={href}>
        {label}
      </a>
    </p>
  );
}

/** What the person has said, in the order of the questions; what nobody is to take up is not on a screen that all see. */
function OwnWords({ plan: { texts: written } }: { plan: ShownPlan }) {
  const rows = PREPARATION_PARTS.filter((part) => preparationParts[part].ofPerson && !UNSHOWN.has(part)).flatMap((part) => {
    const said = written.filter((one) => one.part === part && one.voice !== 'staff');
    return said.length > 0 ? [{ label: partTexts[part].label, value: said.map((one) => <WrittenText text={one} />) }] : [];
  });
  return rows.length > 0 ? <SummaryList rows={rows} /> : <p>{texts.noWords}</p>;
}

const UNSHOWN: ReadonlySet<string> = new Set(['not-wanted-there', 'not-to-be-said']);

function Attendance({ plan: { calling } }: { plan: ShownPlan }) {
  const meeting = calling.meetings?.at(-1);
  return (
    <SummaryList
      rows={[
        ...(meeting ? [{ label: words.when, value: formatDateTime(meeting.startsAt) }] : []),
        ...(meeting?.attendance ?? []).map(({ who, presence }) => ({ label: words[who], value: presenceTexts[presence] })),
        ...calling.summonses
          .filter(({ state }) => state !== 'forwarded')
          .map(({ unit, name, state, presence }) => ({
            label: unit ? `${unit.name}, ${unit.organisation}` : (name ?? ''),
            value: presence ? presenceTexts[presence] : stateTexts[state],
          })),
      ]}
    />
  );
}
