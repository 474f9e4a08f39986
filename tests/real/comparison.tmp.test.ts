import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { parse } from 'yaml';
import { ActivitiesFile } from '../../src/domain/counties/national-files.ts';
import { compileAgreement } from '../../src/domain/responsibilities/compile-agreement.ts';
import { compareActivities } from '../../src/domain/responsibilities/compare.ts';
import { agreements } from '../navigator/real-files.ts';
const file = ActivitiesFile.parse(parse(readFileSync('counties/national/activities.yaml','utf8')));
test('x', () => {
  const of = (c: string) => { const all = agreements.filter(a => a.county===c).map(compileAgreement); return { compared: all.filter(a=>a.agreement.area==='missbruk-beroende'), others: all.filter(a=>a.agreement.area!=='missbruk-beroende')}; };
  for (const a of compareActivities(file, { left: of('06'), right: of('20') })) {
    console.log(a.id, a.sameLaw, a.left.elsewhere.map(e=>e.row.row.id), a.right.elsewhere.length);
    for (const d of a.differences) console.log('   ', d.code, 'unit' in d ? d.unit : '', 'side' in d ? d.side : '', 'fact' in d ? d.fact : '', 'presence' in d ? d.presence.part : '', 'left' in d && 'part' in d.left ? `${d.left.part} / ${d.right.part} ${d.left.grounds.length} ${d.right.grounds.length}` : '');
  }
});
