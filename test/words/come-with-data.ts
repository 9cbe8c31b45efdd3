import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import type { Messages } from '../../src/words/index.ts'

/** Files with words that come with a row of data. Each is its own ID in the table `data` (`dataText`): they can be translated where they are. */
export const comeWithData = [
  'advise/deeds/options-compute',
  'advise/deeds/options-data',
  'advise/deeds/options-management',
  'advise/deeds/options-storage',
  'denial/assemble',
  'denial/documents/boundaries',
  'denial/documents/pick',
  'denial/documents/shapes',
  'denial/look-alikes',
  'denial/other-systems',
  'denial/with-recorded',
  'denial/secrets/aws-kinds',
  'denial/secrets/command-kinds',
  'denial/secrets/password-kinds',
  'denial/secrets/token-kinds',
  'iam/policy-type',
  'lint/escalation/account-paths',
  'lint/escalation/exposures',
  'lint/escalation/in-accounts',
  'lint/escalation/pass-role-paths',
  'lint/escalation/service-paths',
  'reference/billing-pages-billing',
  'reference/billing-pages-cost',
  'reference/billing-pages-related',
  'reference/facts/oidc-issuers',
  'reference/facts/whole-calls',
  'reference/role-needs',
]

/** Rows about sentences of services: who a service calls as, for example. */
const sentences = readdirSync('src/denial/sentences').map((name) => `denial/sentences/${name.replace(/\.ts$/, '')}`)

/** The table `data` as a file has it: every text in these files, under itself. */
export const dataMessages = (): Messages =>
  Object.fromEntries([...comeWithData, ...sentences].flatMap(textsIn).map((text) => [text, text]))

function textsIn(name: string): readonly string[] {
  const file = `src/${name}.ts`
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    if (ts.isStringLiteralLike(node) && node.text !== '') found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))
  return found
}
