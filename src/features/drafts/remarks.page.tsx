import { type Context, Hono } from 'hono';
import { sentencesIn } from '../../domain/agreements/sections.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { remarkSortsIn } from '../../domain/drafts/remarks/remark.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonLink, Notice, Page } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { draftHref, nameOfPlace } from './parts.tsx';
import { type RemarkView, readRemarks } from './read-remarks.ts';
import { newRemarkHref, RemarkThread } from './remark-parts.tsx';
import { refusals } from './texts-refusals.ts';
import { remarkTexts as texts } from './texts-remarks.ts';

const isOpen = ({ state }: RemarkView) => state === 'open';

/** Every remark on a draft, by the part it is about; those that are open, or all. */
async function all(c: Context<AppEnv>) {
  const reading = await readRemarks(scopeOf(c), { draft: c.req.param('id') ?? '' });
  if (isRefusal(reading)) return refusalPage(c, notRead(reading, refuse('draft-not-found')), refusals);
  const { row, draft, remarks, abilities, process } = reading;
  const here = `${draftHref(row.id)}/kommentarer`;
  const whole = c.req.query('visa') === 'alla';
  const shown = whole ? remarks : remarks.filter(isOpen);
  const byPlace = Map.groupBy(shown, ({ place }) => place);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={draft.text.short}
      lead={texts.lead}
      back={draftHref(row.id)}
      density="staff"
      noindex
    >
      {process.state === 'deciding' && <Deciding />}
      {abilities.has('drafts.remark') && (
        <p>
          <ButtonLink href={newRemarkHref(row.id, '')} kind="secondary">
            {texts.commentWhole}
          </ButtonLink>
        </p>
      )}
      {remarks.length > 0 && (
        <p>
          <a class="govuk-link" href={whole ? here : `${here}?visa=alla`}>
            {whole ? texts.onlyOpen : texts.all(remarks.length)}
          </a>
        </p>
      )}
      {shown.length === 0 && <Notice kind="empty" heading={remarks.length === 0 ? texts.none : texts.noneOpen} />}
      {[...byPlace].map(([place, some]) => (
        <section>
          <h2 class="govuk-heading-m">{place === '' ? texts.whole : nameOfPlace(draft.text, place)}</h2>
          {some.map((remark) => (
            <RemarkThread draft={row.id} text={draft.text} remark={remark} linked />
          ))}
        </section>
      ))}
    </Page>,
  );
}

/** A section sentence by sentence, with what is said of each and a way to say more. */
async function ofSection(c: Context<AppEnv>) {
  const reading = await readRemarks(scopeOf(c), { draft: c.req.param('id') ?? '' });
  if (isRefusal(reading)) return refusalPage(c, notRead(reading, refuse('draft-not-found')), refusals);
  const { row, draft, remarks, abilities, process } = reading;
  const section = findSection(draft.text.sections, c.req.param('section') ?? '');
  if (!section) return refusalPage(c, refuse('section-not-found', {}), refusals);
  const place = `section:${section.id}`;
  const sentences = sentencesIn(section);
  const mayRemark = abilities.has('drafts.remark');
  const maySuggest = remarkSortsIn(process).length > 1;
  const open = remarks.filter(isOpen);
  // What is about a sentence that has gone or moved away is shown with the section it was written in.
  const placeNow = (remark: RemarkView) => ('at' in remark.now ? remark.now.at : '');
  const ofSentence = (cite: string) => open.filter((remark) => remark.sentence !== null && placeNow(remark) === cite);
  const rest = open.filter((remark) => remark.place === place && (remark.sentence === null || placeNow(remark) === ''));
  const thread = (remark: RemarkView) => <RemarkThread draft={row.id} text={draft.text} remark={remark} linked />;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.section(section.heading)}
      caption={draft.text.short}
      lead={texts.sectionLead}
      back={`${draftHref(row.id)}/kommentarer`}
      density="staff"
      noindex
    >
      {process.state === 'deciding' && <Deciding />}
      {abilities.has('drafts.write') && (
        <p>
          <a class="govuk-link" href={`${draftHref(row.id)}/avsnitt/${section.id}`}>
            {texts.write}
          </a>
        </p>
      )}
      {mayRemark && (
        <p>
          <a class="govuk-link" href={newRemarkHref(row.id, place)}>
            {texts.commentSection}
          </a>
        </p>
      )}
      {rest.map(thread)}
      {sentences.length === 0 && <p>{texts.noText}</p>}
      <ol class="ov-remark__sentences">
        {sentences.map(({ cite, sentenceId, text, item }) => (
          <li id={sentenceId}>
            <p>
              {item && '– '}
              {text}{' '}
              {mayRemark && (
                <a class="govuk-link" href={newRemarkHref(row.id, place, sentenceId)}>
                  <span aria-hidden="true">{texts.comment}</span>
                  <span class="govuk-visually-hidden">{texts.onSentence(text, maySuggest)}</span>
                </a>
              )}
            </p>
            {ofSentence(cite).map(thread)}
          </li>
        ))}
      </ol>
    </Page>,
  );
}

/** That what is said changes nothing of what is decided about. */
function Deciding() {
  return (
    <Notice kind="note" heading={texts.deciding}>
      {texts.decidingNote}
    </Notice>
  );
}

/** Everything that is said about a draft, and about one section of it. */
export const remarksPage = new Hono<AppEnv>()
  .get('/arbetsversioner/:id/kommentarer', all)
  .get('/arbetsversioner/:id/avsnitt/:section/kommentarer', ofSection);
