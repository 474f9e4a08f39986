import { AnswersGallery } from './answers.tsx';
import { BlocksGallery } from './blocks.tsx';
import { FormsGallery } from './forms.tsx';
import { ReadingGallery } from './reading.tsx';
import { TablesGallery } from './tables.tsx';

/** The pages of the gallery, by file name: all components, with content like the real. Looked at by people and by axe. */
export const gallery = {
  svar: AnswersGallery,
  avtal: ReadingGallery,
  tabeller: TablesGallery,
  formular: FormsGallery,
  block: BlocksGallery,
} as const;
