import { isUntouched } from '../../domain/agreements/diff/diff-versions.ts';
import type { SectionDiff, SentenceDiff } from '../../domain/agreements/diff/text-diff.ts';
import type { WordRun } from '../../domain/agreements/diff/words.ts';
import { onDay, Tag } from '../../ui/index.ts';
import { diffTexts, sectionChangeTexts } from './diff-page-texts.ts';
import type { DiffReading } from './read-diff.ts';

type Versions = Pick<DiffReading['diff'], 'from' | 'to'>;

/** The text with what was taken out struck and what was put in underlined, by section. `whole`: also what is as it was. */
export function TextDiff({ diff, whole, day }: { diff: DiffReading['diff']; whole: boolean; day: string | undefined }) {
  const shown = whole ? diff.text : diff.text.filter((section) => !isUntouched(section));
  const headings = new Map(diff.text.flatMap(({ from }) => (from ? [[from.id, from.heading] as const] : [])));
  return (
    <div class="ov-document">
      {shown.map((section) => (
        <Section section={section} around={{ versions: diff, headings, day }} whole={whole} />
      ))}
    </div>
  );
}

/** What every sentence needs: the versions, the headings that the sections had, and the day that links keep. */
type Around = { readonly versions: Versions; readonly headings: ReadonlyMap<string, string>; readonly day: string | undefined };

function Section({ section, around, whole }: { section: SectionDiff; around: Around; whole: boolean }) {
  const { from, to, changes, other } = section;
  const place = to ?? from;
  const sentences = whole ? section.sentences : section.sentences.filter(({ kind, moved }) => kind !== 'same' || moved);
  return (
    <section class="ov-section ov-diff">
      <h3 class="ov-section__heading" id={to ? to.id : `borta-${from?.id}`}>
        {place?.number && <span class="ov-section__number">{place.number}</span>}
        <Runs runs={section.heading} />
      </h3>
      {changes.length > 0 && (
        <p class="ov-diff__tags">
          {changes.map((change) => (
            <>
              <Tag>{sectionChangeTexts[change](other?.heading ?? '')}</Tag>{' '}
            </>
          ))}
        </p>
      )}
      {sentences.length > 0 && (
        <ul class="ov-diff__list">
          {sentences.map((sentence) => (
            <Sentence sentence={sentence} around={around} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Sentence({ sentence, around: { versions, headings, day } }: { sentence: SentenceDiff; around: Around }) {
  const { kind, moved, from, to, runs } = sentence;
  const word = wordFor(sentence);
  const version = to ? versions.to : versions.from;
  const cite = (to ?? from)?.cite ?? '';
  const wasIn = from && to && from.cite.split('.')[0] !== to.cite.split('.')[0] ? headings.get(from.cite.split('.')[0] ?? '') : undefined;
  return (
    <li class={kind === 'same' && !moved ? 'ov-diff__same' : 'ov-diff__change'}>
      {word && (
        <>
          <Tag>{word}</Tag> {wasIn && <span class="ov-muted">{diffTexts.movedFrom(wasIn)} </span>}
        </>
      )}
      <Runs runs={runs} />{' '}
      {word && (
        <a
          class="govuk-link ov-diff__read ov-no-print"
          href={onDay(`/avtal/${version.slug}?version=${encodeURIComponent(version.version.label)}#${cite}`, day)}
        >
          {diffTexts.read(version.version.label)}
          <span class="govuk-visually-hidden">: {cite}</span>
        </a>
      )}
    </li>
  );
}

function wordFor({ kind, moved }: SentenceDiff): string | undefined {
  const { sentence } = diffTexts;
  if (kind === 'added' || kind === 'removed') return sentence[kind];
  if (moved) return kind === 'changed' ? sentence.movedChanged : sentence.moved;
  return kind === 'changed' ? sentence.changed : undefined;
}

/** Words with what went and what came marked by line and, for those who listen, by word. */
export function Runs({ runs }: { runs: readonly WordRun[] }) {
  if (runs.every(({ kind }) => kind === runs[0]?.kind))
    return <>{runs.map((run) => (run.kind === 'removed' ? <del>{run.text}</del> : run.text))}</>;
  return (
    <>
      {runs.map(({ kind, text }) => {
        if (kind === 'same') return text;
        const spoken = <span class="govuk-visually-hidden">{diffTexts[kind]}</span>;
        return kind === 'added' ? (
          <ins>
            {spoken}
            {text}
          </ins>
        ) : (
          <del>
            {spoken}
            {text}
          </del>
        );
      })}
    </>
  );
}
