export { knowledgeApi } from './knowledge.api.ts';
export { knowledgePage } from './knowledge-entry.page.tsx';
export { knowledgeListPage } from './knowledge-list.page.tsx';
