import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { notRead } from '../../access/index.ts';
import { InSwedish, ownPage } from '../own/own-page.tsx';
import { Name, Said } from '../own/own-parts.tsx';
import { ownRefusal } from '../own/own-refusal.tsx';
import { type Manner, mannerOf } from '../own/words/manner.ts';
import { ownPlanHref } from '../plan-href.ts';
import { readOwnPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { BlockList } from './block-list.tsx';
import { copyDocument } from './copy-document.ts';
import { printedPlan } from './printed-plan.ts';

async function show(c: Context<AppEnv>) {
  const found = await readOwnPlan(scopeOf(c), { id: c.req.param('id') ?? '' });
  if (isRefusal(found)) return ownRefusal(c, notRead(found, refuse('plan-not-found')), refusals);
  const { plan } = found;
  const whole = c.req.query('form') === 'hela';
  const manner = mannerOf(c);
  const { words, language } = manner;
  const t = words.print;
  const here = `${ownPlanHref(plan.id)}/utskrift`;
  return ownPage(c, {
    title: words.kinds[plan.kind],
    lead: plan.stage && words.stages[plan.stage],
    back: ownPlanHref(plan.id),
    children: (
      <>
        <p class="ov-no-print">
          {t.how}{' '}
          <a class="govuk-link" href={whole ? here : `${here}?form=hela`}>
            {whole ? t.short : t.whole}
          </a>
        </p>
        {whole ? (
          <>
            {language !== 'sv' && <p>{t.language}</p>}
            <InSwedish>
              <BlockList blocks={copyDocument(printedPlan(plan, c.var.runtime.clock.now())).blocks} />
            </InSwedish>
          </>
        ) : (
          <Short plan={plan} manner={manner} />
        )}
      </>
    ),
  });
}

/** The plan in a few plain sentences, as the person would say them. */
function Short({ plan: { texts, contents }, manner: { words, date } }: { plan: ShownPlan; manner: Manner }) {
  const t = words.print;
  const { goals = [], measures = [], duties } = contents;
  const important = texts.filter(({ part, voice, text }) => part === 'important-to-me' && voice !== 'staff' && text !== '');
  const { coordinator, followUp } = duties ?? {};
  return (
    <>
      {important.length > 0 && <h2>{t.important}</h2>}
      {important.map(({ voice, text }) => (
        <Said voice={voice}>{text}</Said>
      ))}
      {goals.length > 0 && <h2>{t.goals}</h2>}
      {goals.map(({ voice, goal }) => (
        <Said voice={voice}>{goal}</Said>
      ))}
      {measures.length > 0 && <h2>{t.doing}</h2>}
      {measures.map(({ what, who, unit_name, organisation_name, starts, target, ownPart }) => (
        <>
          <Said voice="staff">{what}</Said>
          <p>
            {`${t.by}: `}
            <Name>{[who, unit_name, organisation_name].filter(Boolean).join(', ')}</Name>
            <br />
            {words.doing.from(date(starts), date(target))}
          </p>
          {ownPart && (
            <p>
              {`${t.mine}: `}
              <Name>{ownPart}</Name>
            </p>
          )}
        </>
      ))}
      {coordinator && (
        <>
          <h2>{t.ask}</h2>
          <p>
            <Name>{coordinator.name}</Name>
            {coordinator.substitute && (
              <>
                {`. ${words.doing.substitute}: `}
                <Name>{coordinator.substitute}</Name>
              </>
            )}
          </p>
        </>
      )}
      {followUp && (
        <>
          <h2>{t.next}</h2>
          <p>{t.nextOn(date(followUp))}</p>
        </>
      )}
      <p>{t.change}</p>
    </>
  );
}

/** What the individual's own plan says now, to print: in short in their language, or all of it. */
export const ownPrintPage = new Hono<AppEnv>().get('/min-plan/:id/utskrift', show);
