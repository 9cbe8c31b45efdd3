import { lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import type { Unread } from '../logs/index.ts'
import { whyUnreadable } from './io.ts'

/** The files that match names, folders, and patterns, and the arguments that match none. */
export interface FileList {
  readonly files: readonly string[]
  readonly unread: readonly Unread[]
}

/** Lists the files in a fixed order. A name that exists is taken as it is, whatever characters it holds; "-" is standard input. */
export function listFiles(names: readonly string[]): FileList {
  const files: string[] = []
  const unread: Unread[] = []
  for (const name of names) {
    const found = filesOf(name)
    if (typeof found === 'string') unread.push({ name, why: found })
    else files.push(...found)
  }
  return { files: [...new Set(files)], unread }
}

/** The files of one name, or why there are none. */
function filesOf(name: string): readonly string[] | string {
  if (name === '-') return [name]
  try {
    return statSync(name).isDirectory() ? filesIn(name) : [name]
  } catch (error) {
    if (!/[*?{[]/.test(name)) return whyUnreadable(error)
    const found = globSync(name, { expandDirectories: false, onlyFiles: false }).sort()
    if (found.length === 0) return 'no file matches this pattern'
    const files = found.filter((each) => !isFolder(each))
    return files.length > 0 ? files : 'only folders match this pattern'
  }
}

/** Every file in a folder and the folders in it. Hidden ones (".git", ".DS_Store") hold no logs. */
function filesIn(folder: string): readonly string[] | string {
  try {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/(?:^|[\\/])\./.test(name))
      .map((name) => join(folder, name))
      .filter((name) => !isFolder(name))
      .sort()
    return found.length > 0 ? found : 'this folder has no files'
  } catch (error) {
    return whyUnreadable(error)
  }
}

/** A link to a folder is one, too; a broken link is a file that can't be read. */
function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory()
  } catch {
    return lstatSync(name).isDirectory()
  }
}
