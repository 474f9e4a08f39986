import type { Signing } from './app.tsx';
import { demoSigningPage } from './features/demo/index.ts';
import { systemClock } from './platform/clock.ts';
import { demoSigning } from './platform/signing/demo-signing.ts';

/** A signing service in the program itself, with its page. It calls nobody back. */
export function fictionalSigning(): Signing {
  const demo = demoSigning(systemClock);
  return { name: 'den påhittade underskriftstjänsten', service: demo.service, isFrom: () => false, page: demoSigningPage(demo) };
}
