// How rows of src/reference/facts/whole-calls.ts are written that were read on AWS's pages.
import type { CallNeed, WholeCallRow } from '../src/reference/index.ts'

const docs = 'https://docs.aws.amazon.com'

/** Rows that were read on a day. One page: "AmazonECS/latest/APIReference/API_UpdateService". */
export const readOn =
  (read: string) =>
  (action: string, path: string, needs: readonly CallNeed[], passedTo?: string): WholeCallRow => ({
    action,
    types: [],
    needs,
    ...(passedTo === undefined ? {} : { passedTo }),
    source: `${docs}/${path}.html`,
    read,
  })

export const need = (actions: string, when: string | undefined, because: string, on?: string): CallNeed => ({
  actions,
  ...(on === undefined ? {} : { on }),
  ...(when === undefined ? {} : { when }),
  because,
})
