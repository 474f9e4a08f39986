import type { StatusCode } from '../../domain/agreements/status.ts';
import type { PartyStatus, PartyStatusCode } from '../../domain/agreements/status-for-party.ts';
import { StatusTag } from '../../ui/index.ts';
import { partyReasons, partyStatusLabels, partyStatusSentence } from './party-texts.ts';

/** The sign and colour of how an agreement stands to a party. */
const SIGNS: Record<PartyStatusCode, StatusCode> = {
  'in-force': 'in-force',
  'not-yet': 'not-yet',
  'not-adopted': 'proposal',
  left: 'expired',
  ended: 'expired',
  unknown: 'unknown',
};

/** How an agreement stands to a party, as word, sign and colour. `decided`: today, when it is of a day that has not come. */
export function PartyStatusTag({ code, decided }: { code: PartyStatusCode; decided: string | undefined }) {
  const isToCome = code === 'in-force' && decided !== undefined;
  return <StatusTag status={SIGNS[code]} decided={decided} word={isToCome ? undefined : partyStatusLabels[code]} />;
}

/** One sentence on how an agreement stands to a party, and the reasons. */
export function PartyProviso({ status, name }: { status: PartyStatus; name: string }) {
  const why = status.reasons.filter(({ code }) => code !== 'is-party').flatMap(({ code, params }) => partyReasons[code]?.(params) ?? []);
  return (
    <>
      {partyStatusSentence(status, name)} {why.join(' ')}
    </>
  );
}
