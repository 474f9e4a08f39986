import { AnswersGallery } from './answers.tsx';
import { BlocksGallery } from './blocks.tsx';
import { FormsGallery } from './forms.tsx';
import { AboutGallery, AccessibilityGallery, FaultGallery, NotFoundGallery } from './pages.tsx';
import { ReadingGallery } from './reading.tsx';
import { TablesGallery } from './tables.tsx';

/** The pages of the gallery, by name: all components, with content like the real. Looked at by people and by axe. */
export const gallery = {
  svar: AnswersGallery,
  avtal: ReadingGallery,
  tabeller: TablesGallery,
  formular: FormsGallery,
  block: BlocksGallery,
  om: AboutGallery,
  tillganglighet: AccessibilityGallery,
  'finns-inte': NotFoundGallery,
  fel: FaultGallery,
} as const;
