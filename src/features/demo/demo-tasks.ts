import type { SeedEstablished, SeedTask } from '../plans/index.ts';
import type { DemoRegister } from './demo-register.ts';
import { demoTexts } from './texts.ts';

const texts = demoTexts.tasks;

/**
 * What has been asked of whom in the plans that are carried out: what the leading unit does itself, which is late; and what it asks of the support at home, once
 * taken back, once answered with a no, and once waiting for an answer.
 */
export function demoTasks(established: readonly SeedEstablished[], { staff }: DemoRegister, today: Temporal.PlainDate): SeedTask[] {
  return established.flatMap(({ plan, by, measures: [therapy, support] }): SeedTask[] => {
    const helper = staff.find(({ assignments: [{ role, unit }] }) => role === 'municipal-case-worker' && unit === support?.unit.id);
    if (!therapy || !support || !helper) return [];
    const asks = { plan, requester: by, owner: { ...support.unit, account: helper.account } };
    const visits = { nth: 1, what: support.what, outside: support.outside };
    return [
      {
        ...{ ...asks, owner: by, name: 'therapy', measure: { nth: 0, what: therapy.what, outside: therapy.outside }, message: '' },
        ...{ on: today.subtract({ days: 18 }), due: today.subtract({ days: 2 }) },
        moves: [{ to: 'in-progress', side: 'owner' }],
      },
      {
        ...{ ...asks, name: 'visits-first', measure: visits, message: texts.first },
        ...{ on: today.subtract({ days: 18 }), due: today.add({ days: 20 }) },
        moves: [
          { to: 'received', side: 'owner' },
          { to: 'cancelled', side: 'requester', reason: texts.takenBack },
        ],
      },
      {
        ...{ ...asks, name: 'visits-no', measure: visits, message: texts.second },
        ...{ on: today.subtract({ days: 12 }), due: today.add({ days: 10 }) },
        moves: [{ to: 'rejected', side: 'owner', reason: texts.no }],
      },
      {
        ...{ ...asks, name: 'visits', measure: visits, message: texts.third },
        ...{ on: today.subtract({ days: 3 }), due: today.add({ days: 5 }) },
        moves: [],
      },
    ];
  });
}
