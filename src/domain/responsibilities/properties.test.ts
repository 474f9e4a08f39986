import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgreementFile } from '../counties/agreement-file.ts';
import { situationFile, situationOf } from './given.ts';
import { asksWhatMatters, leadsSomewhere, widensOnly } from './given-properties.ts';
import { anyAgreement, anyFacts } from './given-random.ts';
import { compileNavigator } from './navigator.ts';

const file = { ...situationFile, implications: [] };
const agreements = fc.array(anyAgreement(file), { maxLength: 2 });
const facts = anyFacts(file);
const navigatorOf = (given: AgreementFile[]) =>
  compileNavigator(
    given.map((agreement, index) => ({ agreement: { ...agreement, slug: `a${index}` }, status: undefined })),
    file,
  );

test('whatever the agreements, knowing less never removes a duty, and only makes results uncertain', () => {
  fc.assert(
    fc.property(agreements, facts, (given, known) => {
      expect(() => widensOnly(navigatorOf(given), situationOf(known))).not.toThrow();
    }),
  );
});

test('whatever the agreements, every situation has an answer or somewhere to turn, and every duty its source', () => {
  fc.assert(
    fc.property(agreements, facts, (given, known) => {
      expect(() => leadsSomewhere(navigatorOf(given), situationOf(known))).not.toThrow();
    }),
  );
});

test('whatever the agreements, what is asked changes the answer, and nothing is left unasked that would', () => {
  fc.assert(
    fc.property(agreements, facts, (given, known) => {
      expect(() => asksWhatMatters(navigatorOf(given), known, { county: '06', implied: [] })).not.toThrow();
    }),
  );
});
