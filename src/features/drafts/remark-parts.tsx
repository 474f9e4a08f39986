import { wordRuns } from '../../domain/agreements/diff/words.ts';
import type { DraftText } from '../../domain/drafts/draft-file.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { remarkSortsIn } from '../../domain/drafts/remarks/remark.ts';
import { sectionOf } from '../../domain/drafts/remarks/remark-place.ts';
import { formatDateTime, Tag } from '../../ui/index.ts';
import { WordRuns } from '../agreements/index.ts';
import { type DraftReading, draftHref, nameOfPlace } from './parts.tsx';
import type { RemarkView } from './read-remarks.ts';
import { sideLabels } from './texts.ts';
import { remarkActLabels, remarkSortLabels, remarkStateLabels, remarkTexts as texts } from './texts-remarks.ts';

/** Where a new remark on a place, or on one sentence of it, is written. */
export function newRemarkHref(draft: string, place: string, sentence?: string): string {
  const where = new URLSearchParams({ ...(place ? { plats: place } : {}), ...(sentence === undefined ? {} : { mening: sentence }) });
  return `${draftHref(draft)}/kommentarer/ny${where.size > 0 ? `?${where}` : ''}`;
}

/** What a remark is about, in words. */
export function nameOfRemark(text: DraftText, { place, sentence }: Pick<RemarkView, 'place' | 'sentence'>): string {
  if (place === '') return texts.whole;
  const name = nameOfPlace(text, place);
  const nth = Object.keys(findSection(text.sections, sectionOf(place) ?? '')?.sentences ?? {}).indexOf(sentence ?? '');
  return nth < 0 ? name : texts.nthSentence(name, nth + 1);
}

const at = (time: string) => formatDateTime(Temporal.Instant.from(time));

/** A remark with what it was about then and now, what is suggested, and everything that has been said and done since. */
export function RemarkThread({ draft, text, remark, linked }: { draft: string; text: DraftText; remark: RemarkView; linked: boolean }) {
  const { id, sort, state, name, side, acts, abilities } = remark;
  return (
    <article class="ov-remark" id={`kommentar-${id}`}>
      <p class="ov-remark__head">
        <Tag>{remarkStateLabels[state]}</Tag> <strong>{remarkSortLabels[sort]}</strong>{' '}
        <span class="ov-muted">{texts.by(name, sideLabels[side], at(remark.at))}</span>
      </p>
      <p class="ov-muted">
        {texts.place}: {nameOfRemark(text, remark)}
      </p>
      <Words remark={remark} />
      {remark.text && <p class="ov-remark__text">{remark.text}</p>}
      {acts.length > 0 && (
        <ol class="ov-remark__acts">
          {acts.map((act) => (
            <li>
              <span class="ov-muted">{texts.did(act.name, remarkActLabels[act.kind], at(act.at))}</span>
              {act.text && <p class="ov-remark__text">{act.text}</p>}
            </li>
          ))}
        </ol>
      )}
      {linked && abilities.size > 0 && (
        <p>
          <a class="govuk-link" href={`${draftHref(draft)}/kommentarer/${id}`}>
            {texts.toThread}
            <span class="govuk-visually-hidden">{texts.about(`${remarkSortLabels[sort]}, ${nameOfRemark(text, remark)}`)}</span>
          </a>
        </p>
      )}
    </article>
  );
}

/** The words it was about, the words that are suggested marked against them, and how they read now when they have changed. */
function Words({ remark: { sort, place, sentence, words, wording, now } }: { remark: RemarkView }) {
  const isText = sentence !== null && sectionOf(place) !== undefined;
  const changed = texts.now[now.is];
  return (
    <>
      {isText && (
        <blockquote class="ov-remark__words">
          {sort === 'insert' && <span class="ov-muted">{texts.afterSentence}: </span>}
          {sort === 'reword' ? <WordRuns runs={wordRuns(words, wording)} /> : sort === 'remove' ? <del>{words}</del> : words}
        </blockquote>
      )}
      {sort === 'insert' && (
        <p>
          <span class="ov-muted">{isText ? texts.suggested : `${texts.suggested}, ${texts.last.toLowerCase()}`}:</span> <ins>{wording}</ins>
        </p>
      )}
      {changed && (
        <p class="ov-remark__now">
          <strong>{changed}.</strong>
          {isText && 'words' in now && ` ${texts.nowReads}: ${now.words}`}
        </p>
      )}
    </>
  );
}

/** How many wait on a section, as the link to them and to its sentences one by one. */
export function SectionRemarksLink(props: { reading: DraftReading; section: string; about?: string }) {
  const {
    reading: { row, openRemarks, process },
    section,
    about,
  } = props;
  const count = openRemarks.places[`section:${section}`] ?? 0;
  return (
    <p>
      <a class="govuk-link" href={`${draftHref(row.id)}/avsnitt/${section}/kommentarer`}>
        {texts.ofSection(count, remarkSortsIn(process).length > 1)}
        {about && <span class="govuk-visually-hidden">{texts.about(about)}</span>}
      </a>
    </p>
  );
}

/** What a place says now, for whoever is to say something about it. */
export function wordsAt(text: DraftText, place: string, sentence: string | undefined): string | undefined {
  const section = findSection(text.sections, sectionOf(place) ?? '');
  const value = sentence === undefined ? undefined : section?.sentences[sentence];
  return typeof value === 'string' ? value : value?.text;
}
