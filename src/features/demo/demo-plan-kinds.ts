import { stableId } from '../../platform/index.ts';
import type { SeedPlan } from '../plans/index.ts';
import { demoTexts } from './texts.ts';

const texts = demoTexts.plansOfKinds;

/** In a county a plan at a discharge that comes close, and a coordinated care plan that is being made: both of somebody whom the psychiatry works with. */
export function demoPlansOfKinds(
  of: { readonly county: string; readonly municipality: string; readonly person: string },
  { id, organisation, account }: SeedPlan['opener'],
  today: Temporal.PlainDate,
): SeedPlan[] {
  const opener = { id, organisation, account };
  const made = { ...of, opener, individual: undefined, by: 'staff', needed: true, asked: [], goals: [], texts: [] } as const;
  const at = (days: number, time: string) =>
    today.subtract({ days }).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: time }).toInstant().toString();
  return [
    {
      ...made,
      ...{ id: stableId(`demo:plan:discharge:${of.county}`), kind: 'discharge', on: today.subtract({ days: 2 }), reason: texts.discharge },
      sheets: [
        {
          sheet: 'discharge',
          words: {
            events: {
              ...{ admitted: at(3, '14:10'), admissionNotice: at(3, '16:30') },
              ...{ fixedContact: at(2, '10:00'), dischargeReady: at(1, '13:05') },
            },
            ...{ contact: texts.contact, openCareMissing: 'no', compulsory: false },
          },
        },
      ],
    },
    {
      ...made,
      ...{
        id: stableId(`demo:plan:care:${of.county}`),
        kind: 'coordinated-care-plan',
        on: today.subtract({ days: 1 }),
        reason: texts.care,
      },
      sheets: [
        { sheet: 'attitude', words: { words: texts.attitude } },
        { sheet: 'checks', words: { circumstances: { 'children-at-home': 'no', 'suicide-risk': 'yes' } } },
      ],
    },
  ];
}
