import type { Child } from 'hono/jsx';
import type { SituationFile } from '../../domain/counties/national-files.ts';
import type { ImportedSentence } from '../../domain/imports/imported-text.ts';
import type { Reviewed } from '../../domain/imports/proposals/review.ts';
import { Button, ButtonGroup, ButtonLink, conditionText, Details, SummaryList, Tag, TextArea } from '../../ui/index.ts';
import type { FormField } from '../forms/index.ts';
import { type FieldKnowledge, fieldsOfKind, shownValue } from './proposal-fields.ts';
import { ProposalSentences } from './proposal-sentence.tsx';
import { kindLabels, partLabels, reasonLabels, stateLabels, surenessLabels, proposalTexts as texts } from './proposals-texts.ts';

/** What every card of a page is made with. */
export type CardGround = {
  readonly id: string;
  readonly raw: string;
  readonly sentences: ReadonlyMap<string, ImportedSentence>;
  readonly known: FieldKnowledge;
  readonly situation: SituationFile;
  /** May the one who looks answer? */
  readonly mayReview: boolean;
  /** Where to go back to. */
  readonly back: string;
};

function valueOfField(field: FormField, value: string | readonly string[]): string {
  const all = [value].flat().flatMap((one) => one.split('\n'));
  const options = 'options' in field ? field.options : [];
  return all.map((one) => options.find((option) => option.value === one)?.label ?? one).join(', ');
}

/** The parts of a value in words, without those that are empty. */
function rowsOf({ proposal: { kind }, value }: Reviewed, { known, situation }: CardGround): { label: string; value: Child }[] {
  const shown = shownValue(kind, value);
  const rows = fieldsOfKind(kind, known).map((field) => ({ label: field.label, value: valueOfField(field, shown.all(field.name)) }));
  const conditions = 'conditions' in value ? Object.entries(value.conditions ?? {}) : [];
  const read = conditions.map(([fact, condition]) => conditionText(situation, fact, condition)).join('; ');
  return [...rows, { label: partLabels.conditions, value: read }].filter((row) => row.value !== '');
}

/** One proposal: what it says, where it stands, why it is proposed, what has been said of it, and the answers one may give. */
export function ProposalCard({ item, nth, ground }: { item: Reviewed; nth: number; ground: CardGround }) {
  const { proposal, state, reason } = item;
  return (
    <article id={proposal.id} class="ov-proposal" aria-label={texts.about(kindLabels[proposal.kind], nth)}>
      <h2 class="govuk-heading-m">
        {kindLabels[proposal.kind]} <Tag>{stateLabels[state]}</Tag>
      </h2>
      <SummaryList rows={rowsOf(item, ground)} />
      <ProposalSentences id={ground.id} raw={ground.raw} spans={proposal.spans} sentences={ground.sentences} />
      <p class="govuk-hint">
        {reasonLabels[proposal.reason]} {surenessLabels[proposal.sure]}
      </p>
      {reason && (
        <p>
          {texts.because}: {reason}
        </p>
      )}
      {ground.mayReview && <Answers item={item} nth={nth} ground={ground} />}
    </article>
  );
}

function Answers({ item: { proposal, number }, nth, ground }: { item: Reviewed; nth: number; ground: CardGround }) {
  const about = texts.about(kindLabels[proposal.kind], nth);
  const here = `/import/${ground.id}/forslag`;
  const hidden = (
    <>
      <input type="hidden" name="proposal" value={proposal.id} />
      <input type="hidden" name="seen" value={String(number)} />
      <input type="hidden" name="back" value={ground.back} />
    </>
  );
  const named = (label: string) => (
    <>
      {label}
      <span class="govuk-visually-hidden"> ({about})</span>
    </>
  );
  return (
    <>
      <form method="post" action={here}>
        {hidden}
        <ButtonGroup>
          <Button kind="secondary" name="verdict" value="accept">
            {named(texts.accept)}
          </Button>
          <ButtonLink href={`${here}/andra?forslag=${encodeURIComponent(proposal.id)}`} kind="quiet">
            {named(texts.change)}
          </ButtonLink>
        </ButtonGroup>
      </form>
      <Details summary={named(texts.rejectSummary)}>
        <form method="post" action={here}>
          {hidden}
          <TextArea name="reason" id={`reason-${nth}`} label={texts.why} value="" rows={2} />
          <Button kind="secondary" name="verdict" value="reject">
            {named(texts.reject)}
          </Button>
        </form>
      </Details>
    </>
  );
}
