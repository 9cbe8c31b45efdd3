// The checker page: its state, its panels, the editor. This door is for the pages and for content.config.ts; the page itself mounts Checker.tsx.
export { blankSecrets } from './blank-secrets.ts'
export { type Example, exampleSchema } from './example.ts'
