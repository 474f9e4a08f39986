import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { notRead } from '../access/index.ts';
import { mannerOf, Name, type OwnSection, ownPage, ownPlanHref, ownRefusal } from '../plans/index.ts';
import { type PlanLook, readOwnPlanLooks } from './read-own-plan-looks.ts';
import { ownLooksRefusals } from './texts-own-looks.ts';

const hrefOf = (plan: string) => `${ownPlanHref(plan)}/vem-har-tittat`;

/** On the individual's page of a plan: the way to who has looked at it. */
export const ownLooks: OwnSection = {
  show: (_, { id }, { words }) => (
    <section aria-labelledby="tittat">
      <h2 id="tittat">{words.looks.heading}</h2>
      <p>{words.looks.lead}</p>
      <p>
        <a class="govuk-link" href={hrefOf(id)}>
          {words.looks.open}
        </a>
      </p>
    </section>
  ),
};

async function show(c: Context<AppEnv>) {
  const found = await readOwnPlanLooks(scopeOf(c), { plan: c.req.param('id') ?? '' });
  if (isRefusal(found)) return ownRefusal(c, notRead(found, refuse('plan-not-found')), ownLooksRefusals);
  const { words, dateTime } = mannerOf(c);
  const t = words.looks;
  return ownPage(c, {
    title: t.heading,
    lead: t.lead,
    back: ownPlanHref(found.loaded.row.id),
    children: (
      <>
        {found.looks.length === 0 && <p>{t.none}</p>}
        <ul class="ov-own-list">
          {found.looks.map((look) => (
            <li class="ov-own-card">
              <p>
                <strong>{t.did[didOf(look)]}</strong>
              </p>
              <p>
                <Name>{[look.unit_name, look.organisation_name].filter(Boolean).join(', ')}</Name>
              </p>
              <p class="ov-muted">
                {(look.purpose === 'guardian' || look.purpose === 'representative') && (
                  <>
                    {words.spoken.by[look.purpose]}
                    <br />
                  </>
                )}
                {look.role && (
                  <>
                    {words.roles[look.role]}
                    <br />
                  </>
                )}
                {dateTime(look.at)}
              </p>
            </li>
          ))}
        </ul>
        <p>
          <a class="govuk-link" href="/min-logg">
            {t.all}
          </a>
        </p>
      </>
    ),
  });
}

const READS = /\.(read|find|open-copy)/;

function didOf({ act, outcome }: PlanLook): 'read' | 'wrote' | 'refused' {
  if (outcome !== 'allowed') return 'refused';
  return READS.test(act) ? 'read' : 'wrote';
}

/** Who has looked at the individual's own plan. */
export const ownPlanLooksPage = new Hono<AppEnv>().get('/min-plan/:id/vem-har-tittat', show);
