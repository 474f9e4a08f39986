import type { Child } from 'hono/jsx';
import type { DataKind } from '../../../domain/consents/kinds.ts';
import { lastDay } from '../../../domain/consents/spell-out.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { scopeOf } from '../../../platform/index.ts';
import { formatList } from '../../../ui/index.ts';
import type { Manner, OwnSection } from '../../plans/index.ts';
import { ownConsentsHref } from '../consent-href.ts';
import { type Reader, readConsents, type ShownConsents } from '../read-consents.ts';

/** On the individual's page of a plan: who reads what until when, and what nobody may know. */
export const ownReaders: OwnSection = {
  show: async (c, { id }, manner) => {
    const found = await readConsents(scopeOf(c), { plan: id });
    if (isRefusal(found)) return null;
    const t = manner.words.consent;
    return (
      <section aria-labelledby="vem-laser">
        <h2 id="vem-laser">{t.heading}</h2>
        <p>{t.lead}</p>
        <Readers shown={found.shown} manner={manner} />
        <p>
          <a class="govuk-link" href={ownConsentsHref(id)}>
            {t.change}
          </a>
        </p>
      </section>
    );
  },
};

/** Each that takes part, with what they read now and for how long, what they may not know, and those that work with the person themselves. */
export function Readers({ shown, manner }: { shown: ShownConsents; manner: Manner }) {
  const t = manner.words.consent;
  const others = shown.readers.filter(({ owner }) => !owner);
  const ours = shown.readers.filter(({ owner }) => owner).map(({ unit_name }) => unit_name);
  return (
    <>
      {others.length === 0 && <p>{t.nobodyElse}</p>}
      <ul class="ov-own-list">
        {others.map((reader) => (
          <li class="ov-own-card">{readsOf(reader, shown, manner)}</li>
        ))}
      </ul>
      {ours.length > 0 && <p>{t.ownUnits(formatList(ours))}</p>}
    </>
  );
}

function readsOf(reader: Reader, shown: ShownConsents, { words, date }: Manner): Child {
  const t = words.consent;
  const who = `${reader.unit_name}, ${reader.organisation_name}`;
  const kindsBy = (by: string) => reader.reads.filter((one) => one.by === by).map(({ kind }) => kind);
  const [byLaw, shut] = [kindsBy('rule'), kindsBy('excluded')];
  const byDay = Map.groupBy(kindsBy('consent'), (kind) => untilOf(reader, shown, kind)?.toString() ?? '');
  const list = (kinds: readonly DataKind[]) => kinds.map((kind) => t.data[kind]).join(' · ');
  return (
    <>
      {byDay.size === 0 && byLaw.length === 0 && <p>{t.readsNothing(who)}</p>}
      {(byDay.size > 0 || byLaw.length > 0) && (
        <p>
          <strong>{t.reads(who)}</strong>
        </p>
      )}
      {[...byDay].map(([day, kinds]) => (
        <p>
          {list(kinds)}
          {day && <span class="ov-muted">{` (${t.until(date(Temporal.PlainDate.from(day)))})`}</span>}
        </p>
      ))}
      {byLaw.length > 0 && (
        <p>
          {list(byLaw)} <span class="ov-muted">{`(${t.byLaw})`}</span>
        </p>
      )}
      {shut.length > 0 && (
        <>
          <p>
            <strong>{t.shut(who)}</strong>
          </p>
          <p>{list(shut)}</p>
        </>
      )}
    </>
  );
}

/** The last day on which a receiver reads a kind of data, by what the person has answered and not taken back. */
function untilOf({ organisation, unit }: Reader, { consents }: ShownConsents, kind: DataKind): Temporal.PlainDate | undefined {
  const days = consents
    .flatMap(({ withdrawn, scopes }) => (withdrawn ? [] : scopes))
    .filter((one) => one.permits && one.standing && one.dataKind === kind && one.organisation === organisation)
    .filter((one) => one.unit === undefined || one.unit === unit)
    .map(({ until }) => lastDay(until));
  return days.toSorted(Temporal.PlainDate.compare).at(-1);
}
