import type { Purpose } from '../../domain/consents/kinds.ts';
import { purposes } from '../../domain/consents/kinds.ts';
import { lastDay } from '../../domain/consents/spell-out.ts';
import { formatDate, formatDateTime, formatList, Table } from '../../ui/index.ts';
import { dataKindTexts } from '../plans/index.ts';
import { isOver, receiverOf } from './consent-fields.ts';
import type { Reader, ShownConsent, ShownConsents } from './read-consents.ts';
import { speakerLabel } from './speaking/speaking-part.tsx';
import { answerTexts, kindTexts, purposeTexts, consentTexts as texts } from './texts.ts';

/** The words that differ between the page of staff and that of the person. */
export type ReadWords = {
  readonly reads: Readonly<Record<'consent' | 'rule' | 'excluded' | 'none', string>>;
  readonly ownUnits: (units: string) => string;
  readonly nobodyElse: string;
};

/** Who reads what now: a row for each part, a column for each unit of another huvudman. */
export function ReadersTable({ readers, words, caption }: { readers: readonly Reader[]; words: ReadWords; caption: string }) {
  const others = readers.filter(({ owner }) => !owner);
  const [first] = others;
  const ours = readers.filter(({ owner }) => owner).map(({ unit_name }) => unit_name);
  return (
    <>
      {first ? (
        <Table
          caption={caption}
          captionHidden
          columns={[texts.part, ...others.map(({ unit_name }) => unit_name)].map((label) => ({ label }))}
          rows={first.reads.map(({ kind }, nth) => [
            dataKindTexts[kind],
            ...others.map(({ reads }) => {
              const by = reads[nth]?.by ?? 'none';
              return by === 'consent' || by === 'rule' ? <strong>{words.reads[by]}</strong> : words.reads[by];
            }),
          ])}
        />
      ) : (
        <p>{words.nobodyElse}</p>
      )}
      {ours.length > 0 && <p>{words.ownUnits(formatList(ours))}</p>}
    </>
  );
}

type ListProps = { shown: ShownConsents; today: Temporal.PlainDate; href: string; own: string };

/** Every answer, the latest first: what it opens and shuts, whether it still holds, and how it is taken back. */
export function ConsentList({ shown, today, href, own }: ListProps) {
  return (
    <>
      {shown.consents.toReversed().map((one, before) => (
        <section>
          <h3>{`${kindTexts[one.kind as keyof typeof kindTexts] ?? one.kind} ${answerTexts[one.answer]}`}</h3>
          <p class="ov-muted">{saidHow(one, own)}</p>
          {one.giver.as !== 'person' && <p>{speakerLabel(shown.speaking, one.giver)}</p>}
          {one.evidence && <p>{texts.evidence(one.evidence)}</p>}
          {one.withdrawn && (
            <p>
              <strong>{texts.takenBack}</strong>
            </p>
          )}
          {one.scopes.length > 0 && <ScopeTable shown={shown} consent={one} nth={shown.consents.length - before} today={today} />}
          {shown.withdraws && (one.whole || one.scopes.some(({ standing }) => standing)) && (
            <p>
              <a class="govuk-link" href={`${href}/ta-tillbaka/${one.id}`}>
                {texts.takeBack}
                <span class="govuk-visually-hidden"> {saidHow(one, own)}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function saidHow({ givenAt, recordedAt, method, own, unit }: ShownConsent, ofOwn: string): string {
  const day = givenAt.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  const how = own ? ofOwn : texts.methods[method];
  return `${texts.given(formatDate(day))}, ${how}, ${[texts.recorded(formatDateTime(recordedAt)), unit].filter(Boolean).join(' ')}`;
}

type ScopeProps = { shown: ShownConsents; consent: ShownConsent; nth: number; today: Temporal.PlainDate };

/** What an answer opens and shuts: a row for each receiver and state, its kinds together. `nth`: which of the answers it is, so that each table is called something of its own. */
function ScopeTable({ shown, consent, nth, today }: ScopeProps) {
  const rows = Map.groupBy(consent.scopes, (scope) =>
    JSON.stringify([scope.organisation, scope.unit, scope.permits, scope.standing, scope.until.toString()]),
  );
  return (
    <Table
      caption={texts.scopesOf(kindTexts['lift-secrecy'], nth)}
      captionHidden
      columns={texts.scopeColumns.map((label) => ({ label }))}
      rows={[...rows.values()].map((scopes) => {
        const [scope] = scopes;
        if (!scope) return [];
        const who = receiverOf(shown.readers, scope);
        const held = !scope.standing ? texts.tookBack : isOver(scope.until, today) ? texts.ended : opensNow(shown, scope.permits);
        return [scope.permits ? texts.may(who) : texts.mayNot(who), saidKinds(scopes), formatDate(lastDay(scope.until)), held];
      })}
    />
  );
}

/** What somebody opens waits for the others who answer; what they shut is shut at once. */
function opensNow({ speaking: { joint } }: ShownConsents, permits: boolean): string {
  const said = joint?.['lift-secrecy'].answer;
  return permits && said !== undefined && said !== 'given' && said !== 'partly' ? texts.notYet : texts.holds;
}

/** Kinds that are opened for the same purposes, together: "Mål, Insatser: för att göra planen". */
function saidKinds(scopes: ShownConsent['scopes']) {
  const byKind = Map.groupBy(scopes, ({ dataKind }) => dataKind);
  const purposesOf = (of: readonly { readonly purpose: Purpose }[]) => purposes.filter((one) => of.some(({ purpose }) => purpose === one));
  const byPurposes = Map.groupBy([...byKind], ([, of]) => purposesOf(of).join());
  return [...byPurposes.values()].map((kinds) => {
    const why = purposesOf(kinds[0]?.[1] ?? []).map((purpose) => purposeTexts[purpose].short);
    return <p>{`${kinds.map(([kind]) => dataKindTexts[kind]).join(' · ')}: ${formatList(why)}`}</p>;
  });
}
