import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { DayForm, DayProviso, dayErrors, FilterPanel, Notice, onDay, Page, SelectField } from '../../ui/index.ts';
import { TaskTable } from '../agreements/index.ts';
import { askedDay, readCounties, shellOf } from '../counties/index.ts';
import { readTasks } from './read-follow-ups.ts';
import { listTexts as texts } from './texts.ts';

const GROUPS = ['overdue', 'soon', 'unknown', 'due'] as const;

async function list(c: Context<AppEnv>) {
  const day = askedDay(c);
  const counties = await readCounties(scopeOf(c), {});
  if (isRefusal(counties)) return c.notFound();
  const county = counties.find(({ code }) => code === c.req.query('lan'))?.code;
  const found = await readTasks(scopeOf(c), { county, on: day.on });
  if (isRefusal(found)) return c.notFound();
  const { tasks } = found;
  const bodies = new Map(counties.flatMap((one) => one.bodies.map(({ id, name }) => [id, name] as const)));
  const of = (state: string) => tasks.filter(({ reading }) => reading.state === state);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      lead={texts.lead(of('overdue').length, of('soon').length)}
      nav="avtal"
      wide
      errors={dayErrors(day)}
    >
      <DayForm action="/uppfoljning" day={day} keep={county === undefined ? [] : [['lan', county]]} />
      <DayProviso day={day} />
      <FilterPanel action="/uppfoljning" resetHref={county === undefined ? undefined : onDay('/uppfoljning', day.kept)}>
        {day.kept !== undefined && <input type="hidden" name="datum" value={day.kept} />}
        <SelectField
          name="lan"
          label={texts.county.label}
          empty={texts.county.all}
          value={county}
          options={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </FilterPanel>
      <p class="ov-muted">{[texts.how, texts.overdueMeans].join(' ')}</p>
      {tasks.length === 0 && (
        <Notice kind="empty" heading={texts.empty.heading}>
          {texts.empty.text}
        </Notice>
      )}
      {GROUPS.map(
        (state) => of(state).length > 0 && <TaskTable caption={texts.groups[state]} tasks={of(state)} bodies={bodies} asked={day.kept} />,
      )}
      {of('unknown').length > 0 && <p class="ov-muted">{texts.unknownMeans}</p>}
    </Page>,
  );
}

/** What is to be followed up, evaluated and revised, in all agreements: what is late first. */
export const followUpsPage = new Hono<AppEnv>().get('/uppfoljning', list);
