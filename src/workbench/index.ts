// The checker page: its state, its panels, the editor. This door is for the pages and for content.config.ts.
export { blankSecrets } from './blank-secrets.ts'
export { caseOf, type Example, exampleSchema } from './example.ts'
