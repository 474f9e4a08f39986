import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Rows = z.array(z.string()).default([]);
const ByRow = z.record(z.string(), z.array(z.string())).default({});

/** One case of the key: a situation as the API takes it and what the answer must be. The header of cases.yaml says what each field means. */
const Case = z.strictObject({
  id: z.string(),
  why: z.string().min(20),
  situation: z.record(z.string(), z.unknown()),
  must: Rows,
  'must-not': Rows,
  results: z.record(z.string(), z.enum(['met', 'unmet', 'unknown'])).default({}),
  group: z.record(z.string(), z.enum(['main', 'joint', 'contributes', 'may-offer'])).default({}),
  who: ByRow,
  'who-not': ByRow,
  instead: ByRow,
  warned: Rows,
  'no-consent': Rows,
  outside: z.array(z.string()).optional(),
  silent: Rows,
  contradict: z.array(z.string()).optional(),
  counted: z.record(z.string(), z.unknown()).default({}),
  elsewhere: Rows,
  'elsewhere-maybe': Rows,
  conflict: z.array(z.tuple([z.string(), z.string()])).default([]),
  'no-conflict': z.boolean().default(false),
  steps: Rows,
  'certain-steps': Rows,
  'uncertain-steps': Rows,
  'no-steps': Rows,
  unknown: Rows,
  fallback: z.boolean().optional(),
});
export type Case = z.infer<typeof Case>;

/** One role of the key: who someone is, where, and the rows that the agreements do or do not ask of them. */
const RoleCase = z.strictObject({
  id: z.string(),
  why: z.string().min(20),
  county: z.string(),
  municipality: z.string().optional(),
  performer: z.string(),
  role: z.string(),
  must: z.array(z.string()).min(1),
  'must-not': Rows,
  always: Rows,
  'on-condition': Rows,
  together: ByRow,
});

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

export const cases = z.strictObject({ cases: z.array(Case) }).parse(read('cases.yaml')).cases;
export const roleCases = z.strictObject({ roles: z.array(RoleCase) }).parse(read('roles.yaml')).roles;
