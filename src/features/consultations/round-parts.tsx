import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import type { Receiver } from '../../domain/consultations/round.ts';
import type { Section } from '../../domain/counties/agreement-file.ts';
import { Fold, formatDate, SummaryList } from '../../ui/index.ts';
import type { CommentRow } from './comments.sql.ts';
import type { RoundView } from './load-round.ts';
import { nameOfPlace, placeOfComment, roundHref } from './shown.ts';
import { extendTexts, kindLabels, levelLabels, outcomeLabels, stateLabels, roundTexts as texts } from './texts.ts';

type Props = { view: RoundView };

/** Where the round is, until when, on which level of participation, and who is asked. */
export function RoundFacts({ view: { row, round, receivers } }: Props) {
  const { facts } = texts;
  const kinds = [...Map.groupBy(receivers, ({ kind }) => kind)];
  return (
    <SummaryList
      rows={[
        { label: facts.state, value: stateLabels[round.state] },
        { label: facts.lastDay, value: formatDate(row.lastDay) },
        { label: facts.sent, value: formatDate(row.openedOn) },
        { label: facts.level, value: levelLabels[row.level] },
        {
          label: facts.receivers,
          value:
            kinds.length === 0 ? (
              texts.nobody
            ) : (
              <ul class="govuk-list">
                {kinds.map(([kind, all]) => (
                  <li>
                    {kindLabels[kind]}: {all.map((one) => nameIn(one, receivers)).join(', ')}
                  </li>
                ))}
              </ul>
            ),
        },
        { label: facts.public, value: row.isPublic ? texts.isPublic : texts.notPublic },
      ]}
    />
  );
}

/** What one asked is called, and what has become of it since. */
function nameIn({ name, partOf, isDivided }: Receiver, receivers: readonly Receiver[]): string {
  const whole = receivers.find(({ receiver }) => receiver === partOf);
  if (whole) return texts.partOf(name, whole.name);
  return isDivided ? texts.divided(name) : name;
}

/** The more time that was given since it was sent, and why. */
export function Extensions({ view: { extensions } }: Props) {
  if (extensions.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{extendTexts.heading}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {extensions.map(({ on, from, lastDay, reason }) => (
          <li>
            {extendTexts.extended(on, from, lastDay)} <span class="ov-consultation__text">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** More sentences than this, and each chapter is folded. */
const MOST_OPEN = 30;

/**
 * What was sent out, sentence by sentence; beside each the way to say what one thinks, for those asked. A long text is folded by chapter: open are those that one
 * has views on, and all when one asks for the whole (`whole`).
 */
export function SentSections({ view, whole }: Props & { whole: boolean }) {
  const { row, own, abilities, comments } = view;
  const href = abilities.has('consultations.comment') ? `${roundHref(row.id)}/synpunkt` : undefined;
  const { sections } = row.content;
  const count = (among: readonly Section[]) => sectionsOf(among).reduce((sum, { section }) => sum + sentencesIn(section).length, 0);
  const chapter = (section: Section) =>
    sectionsOf([section]).map((one) => <SentSection section={one.section} depth={one.depth} href={href} named={one.depth > 1 || !folds} />);
  const folds = count(sections) > MOST_OPEN;
  if (!folds) return <>{sections.map(chapter)}</>;
  const mine = new Set<string | null>(own.map(({ receiver }) => receiver));
  return (
    <>
      {!whole && (
        <p>
          <a class="govuk-link" href={`${roundHref(row.id)}?visa=allt#forslaget`}>
            {texts.whole}
          </a>
        </p>
      )}
      {sections.map((section) => {
        const within = new Set(sectionsOf([section]).map((one) => one.section.id));
        const about = comments.filter((one) => one.section !== null && within.has(one.section));
        const isOpen = whole || about.some(({ receiver }) => mine.has(receiver));
        return (
          <Fold
            id={`kapitel-${section.id}`}
            heading={headingOf(section)}
            level={3}
            says={texts.holds(count([section]), about.length)}
            open={isOpen}
          >
            {chapter(section)}
          </Fold>
        );
      })}
    </>
  );
}

function headingOf({ number, heading }: Section): string {
  return [number, heading].filter(Boolean).join(' ');
}

type SentProps = { section: Section; depth: number; href: string | undefined; named: boolean };

/** One section; `named`: with its heading, which a folded chapter has already. */
function SentSection({ section, depth, href, named }: SentProps) {
  const heading = headingOf(section);
  const sentences = sentencesIn(section);
  return (
    <section id={section.id} class="ov-consultation">
      {named && (depth === 1 ? <h3 class="govuk-heading-m">{heading}</h3> : <h4 class="govuk-heading-s">{heading}</h4>)}
      {sentences.map(({ cite, text, item }) => (
        <div class="ov-consultation__line" id={cite}>
          <p>{item ? `– ${text}` : text}</p>
          {href && <Give href={`${href}?plats=${cite}`} about={text} />}
        </div>
      ))}
      {href && sentences.length > 1 && (
        <p class="ov-consultation__whole">
          <a class="govuk-link" href={`${href}?plats=${section.id}`}>
            {texts.onSection}
            <span class="govuk-visually-hidden"> {heading}</span>
          </a>
        </p>
      )}
    </section>
  );
}

function Give({ href, about }: { href: string; about: string }) {
  return (
    <a class="govuk-link ov-consultation__give" href={href}>
      {texts.give}
      <span class="govuk-visually-hidden"> {texts.about(about)}</span>
    </a>
  );
}

/** The views of those for whom somebody speaks, each with what was done with it. */
export function OwnComments({ view }: Props) {
  const own = new Set<string | null>(view.own.map(({ receiver }) => receiver));
  const comments = view.comments.filter(({ receiver }) => own.has(receiver));
  return (
    <>
      <h2 class="govuk-heading-m">{texts.own}</h2>
      {comments.length === 0 && <p>{texts.ownEmpty}</p>}
      {comments.map((comment) => (
        <article class="ov-consultation__view">
          <h3 class="govuk-heading-s">{nameOfPlace(view, placeOfComment(comment))}</h3>
          <Words comment={comment} />
          <p class="ov-consultation__text">{comment.text}</p>
          {view.round.late.has(comment.id) && <p class="ov-muted">{texts.late}</p>}
          <Answer view={view} comment={comment.id} />
        </article>
      ))}
    </>
  );
}

/** The words that a view is about, when it is about some. */
export function Words({ comment: { section, words } }: { comment: CommentRow }) {
  if (section === null || words === '') return null;
  return (
    <blockquote class="ov-consultation__words">
      {words.split('\n').map((line) => (
        <p>{line}</p>
      ))}
    </blockquote>
  );
}

/** What was done with a view, and why. */
export function Answer({ view: { round }, comment }: { view: Pick<RoundView, 'round'>; comment: string }) {
  const held = round.dispositions.get(comment);
  if (!held) return <p class="ov-muted">{texts.noAnswer}</p>;
  return (
    <p>
      <strong>
        {texts.answer}: {outcomeLabels[held.outcome]}.
      </strong>{' '}
      <span class="ov-consultation__text">{held.reason}</span>
    </p>
  );
}
