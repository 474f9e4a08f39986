import { SecrecyRule } from '../consents/secrecy-rules-file.ts';
import { type Fault, fault } from './check-fault.ts';
import { pieces } from './check-select.ts';

/**
 * What the rules that break secrecy must mean: a rule says which law it is in, unless none was found; one that can be used says when, and no other does; and one that is about
 * ongoing misuse says of what, as the law names some and not others.
 */
export function checkSecrecyRules(file: string, value: unknown): Fault[] {
  return pieces(value, 'rules.*', SecrecyRule).flatMap(({ path, value: { standing, law, ways, misuses } }) => {
    const isAboutMisuse = ways.flat().includes('ongoing-misuse');
    return [
      ...(standing !== 'not-found' && law.length === 0 ? [fault(file, path, 'law-without-reference', {})] : []),
      ...((standing === 'usable') === ways.length > 0 ? [] : [fault(file, path, 'ways-of-standing', { standing })]),
      ...(isAboutMisuse === misuses.length > 0 ? [] : [fault(file, path, 'misuses-of-ways', { said: misuses.length > 0 })]),
    ];
  });
}
