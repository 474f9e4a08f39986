import type { Context } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { SummaryList } from '../../ui/index.ts';
import { actPage, given } from '../forms/index.ts';
import { joinPersons, readToJoin, type ToJoin } from './join-persons.ts';
import type { ShownRecord } from './load-record.ts';
import { readPerson } from './read-person.ts';
import { personTexts } from './texts.ts';
import { joinTexts as texts } from './texts-join.ts';
import { refusals } from './texts-refusals.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

/** The form that joins two records of the same person: first which the other is, then, with both to be seen beside each other, that they are joined. */
export const joinPage = actPage({
  path: '/personer/:id/for-ihop',
  permission: 'persons.join',
  texts: refusals,
  confirms: 'join-to-confirm',
  prepare: async (c, _, refused) => {
    const person = await readPerson(scopeOf(c), { id: idOf(c) });
    if (isRefusal(person)) return undefined;
    const both = refused?.refusal.code === 'join-to-confirm' ? await bothOf(c, refused.values.one('caseNumber')) : undefined;
    return {
      title: texts.title,
      lead: texts.lead,
      back: `/personer/${idOf(c)}`,
      submit: both ? texts.join : texts.submit,
      warning: both !== undefined,
      fields: [
        { kind: 'text', name: 'caseNumber', label: texts.caseNumber, hint: texts.caseNumberHint, width: 20 },
        { kind: 'lines', name: 'reason', label: texts.reason, rows: 3 },
      ],
      initial: given({}),
      hidden: { kept: both?.kept.id ?? '' },
      before: both && <BothRecords {...both} />,
    };
  },
  run: async (c, values) => {
    const [caseNumber, reason, kept] = [values.one('caseNumber'), values.one('reason'), values.one('kept')];
    if (reason.trim().length >= 3 && kept === '') {
      const both = await readToJoin(scopeOf(c), { id: idOf(c), caseNumber });
      return isRefusal(both) ? both : refuse('join-to-confirm');
    }
    const done = await joinPersons(scopeOf(c), { id: idOf(c), caseNumber, reason, kept: kept || idOf(c) });
    return isRefusal(done) ? done : { next: `/personer/${done.kept.row.id}?klart=ihop` };
  },
});

async function bothOf(c: Context<AppEnv>, caseNumber: string): Promise<ToJoin | undefined> {
  const both = await readToJoin(scopeOf(c), { id: idOf(c), caseNumber });
  return isRefusal(both) ? undefined : both.shown;
}

function BothRecords({ kept, going }: ToJoin) {
  return (
    <>
      <h2>{texts.compare}</h2>
      <p>{texts.check}</p>
      <h3>{texts.kept}</h3>
      <Facts {...kept} />
      <h3>{texts.going}</h3>
      <Facts {...going} />
    </>
  );
}

function Facts({ name, number, place, contacts }: ShownRecord) {
  return (
    <SummaryList
      rows={[
        { label: personTexts.name, value: name },
        { label: personTexts.number, value: number ?? personTexts.noNumber },
        { label: personTexts.address, value: place ? (place.address ?? personTexts.unknown) : personTexts.placeHidden },
        { label: texts.cases, value: contacts.map(({ caseNumber }) => caseNumber).join(', ') || '–' },
      ]}
    />
  );
}
