import { sectionsOf } from '../../domain/agreements/sections.ts';
import type { AgreementFile, Section } from '../../domain/counties/agreement-file.ts';
import type { PickGroup } from '../../ui/index.ts';

/** The responsibilities of an agreement to choose among, under the headings of its matrix. `sentAs`: what one is sent as, by its id. */
export function rowChoices(
  { matrix, responsibilities }: Pick<AgreementFile, 'matrix' | 'responsibilities'>,
  sentAs: (id: string) => string = (id) => id,
): PickGroup[] {
  const byGroup = Map.groupBy(responsibilities, ({ group }) => group);
  return matrix.groups.flatMap(({ id: group, heading }) => {
    const rows = byGroup.get(group) ?? [];
    const options = rows.map(({ id, activity }) => ({ value: sentAs(id), label: `${id} ${activity}` }));
    return options.length === 0 ? [] : [{ heading, options }];
  });
}

/** The sections of an agreement to choose among, under its chapters. */
export function sectionChoices(sections: readonly Section[]): PickGroup[] {
  const named = ({ number, heading }: Section) => [number, heading].filter(Boolean).join(' ');
  return sections.map((chapter) => ({
    heading: named(chapter),
    options: sectionsOf([chapter]).map(({ section }) => ({ value: section.id, label: named(section) })),
  }));
}
