import { z } from '@hono/zod-openapi';
import { PROPOSAL_KINDS, ProposalValue, REASONS, Sureness } from '../../domain/imports/proposals/proposal.ts';
import { VERDICTS } from '../../domain/imports/proposals/review.ts';
import { orNull } from '../../platform/index.ts';
import { proposalApiTexts as texts } from './proposals-texts.ts';

const SpanBody = z
  .strictObject({ sentence: z.string(), from: z.int(), to: z.int() })
  .openapi('ProposalSpan', { description: 'Meningens adress, och orden i den: från och med ett tecken i `raw` till ett annat.' });

const ProposalBody = z
  .strictObject({
    id: z.string(),
    kind: z.enum(PROPOSAL_KINDS),
    state: z.enum(['waiting', 'accepted', 'changed', 'rejected']),
    value: ProposalValue,
    proposed: ProposalValue,
    reason: orNull(z.string()),
    because: z.enum(REASONS),
    sure: z.enum(Sureness.options),
    seen: z.int(),
    spans: z.array(SpanBody),
  })
  .openapi('Proposal', { description: texts.proposal });

export const ProposalList = z.strictObject({ proposals: z.array(ProposalBody) }).openapi('ProposalList');

export const ProposalAnswer = z
  .strictObject({
    proposal: z.string().min(1).max(200),
    seen: z.int().min(0),
    verdict: z.enum(VERDICTS),
    value: ProposalValue.optional(),
    reason: z.string().max(2000).optional(),
  })
  .openapi('ProposalAnswer', {
    description: texts.answerNote,
    example: { proposal: 'cadence:inledning.a1:b57a9305', seen: 0, verdict: 'accept' },
  });

export const ProposalAnswered = z.strictObject({ seen: z.int() }).openapi('ProposalAnswered', { description: texts.answered });
