import { afterAll } from 'vitest';
import { takeBackGiven } from './database.ts';

// Run anew for each test file, also where several share a process.
afterAll(takeBackGiven);
