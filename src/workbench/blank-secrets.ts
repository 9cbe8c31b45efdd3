// The page's own thread blanks secrets, and loads nothing else of that room for it: the one door beside its index.ts.
export { blankSecrets } from '../denial/secrets.ts'
