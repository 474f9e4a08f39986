import type { z } from '@hono/zod-openapi';
import type { Status } from '../../domain/agreements/status.ts';
import type { PartyStatus } from '../../domain/agreements/status-for-party.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { partyName } from '../counties/index.ts';
import { reasonBody, statusBody } from './api-answers.ts';
import type { PartyStatusBody, StatusAnswer } from './api-schemas.ts';
import { partyStatusLabels } from './party-texts.ts';

/** How an agreement stands to one of its parties, as the API says it. */
export function partyStatusBody(
  { party, code, since, until, decision, reasons }: PartyStatus,
  county: CountyFile,
): z.infer<typeof PartyStatusBody> {
  return {
    party,
    name: partyName(county, party),
    code,
    label: partyStatusLabels[code],
    since: since ?? null,
    until: until ?? null,
    decision: decision
      ? {
          on: decision.on,
          body: decision.body ?? null,
          paragraph: decision.paragraph ?? null,
          registry: decision.registry ?? null,
          reservation: decision.reservation ?? null,
        }
      : null,
    reasons: reasons.map(reasonBody),
  };
}

/** The status of an agreement with that of its parties. */
export function statusAnswer(status: Status, parties: readonly PartyStatus[], county: CountyFile): z.infer<typeof StatusAnswer> {
  return { ...statusBody(status), parties: parties.map((one) => partyStatusBody(one, county)) };
}
