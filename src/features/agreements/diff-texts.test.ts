import { describe, expect, test } from 'vitest';
import { situationFile, taxonomy } from '../../../tests/navigator/real-files.ts';
import { CHANGE_KINDS } from '../../domain/agreements/diff/change.ts';
import { diffMeaning } from '../../domain/agreements/diff/diff-versions.ts';
import { seeds } from '../../domain/agreements/diff/given-seeds.ts';
import { FJALLMARK, fjallmark, nextOf } from '../../domain/agreements/diff/given-versions.ts';
import type { DiffNames } from './diff-names.ts';
import { AREAS, areaOf, changeText } from './diff-texts.ts';

const [first] = fjallmark;
const seat = { certainty: 'source' as const, kind: 'officials' as const, level: 'county' as const, task: 'x', seats: [] };
const names: DiffNames = {
  situation: situationFile,
  taxonomy,
  deadlines: { deadlines: [{ id: 'D01', name: 'Start av SIP', value: 'genast', basis: 'law', configurable: false, certainty: 'statute' }] },
  county: {
    bodies: [
      { ...seat, id: 'samradet', name: 'Fjällmarks samråd' },
      { ...seat, id: 'fackgruppen', name: 'Fackgruppen' },
      { ...seat, id: 'distriktsradet', name: 'Distriktsrådet' },
      { ...seat, id: 'vardutskottet', name: 'Vårdutskottet' },
    ],
    municipalities: [{ code: '9903', name: 'Sjöhed' }],
  },
  titles: new Map([['fjallmark-barn', 'Fjällmarks barnöverenskommelse']]),
};
const told = (name: string, backwards = false) => {
  const { change } = seeds.find((seed) => seed.name === name) ?? expect.fail(`no seed ${name}`);
  const next = nextOf(first, change);
  const [from, to] = backwards ? [next, first] : [first, next];
  return diffMeaning({ from, to, municipalities: FJALLMARK }).map((one) => changeText(one, names));
};

describe('a change is told in Swedish', () => {
  test.each([
    ['it is followed up every year', 'Uppföljning: varje år, i stället för var 18:e månad.'],
    ['a duty is new', 'Nytt ansvar: Tolk. Det ligger på kommunens stöd.'],
    ['a duty is gone', 'Ansvaret Boende med stöd tas bort. Det låg på kommunens stöd.'],
    ['somebody joins in a duty', 'Boende med stöd: vårdcentral tillkommer (deltar).'],
    ['somebody leaves a duty', 'Oro för barn: specialistvård är inte längre med.'],
    ['somebody gets another part in a duty', 'Avgiftning: specialistvård får ”huvudansvar” i stället för ”ansvarar”.'],
    ['the condition of a duty is another', 'LARO har villkoret: ålder: 20–120 år, i stället för ålder: 18–120 år.'],
    ['a duty holds always', 'Boende med stöd gäller nu alltid.'],
    ['a time limit is new', 'Boende med stöd har tidsgränsen: 14 dagar (överenskommelse). Tillkommer.'],
    ['another time limit bears on a duty', 'Boende med stöd berörs också av tidsgränserna: Start av SIP. Tillkommer.'],
    ['a party leaves', 'Sjöhed är inte längre part.'],
    ['it is extended longer', `Förlängs med: 12\u00a0månader, i stället för 6\u00a0månader.`],
    ['another body adopts', 'Regionens vårdutskott fastställer för regionen. Det gör: Fjällmarks samråd, i stället för Vårdutskottet.'],
    ['nothing applies instead', 'För andra gäller: Fjällmarks barnöverenskommelse. Tas bort.'],
    ['a vulnerable group is named', 'Särskilt sårbara grupper är – nytt: ”Unga föräldrar”.'],
    ['it is not followed up', 'Återkommande: uppföljning var 18:e månad. Tas bort.'],
    [
      'a question is answered by that it does not apply here',
      'Hur ses ni i vardagen, läge: gäller inte här. Tillkommer.',
      'Hur ses ni i vardagen, varför det inte gäller här: ”Vi sitter i samma hus.”. Tillkommer.',
    ],
    ['a step of the ladder is others', 'Steg i trappan: ”Verksamhetscheferna”, i stället för ”Arbetsledarna”.'],
  ])('when %s: %s', (name, ...sentences) => {
    expect(told(name)).toEqual(sentences);
  });

  test.each(seeds.filter(({ tells }) => tells.length > 0).map(({ name }) => name))(
    'in whole sentences, there and back, when %s',
    (name) => {
      for (const sentence of [...told(name), ...told(name, true)]) {
        expect(sentence).toMatch(/^[\p{Lu}”][^{}]*\.$/u);
        expect(sentence).not.toMatch(/undefined|null|\[object|(^|\s)[a-z]+-[a-z]+-|\b(samradet|vardutskottet|fackgruppen|must|should)\b/);
      }
    },
  );

  test('under a heading for every kind there is', () => {
    expect(new Set(CHANGE_KINDS.map(areaOf))).toEqual(new Set(AREAS));
  });
});
