import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Inset, NotificationBanner, Page, SummaryList } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { actingOn } from '../forms/index.ts';
import { planHref } from '../plans/index.ts';
import { addressOf, formRefusals } from './consent-fields.ts';
import { consentsHref } from './consent-href.ts';
import { ConsentList, ReadersTable } from './consent-list.tsx';
import { readConsents, type ShownConsents } from './read-consents.ts';
import { SpeakingPart } from './speaking/speaking-part.tsx';
import { type AskedKind, askedKinds } from './take-consent.ts';
import { kindTexts, statusTexts, consentTexts as texts } from './texts.ts';

const NO_STORE = { 'cache-control': 'no-store' };

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'consents.read');
  if (acting instanceof Response) return acting;
  const found = await readConsents(scopeOf(c), { plan: c.req.param('id') ?? '' });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('plan-not-found')), formRefusals);
  const { shown } = found;
  const here = consentsHref(shown.plan);
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} back={planHref(shown.plan)} density="staff" wide noindex>
      <Done c={c} words={waits(shown) ? { ...texts, taken: texts.takenWaits } : texts} />
      <h2>{texts.answers}</h2>
      <Answers shown={shown} href={here} change={texts.note} />
      <SpeakingPart speaking={shown.speaking} href={here} />
      <h2>{texts.guidanceHeading}</h2>
      <Inset>
        <ul class="govuk-list govuk-list--bullet">
          {texts.guidance.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Inset>
      <h2 id="laser">{texts.readers}</h2>
      <p>{texts.readersLead}</p>
      <ReadersTable readers={shown.readers} words={texts} caption={texts.readers} />
      <h2>{texts.all}</h2>
      {shown.consents.length === 0 && <p>{texts.nothing}</p>}
      <ConsentList shown={shown} today={c.var.runtime.clock.today()} href={here} own={texts.own} />
    </Page>,
    200,
    NO_STORE,
  );
}

function Done({ c, words }: { c: Context<AppEnv>; words: { readonly taken: string; readonly withdrawn: string } }) {
  const said = { svarat: words.taken, taget: words.withdrawn, sparat: texts.savedSpeaker }[c.req.query('klart') ?? ''];
  return said ? <NotificationBanner success>{said}</NotificationBanner> : null;
}

/** Is somebody's answer written down that opens nothing before the others have answered? */
const waits = ({ speaking: { joint } }: ShownConsents) =>
  joint !== undefined && Object.values(joint).some(({ answer }) => answer === 'waiting' || answer === 'guardians-disagree');

/** How a question stands: where several answer, that some have not, or that they do not agree. */
function standsHow({ status, speaking }: ShownConsents, kind: AskedKind): string {
  if (kind !== 'make-plan' && kind !== 'lift-secrecy') return statusTexts[status[kind]];
  const joint = speaking.joint?.[kind].answer;
  if (joint === 'waiting' && speaking.voices.some(({ answers }) => answers[kind] !== 'not-asked')) return texts.someLeft;
  return joint === 'guardians-disagree' ? texts.disagree : statusTexts[status[kind]];
}

/** How each question stands, and the way to answer it. */
function Answers({ shown, href, change }: { shown: ShownConsents; href: string; change: string }) {
  return (
    <SummaryList
      rows={askedKinds.map((kind) => ({
        label: kindTexts[kind],
        value: standsHow(shown, kind),
        action: { label: change, href: `${href}/${addressOf(kind)}`, about: kindTexts[kind] },
      }))}
    />
  );
}

/** What has been answered of consents to a plan, and who reads what of it now: for the staff that lead it. */
export const consentsPage = new Hono<AppEnv>().get('/planer/:id/samtycke', show);
