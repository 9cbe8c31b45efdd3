// node scripts/list-checks.ts: writes src/lint/checks/index.ts from the folder, so that a new check is one new file and nothing else. Run before
// every build and test; what it writes is committed, because Node, Vite and Vitest read it alike.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../src/lint/checks/', import.meta.url))

/** "pass-role-with-star" exports "passRoleWithStar". */
const nameOf = (slug: string): string => slug.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const slugs = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()
const text = [
  '// Written by scripts/list-checks.ts from the files of this folder.',
  "import type { Check } from '../check.ts'",
  ...slugs.map((slug) => `import { ${nameOf(slug)} } from './${slug}.ts'`),
  '',
  '/** Every check there is, by the names of their files. */',
  'export const checks: readonly Check[] = [',
  ...slugs.map((slug) => `  ${nameOf(slug)},`),
  ']',
  '',
].join('\n')
const target = `${folder}index.ts`
if (readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
