// Files of policy tests and the policies that they name.
import { readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { type AccessTests, type ListedPolicy, readAccessTests } from '../access-tests/index.ts'
import type { DocumentInput, PolicyInput } from '../evaluate/index.ts'
import { type DocumentType, documentTypes, guessPolicyType, type PolicyType, readPolicy } from '../iam/index.ts'
import { type Position, readJson } from '../text/index.ts'
import { problemWords } from '../words/index.ts'
import { whyUnreadable } from './io.ts'
import { type FileList, listFiles } from './list-files.ts'
import { policiesInFile } from './policies-in-file.ts'
import type { PolicyInFile } from './policy-in-file.ts'

/** The files of tests in these files, folders, and patterns. In a folder, these are the files named *.access.yaml. */
export function listTestFiles(names: readonly string[]): FileList {
  const lists = names.map((name) => (isFolder(name) ? filesIn(name) : listFiles([name])))
  return {
    files: [...new Set(lists.flatMap(({ files }) => files))],
    unread: lists.flatMap(({ unread }) => unread),
  }
}

/** The files of tests among these files, folders, and patterns, and all others below the current folder that name one of the files as a policy. */
export function testFilesAbout(names: readonly string[]): readonly string[] {
  const named = new Set(listFiles(names).files.map((file) => resolve(file)))
  const below = listTestFiles(['.']).files.map((file) => resolve(file))
  const about = below.filter((file) => !named.has(file) && namesPolicyIn(file, named))
  return [...[...named].filter((file) => testName.test(file)), ...about].map((file) => relative('.', file))
}

const testName = /\.access\.(?:yaml|yml|json)$/

/** Does a file of tests name one of these files, given by their absolute paths? One that can't be read might. */
function namesPolicyIn(file: string, named: ReadonlySet<string>): boolean {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return true
  }
  const read = readAccessTests(text)
  const isNamed = (policy: ListedPolicy): boolean =>
    policy.is === 'file' && named.has(resolve(dirname(file), policy.path))
  return !read.ok || read.tests.some(({ policies }) => policies.some(isNamed))
}

function filesIn(folder: string): FileList {
  const files = globSync('**/*.access.{yaml,yml,json}', {
    cwd: folder,
    absolute: folder !== '.',
    ignore: ['**/node_modules/**'],
  }).sort()
  return files.length > 0
    ? { files, unread: [] }
    : { files, unread: [{ name: folder, why: 'this folder has no *.access.yaml' }] }
}

function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory()
  } catch {
    return false
  }
}

/** A policy that can't be used, and where the file of tests names it. */
export interface PolicyFault {
  readonly problem: string
  readonly at: Position
}

/** The policies of a set of tests: those in other files are read now. */
export async function policiesOf(
  { policies }: Pick<AccessTests, 'policies'>,
  file: string,
): Promise<{ readonly policies: readonly (PolicyInput | DocumentInput)[]; readonly faults: readonly PolicyFault[] }> {
  const found: (PolicyInput | DocumentInput)[] = []
  const faults: PolicyFault[] = []
  for (const policy of policies) {
    const read = await policiesAt(policy, file)
    if (typeof read === 'string') faults.push({ problem: read, at: policy.at })
    else found.push(...read)
  }
  return { policies: found, faults }
}

/** The policies of one entry, or why there are none. */
async function policiesAt(
  listed: ListedPolicy,
  file: string,
): Promise<readonly (PolicyInput | DocumentInput)[] | string> {
  if (listed.is === 'here') {
    const [slip] = readJson(listed.policy.text ?? '').problems
    return slip ? problemWords(slip).message : [listed.policy]
  }
  const { path, type, name, target } = listed
  let text: string
  try {
    text = readFileSync(resolve(file === '-' ? '.' : dirname(file), path), 'utf8')
  } catch (error) {
    return `can’t read ${path}: ${whyUnreadable(error)}`
  }
  if (type !== undefined && isDocument(type)) return [{ type, name: name ?? path, target, text }]
  const { policies, unread } = await policiesInFile(text)
  if (unread[0] !== undefined) return `${path}: ${unread[0]}`
  if (policies.length === 0) return `${path} has no policy`
  const broken = policies.map(errorInFile).find((each) => each !== undefined)
  if (broken !== undefined) return `${path}: ${broken}`
  return policies.map((policy) => ({
    type: type ?? policy.policyType ?? guessPolicyType(policy.text).type,
    name: name ?? policy.name ?? path,
    target,
    text: policy.text,
  }))
}

const isDocument = (type: PolicyType | DocumentType): type is DocumentType =>
  documentTypes.some((each) => each === type)

/**
 * What AWS would reject in a policy of the project: the statement would allow nothing, and pass for one that denies. Policies that are written in the
 * file of tests itself may show on purpose what a wrong statement does, so of those only the syntax counts.
 */
function errorInFile({ text, positionOf }: PolicyInFile): string | undefined {
  const error = readPolicy(text).problems.find(({ severity }) => severity === 'error')
  if (!error) return undefined
  const { line, column } = positionOf(error.span.from)
  return `${problemWords(error).message} (line ${line}, column ${column})`
}
