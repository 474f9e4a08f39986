import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Section } from '../../domain/counties/agreement-file.ts';
import { type DraftText, findSection } from '../../domain/drafts/draft-file.ts';
import type { Side } from '../../domain/drafts/process.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Button, Fold } from '../../ui/index.ts';
import { readDraft } from './read-draft.ts';
import { draftTexts, formTexts, placeLabel, sideLabels } from './texts.ts';

export type DraftReading = Exclude<Awaited<ReturnType<typeof readDraft>>, { refused: true }>;

/** Where a working copy has its page. */
export const draftHref = (id: string): string => `/arbetsversioner/${id}`;

/** The working copy in the address, or undefined when there is none for whoever asks. */
export async function askedDraft(c: Context<AppEnv>): Promise<DraftReading | undefined> {
  const found = await readDraft(scopeOf(c), { draft: c.req.param('id') ?? '' });
  return isRefusal(found) ? undefined : found;
}

/** What a place is called: a section by its heading, a row by what it is about. */
export function nameOfPlace(text: DraftText, place: string): string {
  const [kind = '', id = ''] = place.split(/:(.*)/s);
  if (kind === 'section') return findSection(text.sections, id)?.heading ?? placeLabel(place);
  if (kind === 'practice') return text.local?.rows[id]?.activity ?? placeLabel(place);
  if (kind === 'answer') return text.local?.answers[id]?.question ?? placeLabel(place);
  const row = kind === 'row' ? text.responsibilities.find((one) => one.id === id) : undefined;
  return row ? `${row.id} ${row.activity}` : placeLabel(place);
}

/** Who has approved a place, and a button for whoever may approve it and whose side has not. */
export function Approval({ reading, place }: { reading: DraftReading; place: string }) {
  const { approvals, abilities, side, draft } = reading;
  const by = approvals.get(place);
  const mayApprove = by && side && !by.has(side) && abilities.has('drafts.approve');
  return (
    <>
      <ApprovedBy by={by} />
      {mayApprove && <ApproveForm reading={reading} places={[place]} label={draftTexts.approve} about={nameOfPlace(draft.text, place)} />}
    </>
  );
}

/** Nothing to approve, nobody, one side or both. */
function ApprovedBy({ by }: { by: ReadonlySet<Side> | undefined }) {
  if (!by) return <span class="ov-muted">{draftTexts.unchanged}</span>;
  if (by.size === 2) return <>{draftTexts.both}</>;
  const [side] = by;
  return side ? <span>{sideLabels[side]}</span> : <span class="ov-muted">{draftTexts.nobody}</span>;
}

/** A button that approves places as they stand on the page. */
export function ApproveForm(props: { reading: DraftReading; places: readonly string[]; label: string; about?: string }) {
  const { reading, places, label, about } = props;
  return (
    <form method="post" action={`${draftHref(reading.row.id)}/godkann`}>
      {places.map((place) => (
        <input type="hidden" name="place" value={`${reading.hashes.get(place) ?? ''} ${place}`} />
      ))}
      <Button kind={about === undefined ? 'secondary' : 'quiet'}>
        {label}
        {about !== undefined && <span class="govuk-visually-hidden"> {about}</span>}
      </Button>
    </form>
  );
}

/** The sentences that something cites, beside the form that writes it. */
export function CitedText({ text, cites }: { text: DraftText; cites: readonly string[] }) {
  const found = [...Map.groupBy(cites, (cite) => cite.split('.')[0] ?? '')].flatMap(([id, some]) => {
    const section = findSection(text.sections, id);
    return section ? [{ section, said: some.map((cite) => saidIn(section, cite.split('.')[1])).join(' ') }] : [];
  });
  if (found.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-s">{formTexts.fields.citedNow}</h2>
      {found.map(({ section, said }) => (
        <p>
          <strong>{section.heading}</strong>
          <br />
          {said}
        </p>
      ))}
    </section>
  );
}

/** A part of the page of a working copy, folded: what it holds, how much of it waits for a side, and on demand all of it. `unfolded`: the id of the one that is not. */
export function Part({
  unfolded,
  ...part
}: {
  id: string;
  heading: string;
  says?: string;
  unfolded?: string | undefined;
  children?: Child;
}) {
  return <Fold {...part} open={unfolded === part.id} />;
}

/** How many places of some kinds are not approved by both sides. */
export function leftToApprove({ approvals }: DraftReading, isOf: (place: string) => boolean): number {
  return [...approvals].filter(([place, by]) => isOf(place) && by.size < 2).length;
}

/** A thing that has a form, and what it is called. */
export type Entry = { readonly href: string; readonly label: string };

/** Things that have a form each, under a heading. */
export function Entries({ heading, entries, level = 3 }: { heading: string; entries: readonly Entry[]; level?: 2 | 3 }) {
  return (
    <>
      {level === 2 ? <h2 class="govuk-heading-m">{heading}</h2> : <h3 class="govuk-heading-s">{heading}</h3>}
      <ul class="govuk-list">
        {entries.map(({ href, label }) => (
          <li>
            <a class="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The way from a form to another form of the same thing: where more of it is added, or it is taken away. */
export function FormLink({ href, children }: { href: string; children: string }) {
  return (
    <p>
      <a class="govuk-link" href={href}>
        {children}
      </a>
    </p>
  );
}

function saidIn({ sentences }: Section, only: string | undefined): string {
  const all = Object.entries(sentences).filter(([id]) => only === undefined || id === only);
  return all.map(([, sentence]) => (typeof sentence === 'string' ? sentence : sentence.text)).join(' ');
}
