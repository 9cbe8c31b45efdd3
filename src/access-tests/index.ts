// Policy tests: requests, and the decisions that they must get. Reads and writes *.access.yaml; runs what was read. Does no I/O.
export { testsOfCases } from './from-cases.ts'
export { type AccessTests, type ListedPolicy, readAccessTests, type WantedRequest } from './read.ts'
export { type AccessResult, runAccessTests } from './run.ts'
export { type AccessTestsInput, writeAccessTests } from './write.ts'
