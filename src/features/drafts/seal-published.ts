import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { UseCaseContext } from '../../platform/index.ts';
import { sealVersion } from '../documents/index.ts';
import { type Decisions, deciderName } from './decisions.ts';
import { approvedBy } from './texts-decision.ts';

/**
 * Seals a version as it is published, with who decided and who signed on its last page. Where the installation has no seal it is published without: its file
 * then says so. Answers a refusal, `seal-expired`, or nothing.
 */
export async function sealPublished(
  context: Pick<UseCaseContext<unknown>, 'tx' | 'now' | 'seal' | 'record'>,
  agreement: AgreementFile,
  { decisions, signatures, county }: Decisions,
): Promise<Refusal | undefined> {
  if (!context.seal) return undefined;
  const sealed = await sealVersion(context, {
    agreement,
    decisions: {
      decisions: decisions.map(({ decider, on, body, approver, paragraph, registry, reservation }) => ({
        party: deciderName(county, decider as Decider),
        body: body || (approver ? approvedBy(approver) : ''),
        on,
        paragraph: paragraph || undefined,
        diaryNumber: registry || undefined,
        reservation: reservation || undefined,
      })),
      signatures: signatures.map(({ holder, seat, at }) => ({
        name: holder,
        seat: deciderName(county, `seat:${seat}`),
        at: Temporal.Instant.from(at),
      })),
    },
  });
  return isRefusal(sealed) ? sealed : undefined;
}
