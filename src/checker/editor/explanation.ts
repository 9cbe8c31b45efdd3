import type { Service } from '../../reference/index.ts'

/** An explanation of a few lines. Names in backticks are code. */
export interface Explanation {
  readonly title: string
  readonly lines: readonly string[]
  /** The page of this site about it, below the site's root. */
  readonly page: string | undefined
  /** AWS's page. */
  readonly source: string | undefined
}

/** Gives a service's data by its prefix; undefined where there is no such service. */
export type FindService = (prefix: string) => Promise<Service | undefined>

/** The service's prefix in the name of an action or a condition key, lower-cased; "" without one. */
export const prefixOf = (name: string): string => name.slice(0, Math.max(name.indexOf(':'), 0)).toLowerCase()
