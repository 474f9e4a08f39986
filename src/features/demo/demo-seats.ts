import type { Role } from '../../domain/access/roles.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { stableId } from '../../platform/index.ts';
import type { DemoSeat, DemoStaff } from './demo-staff.ts';

type Body = CountyFile['bodies'][number];

/** The bodies that somebody presides over in the demonstration: the first of each kind, with the role and the account's word for those who sit there. */
export function demoPresided({ bodies }: CountyFile): { slug: string; role: Role; body: Body }[] {
  const kinds = [
    { kind: 'political', slug: 'politiker', role: 'political-body' },
    { kind: 'officials', slug: 'tjansteledning', role: 'strategy-group' },
    { kind: 'strategy', slug: 'strategigrupp', role: 'strategy-group' },
  ] as const;
  return kinds.flatMap(({ kind, slug, role }) =>
    bodies
      .filter((one) => one.kind === kind && one.level === 'county')
      .slice(0, 1)
      .map((body) => ({ slug, role, body })),
  );
}

/** The chair and the vice chair of a body: the first two accounts whose first assignment is there. */
export function demoSeats(county: string, body: string, staff: readonly DemoStaff[]): DemoSeat[] {
  const there = staff.filter(({ assignments: [held] }) => held.body === body);
  return (['chair', 'vice-chair'] as const).flatMap((position, nth) => {
    const one = there[nth];
    if (!one) return [];
    const { account, name: holder, home: organisation } = one;
    return [{ id: stableId(`demo:seat:${county}:${body}:${position}`), body, position, organisation, account, holder }];
  });
}
