export { measureBacklog } from './backlog.ts';
export { JOB_SCHEMA, type JobKind, type Jobs, startJobs } from './jobs.ts';
