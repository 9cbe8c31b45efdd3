import { type Collection, collect, type Surroundings } from '../account/index.ts'
import type { Unread } from '../logs/index.ts'
import type { Reference } from '../reference/index.ts'
import { unusedWords } from '../words/index.ts'
import { readTexts, unreadSentence } from './files.ts'
import type { Io } from './io.ts'
import { listFiles } from './list-files.ts'

/** What the files of an account hold, and sentences about those that can't be read. */
export interface AccountFiles {
  readonly collection: Collection
  readonly problems: readonly string[]
}

/** Reads outputs of the AWS CLI: files, folders, patterns, packed or not. Without a name, standard input. */
export async function readAccountFiles(names: readonly string[], io: Pick<Io, 'stdin'>): Promise<AccountFiles> {
  const { files, unread } = listFiles(names.length > 0 ? names : ['-'])
  const all: Unread[] = [...unread]
  const texts: { readonly name: string; readonly text: string }[] = []
  for (const file of files) {
    const read = await readTexts(file, io)
    all.push(...read.unread)
    texts.push(...read.texts.map((each) => ({ name: each.file, text: each.text })))
  }
  const collection = collect(texts)
  return {
    collection,
    problems: [
      ...all.map(unreadSentence),
      ...collection.unused.map(({ name, why }) => `whydenied: not used: ${name}: ${unusedWords(why)}`),
    ],
  }
}

/** What surrounds the accounts of a collection. */
export const surroundingsOf = (
  { policies, organization }: Collection,
  reference: Reference | undefined,
): Surroundings => ({ policies, organization, facts: {}, reference })

/** Why a collection can't be asked anything: part of a sentence. Undefined where account details were read, even if they list no users and roles. */
export const whyUnanswerable = ({ hasDetails }: Collection): string | undefined =>
  hasDetails
    ? undefined
    : 'none of the files is the output of aws iam get-account-authorization-details, which lists users and roles'
