// The old side of a comparison out of git: files as they were at a commit.
import { execFileSync } from 'node:child_process'
import { matchesGlob, relative, resolve } from 'node:path'

/** The files of a commit that match names, folders, and patterns, relative to the current folder. If git fails, the reason as part of a sentence. */
export function filesAt(ref: string, names: readonly string[]): readonly string[] | string {
  // Git takes what begins with a hyphen for an option.
  if (ref.startsWith('-')) return `${ref} is not the name of a commit`
  const listed = git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', ref])
  const top = git(['rev-parse', '--show-toplevel'])
  if (typeof listed !== 'object') return listed
  if (typeof top !== 'object') return top
  const folder = top.text.trim()
  const files = listed.text.split('\0').filter((name) => name !== '')
  const here = files.map((name) => relative('.', resolve(folder, name)).replaceAll('\\', '/'))
  return here.filter((file) => names.some((name) => isUnder(file, name)))
}

function isUnder(file: string, name: string): boolean {
  const own = relative('.', resolve(name)).replaceAll('\\', '/')
  if (own === '') return !file.startsWith('../')
  // Node 20 warns on standard error that matchesGlob is experimental: plain names do without it.
  return file === own || file.startsWith(`${own}/`) || (/[*?{[]/.test(own) && matchesGlob(file, own))
}

/** Files that can hold policies and that differ from the commit, relative to the current folder. If git fails, the reason as part of a sentence. */
export function changedFiles(ref: string): readonly string[] | string {
  if (ref.startsWith('-')) return `${ref} is not the name of a commit`
  const listed = git(['diff', '--name-only', '-z', '--relative', ref, '--', ...policyFiles])
  return typeof listed === 'string' ? listed : listed.text.split('\0').filter((name) => name !== '')
}

const policyFiles = ['*.json', '*.yaml', '*.yml', '*.tf', ':(exclude)*.access.*', ':(exclude)package*.json']

/** The text of a file at a commit; or why git can't tell, as part of a sentence. */
export function textAt(ref: string, file: string): { readonly text: string } | string {
  const path = relative('.', resolve(file)).replaceAll('\\', '/')
  return git(['show', `${ref}:./${path}`])
}

function git(args: readonly string[]): { readonly text: string } | string {
  try {
    const stdio = ['ignore', 'pipe', 'pipe'] as const
    return { text: execFileSync('git', [...args], { encoding: 'utf8', stdio: [...stdio], maxBuffer: 200_000_000 }) }
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    return `git says: ${told.trim().split('\n', 1)[0] ?? ''}`
  }
}
