import { type Fault, fault, showPath } from './check-fault.ts';
import { pieces, texts } from './check-select.ts';
import { endsBeforeStart, overlaps } from './check-versions.ts';
import { Body, CountyFile, District } from './county-file.ts';

/** What county.yaml must mean: codes of the county, districts without overlap in time, bodies that someone sits in. */
export function checkCountyFile(file: string, county: unknown): Fault[] {
  const code = CountyFile.shape.code.safeParse(texts(county, 'code')[0]?.value);
  const outside = texts(county, 'municipalities.*.code').flatMap(({ path, value }) =>
    code.success && !value.startsWith(code.data) ? [fault(file, path, 'municipality-outside-county', { value, county: code.data })] : [],
  );
  const empty = pieces(county, 'bodies.*', Body).flatMap(({ path, value }) =>
    value.seats.length === 0 ? [fault(file, [...path, 'seats'], 'body-without-seats', { body: value.id })] : [],
  );
  return [...outside, ...empty, ...memberships(file, county)];
}

/** A municipality belongs to one district at a time. */
function memberships(file: string, county: unknown): Fault[] {
  const members = pieces(county, 'districts.*.members.*', District.shape.members.element);
  return members.flatMap(({ path, value }, index) => {
    const before = members.slice(0, index).find((other) => other.value.municipality === value.municipality && overlaps(other.value, value));
    const district = before && texts(county, 'districts.*.id').find((id) => id.path[1] === before.path[1])?.value;
    return [
      ...endsBeforeStart(file, path, value),
      ...(before
        ? [
            fault(file, path, 'membership-overlaps', {
              municipality: value.municipality,
              other: district ?? '',
              first: showPath(before.path),
            }),
          ]
        : []),
    ];
  });
}
