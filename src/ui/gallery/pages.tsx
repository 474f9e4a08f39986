import { StatusTag } from '../components/status-tag.tsx';
import { AboutPage } from '../pages/about-page.tsx';
import { AccessibilityPage } from '../pages/accessibility-page.tsx';
import { ErrorPage } from '../pages/error-page.tsx';
import { galleryShell } from './shell.ts';

/** What Överens is, with one invented source. */
export function AboutGallery() {
  const source = {
    title: 'Missbruk och beroende',
    href: '/avtal/exempel',
    meta: ['Jönköpings län', 'version 10.0'],
    tag: <StatusTag status="in-force" />,
  };
  return <AboutPage shell={galleryShell('/om')} sources={[source]} />;
}

/** The accessibility statement of a service whose owner has not given a contact. */
export function AccessibilityGallery() {
  return <AccessibilityPage shell={galleryShell('/tillganglighet')} />;
}

/** A page that does not exist. */
export function NotFoundGallery() {
  return <ErrorPage shell={galleryShell('/finns-inte')} status={404} />;
}

/** A fault of ours. */
export function FaultGallery() {
  return <ErrorPage shell={{ ...galleryShell('/avtal'), counties: [], county: undefined }} status={500} requestId="0198f3c2" />;
}
