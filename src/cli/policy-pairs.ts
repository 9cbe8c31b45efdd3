// Which policies of an old and a new set of files belong together.
import { isAbsolute, relative } from 'node:path'
import type { Unread } from '../logs/index.ts'
import { filesAt, textAt } from './base-files.ts'
import { readTexts } from './files.ts'
import type { Io } from './io.ts'
import { listFiles } from './list-files.ts'
import { policiesInFile } from './policies-in-file.ts'
import type { PolicyInFile } from './policy-in-file.ts'

/** One policy before and after; undefined where it isn't there. */
export interface PolicyPair {
  /** The new file, or the old one where the policy was removed. */
  readonly file: string
  readonly old: PolicyInFile | undefined
  readonly new: PolicyInFile | undefined
}

/** Pairs, and what can't be read. */
export interface PolicyPairs {
  readonly pairs: readonly PolicyPair[]
  readonly unread: readonly Unread[]
}

interface Text {
  readonly file: string
  /** What the file of the other side is called: its path within the folder or the pattern. */
  readonly path: string
  readonly text: string
}

interface Texts {
  readonly texts: readonly Text[]
  readonly unread: readonly Unread[]
}

/** The policies of one side alone, as the new ones. */
export const policiesOf = async (names: readonly string[], io: Io): Promise<PolicyPairs> => {
  const { texts, unread } = await textsIn(names, io)
  return paired({ texts: [], unread: [] }, { texts, unread })
}

/** Two names: files are compared as they are, folders and patterns by the paths within them. */
export const pairsBetween = async (old: string, now: string, io: Io): Promise<PolicyPairs> => {
  const [before, after] = [await textsIn([old], io), await textsIn([now], io)]
  const [onlyOld, onlyNew] = [before.texts[0], after.texts[0]]
  const areFiles = before.texts.length === 1 && after.texts.length === 1 && onlyOld && onlyNew
  return areFiles && isOneFile(old) && isOneFile(now)
    ? paired(
        { ...before, texts: [{ ...onlyOld, path: onlyFile }] },
        { ...after, texts: [{ ...onlyNew, path: onlyFile }] },
      )
    : paired(before, after)
}

/** The path of a file that someone compares with one of another name. */
const onlyFile = ''
const isOneFile = (name: string): boolean => listFiles([name]).files[0] === name

/** Files as they are now against the same files at a commit. */
export async function pairsSince(ref: string, names: readonly string[], io: Io): Promise<PolicyPairs> {
  const files = filesAt(ref, names)
  if (typeof files === 'string') return { pairs: [], unread: [{ name: ref, why: files }] }
  const texts: Text[] = []
  const unread: Unread[] = []
  for (const file of files) {
    const read = textAt(ref, file)
    if (typeof read === 'string') unread.push({ name: `${ref}:${file}`, why: read })
    else texts.push({ file, path: file, text: read.text })
  }
  const after = await textsIn(names, io)
  // A missing file was removed. That isn't a mistake if the commit has it.
  const missing = after.unread.filter(({ name }) => !files.some((file) => file === name || file.startsWith(`${name}/`)))
  const here = after.texts.map((each) => ({ ...each, path: relative('.', each.file).replaceAll('\\', '/') }))
  return paired({ texts, unread }, { texts: here, unread: missing })
}

async function textsIn(names: readonly string[], io: Io): Promise<Texts> {
  const texts: Text[] = []
  const unread: Unread[] = []
  for (const name of names) {
    const list = listFiles([name])
    unread.push(...list.unread)
    for (const file of list.files) {
      const read = await readTexts(file, io)
      unread.push(...read.unread)
      for (const each of read.texts) texts.push({ ...each, path: withinPattern(name, each.file) })
    }
  }
  return { texts, unread }
}

/** The path behind the part of a name that holds no wildcard. */
function withinPattern(name: string, file: string): string {
  const fixed = name.split(/[\\/](?=[^\\/]*[*?{[])/, 1)[0] ?? name
  const path = relative(fixed, file).replaceAll('\\', '/')
  return path === '' || path.startsWith('..') || isAbsolute(path) ? (file.split(/[\\/]/).at(-1) ?? file) : path
}

async function paired(old: Texts, now: Texts): Promise<PolicyPairs> {
  const unread = [...old.unread, ...now.unread]
  const before = new Map(old.texts.map((text) => [text.path, text]))
  const after = new Map(now.texts.map((text) => [text.path, text]))
  const pairs: PolicyPair[] = []
  for (const path of [...new Set([...after.keys(), ...before.keys()])].sort()) {
    const [oldText, newText] = [before.get(path), after.get(path)]
    const read = [await byName(oldText, unread), await byName(newText, unread)] as const
    const file = newText?.file ?? oldText?.file ?? path
    const [[onlyOld], [onlyNew]] = [[...read[0].values()], [...read[1].values()]]
    // Someone who compares two files with one policy each means these two, whatever the files call them.
    if (path === onlyFile && read[0].size === 1 && read[1].size === 1) pairs.push({ file, old: onlyOld, new: onlyNew })
    else
      for (const name of new Set([...read[1].keys(), ...read[0].keys()]))
        pairs.push({ file, old: read[0].get(name), new: read[1].get(name) })
  }
  return { pairs, unread }
}

/** The policies of a text under their names, or else their places among those of one type. */
async function byName(text: Text | undefined, unread: Unread[]): Promise<ReadonlyMap<string, PolicyInFile>> {
  const found = new Map<string, PolicyInFile>()
  if (!text) return found
  const { policies, unread: parts } = await policiesInFile(text.text)
  for (const why of parts) unread.push({ name: text.file, why })
  for (const policy of policies) {
    const name = JSON.stringify([policies.length > 1 ? policy.policyType : undefined, policy.name])
    let free = name
    for (let n = 2; found.has(free); n++) free = `${name} ${n}`
    found.set(free, policy)
  }
  return found
}
