export type { FormField } from './act-form.tsx';
export { actingOn, actPage, type FormManner, openActPage, ownActPage, type Prepared, type Refused } from './act-page.tsx';
export { given, type Values } from './form-values.ts';
