import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { notRead } from '../../access/index.ts';
import { ownPage } from '../own/own-page.tsx';
import { Name } from '../own/own-parts.tsx';
import { ownRefusal } from '../own/own-refusal.tsx';
import { type Manner, mannerOf } from '../own/words/manner.ts';
import { ownPlanHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { copiesHref, copyHref } from './copies-part.tsx';
import { readOwnCopies, type ShownCopy } from './read-copies.ts';

/** Where the individual saves their plan, sees who else has got it, and prints it. */
export function OwnCopies({ plan: { id, established }, manner: { words } }: { plan: ShownPlan; manner: Manner }) {
  const t = words.copies;
  const here = ownPlanHref(id);
  return (
    <section aria-labelledby="spara">
      <h2 id="spara">{t.title}</h2>
      {established && (
        <p>
          <a class="govuk-link" href={copiesHref(here)}>
            {t.link}
          </a>
        </p>
      )}
      <p>
        <a class="govuk-link" href={`${here}/utskrift`}>
          {t.print}
        </a>
      </p>
    </section>
  );
}

async function show(c: Context<AppEnv>) {
  const plan = c.req.param('id') ?? '';
  const found = await readOwnCopies(scopeOf(c), { plan });
  if (isRefusal(found)) return ownRefusal(c, notRead(found, refuse('plan-not-found')), refusals);
  const manner = mannerOf(c);
  const t = manner.words.copies;
  const mine = found.copies.find((copy) => copy.receiver === 'individual' && copy.abilities.open);
  const here = mine && copyHref(ownPlanHref(plan), mine.id);
  const others = found.copies.filter(({ receiver }) => receiver === 'unit');
  return ownPage(c, {
    title: t.title,
    lead: t.lead,
    back: ownPlanHref(plan),
    children: (
      <>
        {here ? (
          <>
            <ul class="govuk-list">
              <li>
                <ButtonLink href={`${here}/kort.pdf`}>{t.plain}</ButtonLink>
              </li>
              <li>
                <ButtonLink href={`${here}/plan.pdf`} kind="secondary">
                  {t.all}
                </ButtonLink>
              </li>
            </ul>
            <p class="ov-muted">{t.language}</p>
          </>
        ) : (
          <p>{t.none}</p>
        )}
        <p>
          <a class="govuk-link" href={`${ownPlanHref(plan)}/utskrift`}>
            {t.print}
          </a>
        </p>
        <h2>{t.others}</h2>
        <p>{others.length === 0 ? t.nobody : t.othersLead}</p>
        <ul class="ov-own-list">
          {others.map((copy) => (
            <li class="ov-own-card">
              <Copy copy={copy} manner={manner} />
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

function Copy({ copy, manner: { words, dateTime } }: { copy: ShownCopy; manner: Manner }) {
  const t = words.copies;
  const { unit_name, organisation_name, number, state, annulled_at, received_at, at, ordered_at } = copy;
  return (
    <p>
      <strong>
        <Name>{[unit_name, organisation_name].filter(Boolean).join(', ')}</Name>
      </strong>
      <br />
      {`${t.version(number)}. ${t.states[state]}`}
      <br />
      <span class="ov-muted">{dateTime(annulled_at ?? received_at ?? at ?? ordered_at)}</span>
    </p>
  );
}

/** The individual's own copies of their plan, and who else has got one. */
export const ownCopiesPage = new Hono<AppEnv>().get('/min-plan/:id/kopior', show);
