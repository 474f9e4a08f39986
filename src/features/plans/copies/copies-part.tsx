import type { Child } from 'hono/jsx';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Scope } from '../../../platform/index.ts';
import { BasisChip, formatDate, formatDateTime, Table } from '../../../ui/index.ts';
import { type CopyRetention, copyTimeTexts, howLong } from '../../retention/index.ts';
import { planHref } from '../plan-href.ts';
import type { ShownPlan } from '../show-plan.ts';
import { readCopies, type ShownCopy } from './read-copies.ts';
import { copyStateTexts, copiesTexts as texts } from './texts-copies.ts';

/** Where the copies of a plan are, and one of them; `base` is where the plan is, for staff or for the individual. */
export const copiesHref = (base: string) => `${base}/kopior`;
export const copyHref = (base: string, copy: string) => `${copiesHref(base)}/${copy}`;

/** Who has got which version, on the page of a plan; null before it is established. */
export async function copiesPart(plan: ShownPlan, scope: Scope): Promise<Child> {
  if (!plan.established) return null;
  const found = await readCopies(scope, { plan: plan.id });
  if (isRefusal(found)) return null;
  const latest = Math.max(...found.copies.map(({ number }) => number));
  const here = found.copies.filter(({ number }) => number === latest);
  return (
    <>
      <CopyTable copies={here} base={planHref(plan.id)} />
      <p>
        <a class="govuk-link" href={copiesHref(planHref(plan.id))}>
          {texts.all}
        </a>
      </p>
      <p>
        <a class="govuk-link" href={`${planHref(plan.id)}/utskrift`}>
          {texts.print}
        </a>
      </p>
    </>
  );
}

/** The copies with where each is, and what the reader may do with it. */
export function CopyTable({ copies, base, acts = false }: { copies: readonly ShownCopy[]; base: string; acts?: boolean }) {
  if (copies.length === 0) return <p>{texts.none}</p>;
  return (
    <Table
      caption={texts.caption}
      captionHidden
      columns={texts.columns.map((label) => ({ label }))}
      rows={copies.map((copy) => [
        receiverOf(copy),
        copy.abilities.open ? (
          <a class="govuk-link" href={copyHref(base, copy.id)}>
            {texts.openOf(copy.number)}
          </a>
        ) : (
          texts.version(copy.number)
        ),
        <>
          {copyStateTexts[copy.state]}
          {copy.receiver === 'unit' && <KeptFor copy={copy} />}
          {acts && <CopyActs copy={copy} base={base} />}
        </>,
        whenOf(copy),
      ])}
    />
  );
}

function KeptFor({ copy: { state, retention, own, thinned_at } }: { copy: ShownCopy }) {
  if (thinned_at) return <p class="ov-muted">{copyTimeTexts.thinned(formatDateTime(thinned_at))}</p>;
  if (state !== 'delivered' && state !== 'received') return null;
  return (
    <p class="ov-muted">
      <CopyTime retention={retention} own={own} />
    </p>
  );
}

/** How long a copy is kept, and on what ground; that it is not known where its huvudman has not said. */
export function CopyTime({ retention, own }: { retention: CopyRetention | undefined; own: boolean }) {
  if (!retention) return <span>{own ? copyTimeTexts.unstated : copyTimeTexts.unstatedOther}</span>;
  const { rule, due } = retention;
  const until = due && (rule.countsFrom === 'received' ? copyTimeTexts.untilFixed : copyTimeTexts.until)(formatDate(due));
  return (
    <span>
      {until ?? howLong(rule)} {rule.basis && <BasisChip basis={rule.basis} />} {rule.citation}
    </span>
  );
}

function CopyActs({ copy: { id, abilities }, base }: { copy: ShownCopy; base: string }) {
  const here = copyHref(base, id);
  return (
    <>
      {abilities.annul && (
        <p>
          <a class="govuk-link" href={`${here}/aterkalla`}>
            {texts.annul}
          </a>
        </p>
      )}
      {abilities['send-again'] && (
        <p>
          <a class="govuk-link" href={`${here}/skicka`}>
            {texts.sendAgain}
          </a>
        </p>
      )}
    </>
  );
}

/** Who a copy is for. */
export function receiverOf({ receiver, unit_name, organisation_name }: ShownCopy): string {
  return receiver === 'individual' ? texts.theIndividual : [unit_name, organisation_name].filter(Boolean).join(', ');
}

function whenOf({ annulled_at, received_at, at, ordered_at }: ShownCopy): string {
  return formatDateTime(annulled_at ?? received_at ?? at ?? ordered_at);
}
