// The checker page: its state, its panels, the editor. This door is for the pages and for content.config.ts; the page itself mounts Checker.tsx, and the home page's box takes blank-secrets.ts, so that neither loads what the other needs.
export { type Example, exampleSchema } from './example.ts'
