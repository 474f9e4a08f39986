import type { DeadlinesFile, LawFile } from '../../domain/counties/national-files.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { BasisChip, Citation } from '../../ui/index.ts';
import { lawReferenceProps } from '../law/index.ts';

export type FurtherDeadline = DeadlinesFile['deadlines'][number];

/** Further time limits that bear on a duty, from the catalogue. */
export function furtherDeadlines(row: ResponsibilityRow, { deadlines }: DeadlinesFile): FurtherDeadline[] {
  return deadlines.filter(({ id }) => row['more-deadlines'].includes(id));
}

type Props = { deadline: FurtherDeadline; law: LawFile; on: string; asked: string | undefined };

/** A further time limit: what it is of, and what it rests on. `asked`: the day that was asked about when it is not today, for the link. */
export function Further({ deadline: { name, value, basis, law: reference }, law, on, asked }: Props) {
  return (
    <>
      {name}: <strong>{value}</strong> <BasisChip basis={basis} />{' '}
      {reference && <Citation {...lawReferenceProps(law, reference, on, asked)} />}
    </>
  );
}
